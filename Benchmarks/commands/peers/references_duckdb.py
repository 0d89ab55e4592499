import duckdb

duckdb.execute(
    """
    copy (
      with posts as (
        select route, km as km_1, longitude as x_1, latitude as y_1,
          lead(km) over road as km_2, lead(longitude) over road as x_2, lead(latitude) over road as y_2
        from read_csv('pack/kilometre-posts.csv', types = {'ubigeo': 'varchar'})
        window road as (partition by route order by km)
      )
      select id, r.route, km,
        round(x_1 + (km - km_1) / (km_2 - km_1) * (x_2 - x_1), 6) as longitude,
        round(y_1 + (km - km_1) / (km_2 - km_1) * (y_2 - y_1), 6) as latitude
      from read_csv('references.csv') as r
      asof join (select * from posts where km_2 is not null) as p on r.route = p.route and r.km >= p.km_1
      order by id
    ) to 'placed.csv' (header)
    """
)
