#!/usr/bin/env python3
"""Turns the workload w2 (routes in metres of UTM zone 18S, calibration points) into a country pack.

    make-reference-pack.py DATA PACK

DATA holds w2_routes.geojson and w2_calib.csv; PACK is written. Every vertex of a route and every calibration
point becomes a kilometre post: its kilometre is interpolated between the calibration points around it, its
position projected to longitude and latitude. The regions are a grid of squares, made for the purpose.
"""
import bisect
import csv
import itertools
import json
import math
import os
import sys

import pyproj

GRID = 4  # degrees a department is wide; provinces and districts are halves of it
LEVELS = ["department", "province", "district"]


def table(path, header, rows):
    with open(path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def posts_of(route, calibration):
    """(kilometre, x, y) along a route, by rising kilometre."""
    line = route["geometry"]["coordinates"]
    lengths = [0.0]
    for a, b in itertools.pairwise(line):
        lengths.append(lengths[-1] + math.hypot(b[0] - a[0], b[1] - a[1]))
    marks = [distance for _, distance in calibration]

    def kilometre(distance):
        i = min(max(bisect.bisect_right(marks, distance) - 1, 0), len(marks) - 2)
        (k0, d0), (k1, d1) = calibration[i], calibration[i + 1]
        return k0 + (distance - d0) / (d1 - d0) * (k1 - k0)

    def position(distance):
        i = min(max(bisect.bisect_right(lengths, distance) - 1, 0), len(lengths) - 2)
        f = (distance - lengths[i]) / (lengths[i + 1] - lengths[i])
        (x0, y0), (x1, y1) = line[i], line[i + 1]
        return x0 + f * (x1 - x0), y0 + f * (y1 - y0)

    last = None
    first, final = calibration[0][0], calibration[-1][0]
    exact = {distance: km for km, distance in calibration}
    for distance in sorted(set(lengths) | set(marks)):
        if not marks[0] <= distance <= marks[-1]:
            continue
        km = exact.get(distance, kilometre(distance))
        km = min(max(round(km, 6), first), final)
        if last is not None and km <= last:
            continue
        last = km
        yield km, *position(distance)


def main(data, pack):
    os.makedirs(f"{pack}/languages", exist_ok=True)
    os.makedirs(f"{pack}/dispatches", exist_ok=True)
    calibration = {}
    with open(f"{data}/w2_calib.csv") as file:
        for row in csv.DictReader(file):
            calibration.setdefault(row["route"], []).append((float(row["km"]), float(row["dist"])))
    with open(f"{data}/w2_routes.geojson") as file:
        routes = json.load(file)["features"]
    project = pyproj.Transformer.from_crs("EPSG:32718", "EPSG:4326", always_xy=True)

    posts, ends, cells = [], [], set()
    for route in routes:
        name = route["properties"]["route"]
        found = list(posts_of(route, calibration[name]))
        longitudes, latitudes = project.transform([x for _, x, _ in found], [y for _, _, y in found])
        ends.append((name, found[0][0], found[-1][0]))
        for (km, _, _), longitude, latitude in zip(found, longitudes, latitudes):
            cells.add((math.floor(longitude / GRID), math.floor(latitude / GRID)))
            posts.append((name, km, longitude, latitude))

    # Codes: two digits a department; one digit each for the quarter and the quarter of the quarter.
    numbers = {cell: f"{i:02}" for i, cell in enumerate(sorted(cells), 1)}

    def quarter(longitude, latitude, size):
        return 1 + (longitude % size >= size / 2) + 2 * (latitude % size >= size / 2)

    def code(longitude, latitude):
        department = numbers[math.floor(longitude / GRID), math.floor(latitude / GRID)]
        return f"{department}{quarter(longitude, latitude, GRID)}{quarter(longitude, latitude, GRID / 2)}"

    regions, outlines = [], []
    for (x, y), number in numbers.items():
        west, south, east, north = x * GRID, y * GRID, (x + 1) * GRID, (y + 1) * GRID
        ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
        outlines.append(
            {
                "type": "Feature",
                "properties": {"ubigeo": number},
                "geometry": {"type": "Polygon", "coordinates": [ring]},
            }
        )
        regions.append((number, "department", f"Department {number}"))
        for province in "1234":
            regions.append((number + province, "province", f"Province {number}{province}"))
            for district in "1234":
                part = number + province + district
                regions.append((part, "district", f"District {part}"))
    table(f"{pack}/region-codes.csv", ["ubigeo", "level", "name"], regions)
    with open(f"{pack}/departments.geojson", "w") as file:
        json.dump({"type": "FeatureCollection", "features": outlines}, file)
    settings = {
        "name": "Workload",
        "iso_3166_1": "XX",
        "utc_offset": "UTC-05:00",
        "languages": "en",
        "presumed_days": 7,
        "outline_tolerance_km": 25,
    }
    table(f"{pack}/country.csv", ["setting", "value"], settings.items())
    table(f"{pack}/routes.csv", ["route", "start_km", "end_km"], ends)
    table(
        f"{pack}/kilometre-posts.csv",
        ["route", "km", "longitude", "latitude", "ubigeo"],
        ((r, km, f"{x:.7f}", f"{y:.7f}", code(x, y)) for r, km, x, y in posts),
    )
    table(
        f"{pack}/chainage-equations.csv",
        [
            "route", "posted_from_km", "posted_to_km", "inventory_minus_posted_km", "half_spread_km",
            "observations",
        ],
        [],
    )
    table(f"{pack}/place-kinds.csv", ["kind", "rank", "radius_m"], [("town", 1, 1000)])
    table(f"{pack}/places.csv", ["name", "kind", "longitude", "latitude", "ubigeo"], [])
    table(f"{pack}/aliases.csv", ["alias", "kind", "target", "region"], [])
    table(f"{pack}/languages/en.csv", ["role", "word"], [("kilometre", "km")])
    print(f"{len(ends)} routes, {len(posts)} posts, {len(regions)} regions")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
