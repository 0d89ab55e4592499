"""Points in districts: a table of events becomes a table of counts per district and day."""

import hashlib
import sys

from commands import points

SCALES = [10_000]
OUTPUT = "counts.csv"


def title(scale):
    return f"{scale:,} thousand points in {points.SIDE ** 2:,} districts, counted per district and day"


def prepare(folder, scale):
    points.write_events(folder / "events.csv", scale)
    points.write_districts(folder / "districts.geojson")


def arguments(folder):
    return ["assign", "events.csv", "--regions", "districts.geojson", "--counts", "--output", OUTPUT]


def peers(folder):
    return {
        name: {"command": [sys.executable, points.peer(f"regions_{name}")], "module": module}
        for name, module in [
            ("sedonadb", "sedonadb, geoarrow.pyarrow"),
            ("duckdb", "duckdb, duckdb_extension_spatial"),
            ("polars_st", "polars_st"),
            ("shapely", "shapely, pyarrow"),
            ("geopandas", "geopandas"),
        ]
    }


def clean(folder):
    (folder / OUTPUT).unlink(missing_ok=True)


def answer(folder):
    """How many rows and points there are in districts, and a digest of all rows."""
    rows, total = [], 0
    with open(folder / OUTPUT, encoding="utf-8") as file:
        header = file.readline().strip().replace('"', '').split(",")
        places = [header.index(column) for column in ("day", "code", "count")]
        for line in file:
            cells = line.rstrip("\n").replace('"', "").split(",")
            day, code, count = (cells[place] for place in places)
            if code not in ("outside", "unlocated", "unreadable"):
                rows.append(f"{day[:10]},{code},{count}")
                total += int(count)
    return len(rows), total, hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:12]


def agrees(peer, answer, ours):
    """shapely has to count the same. The others ask for points inside, and leave out those on a border, which are few."""
    if peer != "shapely" and answer != ours:
        missing = ours[1] - answer[1]
        print(f"{peer} leaves out {missing} of {ours[1]} points, on borders", file=sys.stderr)
        return 0 < missing <= ours[1] / 1e6
    return answer == ours
