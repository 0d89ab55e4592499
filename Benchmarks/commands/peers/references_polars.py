import polars as pl

posts = pl.read_csv("pack/kilometre-posts.csv", columns=["route", "km", "longitude", "latitude"])
ends = [pl.col(name).shift(-1).over("route").alias(f"{name}_2") for name in ("km", "longitude", "latitude")]
posts = posts.with_columns(km_1=pl.col("km"), *ends).drop_nulls().sort("km")
references = pl.read_csv("references.csv").sort("km")
placed = references.join_asof(posts, on="km", by="route", check_sortedness=False)
share = (pl.col("km") - pl.col("km_1")) / (pl.col("km_2") - pl.col("km_1"))
placed.select(
    "id",
    "route",
    "km",
    longitude=(pl.col("longitude") + share * (pl.col("longitude_2") - pl.col("longitude"))).round(6),
    latitude=(pl.col("latitude") + share * (pl.col("latitude_2") - pl.col("latitude"))).round(6),
).sort("id").write_csv("placed.csv")
