import polars
import polars_st

events = polars.read_csv("events.csv", columns=["date", "lon", "lat"])
place = polars_st.point(polars.concat_list("lon", "lat").list.to_array(2))
districts = polars_st.read_file("districts.geojson").select("code", "geometry")
found = events.select(day="date", geometry=place).st.sjoin(districts, on="geometry", predicate="within")
found.group_by("day", "code").len("count").sort("day", "code").write_csv("counts.csv")
