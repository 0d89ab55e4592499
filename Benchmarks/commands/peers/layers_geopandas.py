import pathlib

import geopandas
import pandas

folder = pathlib.Path("layers")
folder.mkdir()
events = pandas.read_csv("events.csv", engine="pyarrow", dtype={"date": str})
events["date"] = events["date"].astype(str)
places = geopandas.points_from_xy(events.lon, events.lat, crs=4326)
points = geopandas.GeoDataFrame(events[["id", "date", "kind"]], geometry=places)
for date, layer in points.groupby("date"):
    layer.to_file(folder / f"{date}.geojson", driver="GeoJSON", COORDINATE_PRECISION=6)
