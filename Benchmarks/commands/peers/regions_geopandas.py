import geopandas
import pandas

events = pandas.read_csv("events.csv", usecols=["date", "lon", "lat"], engine="pyarrow")
districts = geopandas.read_file("districts.geojson", columns=["code"])
places = geopandas.points_from_xy(events.lon, events.lat, crs=4326)
points = geopandas.GeoDataFrame({"day": events.date}, geometry=places)
found = points.sjoin(districts, predicate="within")
found.groupby(["day", "code"]).size().rename("count").to_csv("counts.csv")
