"""Invented events, and an invented country of about 1,800 districts."""

import json
import pathlib

import numpy

SIDE = 42
WEST, SOUTH, EAST, NORTH = -78.0, -16.0, -70.0, -4.0
FIRST_DAY = numpy.datetime64("2022-12-01")
DAYS = 180
KINDS = numpy.array(["roadblock", "restricted passage", "march", "strike", "picket"])


def write_events(path: pathlib.Path, thousands: int):
    """A table of events: id, date, lon, lat, kind. A third of them lie outside the country."""
    if path.exists():
        return
    generator = numpy.random.default_rng(71)
    days = numpy.datetime_as_string(FIRST_DAY + numpy.arange(DAYS))
    part = path.with_suffix(".part")
    with open(part, "w", encoding="utf-8") as file:
        file.write("id,date,lon,lat,kind\n")
        for block in range(thousands):
            lon = generator.uniform(WEST - 1, EAST + 1, 1000)
            lat = generator.uniform(SOUTH - 1.5, NORTH + 1.5, 1000)
            day = days[generator.integers(0, DAYS, 1000)]
            kind = KINDS[generator.integers(0, len(KINDS), 1000)]
            first = block * 1000 + 1
            file.writelines(
                f"{first + i},{d},{x:.6f},{y:.6f},{k}\n" for i, (d, x, y, k) in enumerate(zip(day, lon, lat, kind))
            )
    part.rename(path)


def crooked(start, end, generator, depth):
    """The points between two, each halfway and a little aside: what a border looks like."""
    if depth == 0:
        return []
    (x0, y0), (x1, y1) = start, end
    aside = generator.uniform(-0.1, 0.1)
    middle = (
        round((x0 + x1) / 2 + aside * (y1 - y0), 7),
        round((y0 + y1) / 2 - aside * (x1 - x0), 7),
    )
    return (
        crooked(start, middle, generator, depth - 1) + [middle] + crooked(middle, end, generator, depth - 1)
    )


def write_districts(path: pathlib.Path, depth: int = 3):
    """Districts that cover the country without a gap, their borders 2^depth straight pieces to a side."""
    if path.exists():
        return
    generator = numpy.random.default_rng(1826)
    (width, height) = ((EAST - WEST) / SIDE, (NORTH - SOUTH) / SIDE)

    def corner(column, row):
        inner = 0 < column < SIDE and 0 < row < SIDE
        (dx, dy) = generator.uniform(-0.15, 0.15, 2) if inner else (0, 0)
        return (round(WEST + (column + dx) * width, 7), round(SOUTH + (row + dy) * height, 7))

    corners = [[corner(column, row) for column in range(SIDE + 1)] for row in range(SIDE + 1)]
    level = [
        [crooked(corners[r][c], corners[r][c + 1], generator, depth if 0 < r < SIDE else 0) for c in range(SIDE)]
        for r in range(SIDE + 1)
    ]
    steep = [
        [crooked(corners[r][c], corners[r + 1][c], generator, depth if 0 < c < SIDE else 0) for c in range(SIDE + 1)]
        for r in range(SIDE)
    ]
    features = []
    for r in range(SIDE):
        for c in range(SIDE):
            ring = [corners[r][c], *level[r][c], corners[r][c + 1], *steep[r][c + 1], corners[r + 1][c + 1]]
            ring += [*level[r + 1][c][::-1], corners[r + 1][c], *steep[r][c][::-1], corners[r][c]]
            code = f"{r + 1:02d}{c + 1:02d}"
            features.append(
                {
                    "type": "Feature",
                    "properties": {"code": code, "name": f"District {code}"},
                    "geometry": {"type": "Polygon", "coordinates": [ring]},
                }
            )
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")


def peer(name):
    """The path of a peer's script."""
    return str(pathlib.Path(__file__).resolve().parent / "peers" / f"{name}.py")
