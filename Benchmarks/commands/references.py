"""References to kilometres of roads become positions: a table of (route, km) becomes one with coordinates.

The peers interpolate once between posts whose positions they are given, and write nothing but the coordinates;
roadblocks reads a country pack and writes the region and the uncertainty too.
"""

import csv
import json
import math
import sys

import numpy

from commands import points

SCALES = [1_000]
ROUTES = 20
POSTS = 5_000
PACK = "pack"
OUTPUT = "placed.csv"


def title(scale):
    return f"{scale:,} thousand kilometres of {ROUTES} roads with {POSTS:,} posts each, as coordinates"


def table(path, header, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def write_pack(folder):
    """An invented country: roads that wind over a square, a post every few hundred metres."""
    pack = folder / PACK
    if (pack / "kilometre-posts.csv").exists():
        return
    (pack / "languages").mkdir(parents=True, exist_ok=True)
    (pack / "dispatches").mkdir(exist_ok=True)
    generator = numpy.random.default_rng(20)
    posts, ends = [], []
    for number in range(1, ROUTES + 1):
        course = numpy.cumsum(generator.normal(0, 0.05, POSTS)) + generator.uniform(0, 2 * math.pi)
        step = generator.uniform(0.1, 0.3, POSTS)
        # Where a road would leave the square it turns back, as a ball does at a wall.
        x = fold(generator.uniform(-76, -72) + numpy.cumsum(step * numpy.cos(course)) / 105, -78, -70)
        y = fold(generator.uniform(-14, -6) + numpy.cumsum(step * numpy.sin(course)) / 110, -16, -4)
        km = numpy.round(numpy.cumsum(step), 4)
        name = f"PE-{number:02d}"
        ends.append((name, km[0], km[-1]))
        posts += [
            (name, f"{k:.4f}", f"{a:.7f}", f"{b:.7f}", "01" if a < -74 else "02") for k, a, b in zip(km, x, y)
        ]
    table(pack / "routes.csv", ["route", "start_km", "end_km"], ends)
    regions = [("01", "department", "West"), ("02", "department", "East")]
    table(pack / "region-codes.csv", ["ubigeo", "level", "name"], regions)
    squares = [
        {
            "type": "Feature",
            "properties": {"ubigeo": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[west, -16], [east, -16], [east, -4], [west, -4], [west, -16]]],
            },
        }
        for code, west, east in [("01", -78, -74), ("02", -74, -70)]
    ]
    (pack / "departments.geojson").write_text(json.dumps({"type": "FeatureCollection", "features": squares}))
    settings = {
        "name": "Workload", "iso_3166_1": "XX", "utc_offset": "UTC-05:00", "languages": "en", "presumed_days": 7,
        "outline_tolerance_km": 25,
    }
    table(pack / "country.csv", ["setting", "value"], settings.items())
    equations = ["route", "posted_from_km", "posted_to_km", "inventory_minus_posted_km", "half_spread_km", "observations"]
    table(pack / "chainage-equations.csv", equations, [])
    table(pack / "place-kinds.csv", ["kind", "rank", "radius_m"], [("town", 1, 1000)])
    table(pack / "places.csv", ["name", "kind", "longitude", "latitude", "ubigeo"], [])
    table(pack / "aliases.csv", ["alias", "kind", "target", "region"], [])
    table(pack / "languages/en.csv", ["role", "word"], [("kilometre", "km")])
    table(pack / "kilometre-posts.csv", ["route", "km", "longitude", "latitude", "ubigeo"], posts)


def fold(values, low, high):
    width = high - low
    offset = numpy.mod(values - low, 2 * width)
    return low + numpy.where(offset > width, 2 * width - offset, offset)


def prepare(folder, scale):
    write_pack(folder)
    path = folder / "references.csv"
    if path.exists():
        return
    # Away from the very ends, where kilometres rounded to metres would lie off the road.
    ends = {}
    with open(folder / PACK / "routes.csv", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            ends[row["route"]] = (float(row["start_km"]), float(row["end_km"]))
    names = sorted(ends)
    generator = numpy.random.default_rng(262)
    part = path.with_suffix(".part")
    with open(part, "w", encoding="utf-8") as file:
        file.write("id,route,km\n")
        for block in range(scale):
            chosen = generator.integers(0, len(names), 1000)
            share = generator.uniform(0, 1, 1000)
            for i, (n, s) in enumerate(zip(chosen, share)):
                start, end = ends[names[n]]
                file.write(f"{block * 1000 + i + 1},{names[n]},{start + 0.01 + s * (end - start - 0.02):.3f}\n")
    part.rename(path)


def arguments(folder):
    return ["locate", "--data", PACK, "--table", "references.csv", "--output", OUTPUT]


def peers(folder):
    return {
        name: {"command": [sys.executable, points.peer(f"references_{name}")], "module": name}
        for name in ["polars", "duckdb", "numpy"]
    }


def clean(folder):
    (folder / OUTPUT).unlink(missing_ok=True)


def answer(folder):
    """How many rows there are, whether in order, the means of the coordinates, and some of them.

    The peers draw straight lines between posts, roadblocks geodesics: some centimetres apart. Nothing is kept of a row,
    because what this program holds would count as the memory of the next command."""
    count, ordered, sums, sample = 0, True, [0.0, 0.0], []
    with open(folder / OUTPUT, encoding="utf-8") as file:
        header = file.readline().strip().split(",")
        places = [header.index(column) for column in ("id", "longitude", "latitude")]
        for line in file:
            cells = line.split(",")
            number, *position = (float(cells[place]) for place in places)
            count += 1
            ordered = ordered and number == count
            sums = [total + value for total, value in zip(sums, position)]
            if count % 997 == 0:
                sample.append(position)
    return Near((count, ordered), [[total / max(count, 1) for total in sums], *sample])


class Near:
    """Equal to what differs by no more than some metres."""

    def __init__(self, exact, positions):
        self.exact = exact
        self.positions = numpy.array(positions)

    def __eq__(self, other):
        if self.exact != other.exact or self.positions.shape != other.positions.shape:
            return False
        return bool(numpy.abs(self.positions - other.positions).max() < 5e-5)

    def __repr__(self):
        return f"{self.exact}, on average at {self.positions[0]}"
