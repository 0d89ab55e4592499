import pathlib

import polars

folder = pathlib.Path("layers")
folder.mkdir()
# polars.format knows braces only as places for values.
pattern = (
    '<"type":"Feature","properties":<"id":{},"date":"{}","kind":"{}">,'
    '"geometry":<"type":"Point","coordinates":[{},{}]>>'
)
feature = polars.format(pattern, "id", "date", "kind", "lon", "lat")
feature = feature.str.replace_all("<", "{", literal=True).str.replace_all(">", "}", literal=True)
events = polars.read_csv("events.csv")
layers = events.select("date", feature=feature).group_by("date").agg(polars.col("feature").str.join(",\n"))
for date, features in layers.iter_rows():
    text = '{"type":"FeatureCollection",\n"features":[\n' + features + "\n]}\n"
    (folder / f"{date}.geojson").write_text(text, encoding="utf-8")
