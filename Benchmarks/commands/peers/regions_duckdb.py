import glob
import os

import duckdb
import duckdb_extension_spatial

database = duckdb.connect(config={"allow_unsigned_extensions": True})
folder = os.path.dirname(duckdb_extension_spatial.__file__)
database.execute(f"load '{glob.glob(folder + '/extensions/*/spatial.duckdb_extension')[0]}'")
database.execute("create temp table districts as select code, geom from ST_Read('districts.geojson')")
database.execute(
    """
    copy (
      select e.date as day, d.code, count(*) as count
      from read_csv('events.csv') e join districts d on ST_Contains(d.geom, ST_Point(e.lon, e.lat))
      group by all order by all
    ) to 'counts.csv' (header)
    """
)
