import numpy
import pyarrow
import pyarrow.csv
import pyogrio
import shapely

options = pyarrow.csv.ConvertOptions(
    include_columns=["date", "lon", "lat"], column_types={"date": pyarrow.dictionary(pyarrow.int32(), pyarrow.string())}
)
events = pyarrow.csv.read_csv("events.csv", convert_options=options)
_, _, outlines, (codes,) = pyogrio.raw.read("districts.geojson", columns=["code"])
outlines = shapely.from_wkb(outlines)
shapely.prepare(outlines)
dates = events["date"].unify_dictionaries().combine_chunks()
points = shapely.points(events["lon"].to_numpy(), events["lat"].to_numpy())
point, district = shapely.STRtree(outlines).query(points)
inside = shapely.covers(outlines[district], points[point])
point, district = point[inside], district[inside]
# A point on a border is in the district with the lowest code.
shared = numpy.bincount(point)[point] > 1
taken = {}
for place in numpy.flatnonzero(shared).tolist():
    first = taken.get(point[place])
    if first is None or codes[district[place]] < codes[district[first]]:
        taken[point[place]] = place
shared[list(taken.values())] = False
point, district = point[~shared], district[~shared]
days = dates.dictionary.to_pylist()
pairs = district * len(days) + dates.indices.to_numpy()[point]
counts = numpy.bincount(pairs, minlength=len(codes) * len(days))
with open("counts.csv", "w", encoding="utf-8") as file:
    file.write("day,code,count\n")
    for pair in numpy.flatnonzero(counts).tolist():
        file.write(f"{days[pair % len(days)]},{codes[pair // len(days)]},{counts[pair]}\n")
