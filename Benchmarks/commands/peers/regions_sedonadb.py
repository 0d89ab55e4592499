import geopandas
import pyarrow.csv
import sedonadb

session = sedonadb.connect()
columns = pyarrow.csv.ConvertOptions(include_columns=["date", "lon", "lat"])
session.create_data_frame(pyarrow.csv.read_csv("events.csv", convert_options=columns)).to_view("events")
session.create_data_frame(geopandas.read_file("districts.geojson", columns=["code"])).to_view("districts")
counts = session.sql(
    """
    select e.date as day, d.code, count(*) as count
    from events e join districts d on ST_Contains(d.geometry, ST_SetSRID(ST_Point(e.lon, e.lat), 4326))
    group by e.date, d.code order by e.date, d.code
    """
)
pyarrow.csv.write_csv(counts.to_arrow_table(), "counts.csv")
