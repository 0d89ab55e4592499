import pathlib

import duckdb

folder = pathlib.Path("layers")
database = duckdb.connect()
database.execute(
    """
    copy (
      select date as day, '{"type":"FeatureCollection","features":[' || string_agg(
        '{"type":"Feature","properties":{"id":' || id || ',"date":"' || date || '","kind":"' || kind
        || '"},"geometry":{"type":"Point","coordinates":[' || lon || ',' || lat || ']}}', ',' || chr(10)
      ) || ']}' from read_csv('events.csv', types = {'date': 'varchar'}) group by date
    ) to 'layers' (format csv, partition_by (day), header false, quote '', escape '', delimiter '\t',
                   file_extension 'geojson')
    """
)
