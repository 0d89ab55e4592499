#!/usr/bin/env python3
"""Score `roadblocks locate` against positions that a road authority published.

Every distinct alert of an archive of SUTRAN feed snapshots that names one kilometre is given to
`roadblocks locate` on standard input, with the region it names, and the answer is measured against the
alert's own position. Left out are the feed's own errors: positions more than 1 km from every post of their
route, and positions nearest to a post in another department than the alert names.

    Scripts/score-geocoding.py [ARCHIVE.tar.xz] [--program PATH] [--data FOLDER] [--worst N] [--check]

Needs Python 3.9 or later and nothing else. Exits with 0 and says so where the archive is missing.
"""

import argparse
import csv
import difflib
import io
import json
import math
import os
import re
import subprocess
import sys
import tarfile
import unicodedata
from collections import Counter, defaultdict

EARTH_RADIUS_KM = 6371.0088
SINGLE_KILOMETRE = re.compile(r"\s*(?:KM)?[.\s]*\d+(?:\s*\+\s*\d{1,3}|\.\d+)?\s*")


def distance_km(a, b):
    """Great-circle distance of two (longitude, latitude) pairs, good to 0.5 %."""
    (x1, y1), (x2, y2) = (map(math.radians, p) for p in (a, b))
    h = math.sin((y2 - y1) / 2) ** 2 + math.cos(y1) * math.cos(y2) * math.sin((x2 - x1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(h))


def plain(name):
    decomposed = unicodedata.normalize("NFD", name.upper())
    return re.sub(r"[^A-Z]+", " ", "".join(c for c in decomposed if not unicodedata.combining(c))).strip()


def read_alerts(archive):
    """Distinct (route, kilometre text, region text, position) of all snapshots."""
    alerts = {}
    with tarfile.open(archive) as tar:
        for member in tar:
            if not member.name.endswith(".json"):
                continue
            document = json.loads(tar.extractfile(member).read().decode("utf-8-sig"))
            for state in ("restringido", "interrumpido"):
                for feature in document.get(state) or []:
                    properties, position = feature["properties"], feature["geometry"]["coordinates"]
                    try:
                        position = (float(position[0]), float(position[1]))
                    except (TypeError, ValueError, IndexError):
                        continue
                    key = (properties.get("codigo_via") or "", properties.get("afectacion") or "",
                           properties.get("ubigeo") or "", position)
                    alerts[key] = None
    return list(alerts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("archive", nargs="?", default="../shared/feeds/sutran/sutran-2023Q1.tar.xz")
    parser.add_argument("--program", default=".build/release/roadblocks")
    parser.add_argument("--data", default="GeoData")
    parser.add_argument("--worst", type=int, default=0, help="list so many of the largest errors")
    parser.add_argument("--check", action="store_true", help="fail where a figure misses its bound")
    options = parser.parse_args()
    if not os.path.exists(options.archive):
        print(f"skipped: no archive at {options.archive}")
        return 0

    posts = defaultdict(list)
    with open(os.path.join(options.data, "kilometre-posts.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            posts[row["route"]].append((float(row["longitude"]), float(row["latitude"]), row["ubigeo"]))
    departments = {}
    with open(os.path.join(options.data, "region-codes.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            if row["level"] == "department":
                departments[plain(row["name"])] = row["ubigeo"]

    def department(region):
        name = plain(region.split("/")[0])
        near = [name] if name in departments else difflib.get_close_matches(name, departments, 1, 0.75)
        if not near:  # names run together: PUNOCARABAYA
            near = [known for known in departments if name.startswith(known)]
        return departments[near[0]] if near else None

    left_out, cases = Counter(), []
    for route, kilometre, region, position in read_alerts(options.archive):
        if not SINGLE_KILOMETRE.fullmatch(kilometre.upper()):
            left_out["not one kilometre"] += 1
        elif route not in posts:
            left_out["route not in the tables"] += 1
        else:
            away, code = min((distance_km(post[:2], position), post[2]) for post in posts[route])
            if away > 1:
                left_out["position off the route"] += 1
            elif code[:2] != department(region):
                left_out["position in another department"] += 1
            else:
                reference = f"{route} {kilometre}" if "KM" in kilometre.upper() else f"{route} km {kilometre}"
                cases.append((reference, region, position, department(region)))

    lines = "".join(f"{reference}\t{region}\n" for reference, region, _, _ in cases)
    answer = subprocess.run([options.program, "locate", "--format", "csv", "--data", options.data],
                            input=lines, capture_output=True, text=True, check=True)
    rows = list(csv.DictReader(io.StringIO(answer.stdout)))
    if len(rows) != len(cases):
        sys.exit(f"expected {len(cases)} answers, got {len(rows)}")

    errors, inside, right, radii, worst = [], 0, 0, [], []
    for row, (reference, region, position, code) in zip(rows, cases):
        if row["status"] != "found":
            errors.append(math.inf)
            worst.append((math.inf, reference, region, row["status"], row["warnings"]))
            continue
        error = distance_km((float(row["longitude"]), float(row["latitude"])), position)
        radius = float(row["uncertainty_m"]) / 1000
        errors.append(error)
        radii.append(radius)
        inside += error <= radius
        right += row["ubigeo"][:2] == code
        worst.append((error, reference, region, f"± {radius:.1f} km", row["warnings"]))
    errors.sort()
    radii.sort()
    count = len(cases)
    print(f"alerts with one kilometre, scored     {count}")
    for reason, number in left_out.most_common():
        print(f"left out: {reason:<27} {number}")
    print(f"median stated uncertainty             {radii[len(radii) // 2]:.2f} km")
    missed = 0
    for name, value, least, most, unit in (
        ("median error", errors[count // 2], 0, 0.25, "km"),
        ("within 2 km", 100 * sum(e <= 2 for e in errors) / count, 85, 100, "%"),
        ("90th percentile of the error", errors[int(0.9 * count)], 0, 6, "km"),
        ("right department", 100 * right / count, 99, 100, "%"),
        ("true position inside the uncertainty", 100 * inside / count, 85, 97, "%"),
    ):
        holds = least <= value <= most
        missed += not holds
        print(f"{name:<37} {value:.2f} {unit} (bound: {least} to {most}){'' if holds else '  MISSED'}")
    for error, *rest in sorted(worst, key=lambda case: -case[0])[:options.worst]:
        print(f"{error:8.1f} km", *rest, sep="  ")
    return 1 if options.check and missed else 0


if __name__ == "__main__":
    sys.exit(main())
