"""GeoJSON into memory: a collection of points becomes an array of typed values."""

import json
import pathlib
import shutil
import subprocess
import sys

import numpy

from commands import points

SCALES = [1_000]
INPUT, OUTPUT, PEER = "events.geojson", "sums.txt", "simdjson-peer"
PLACES = ["Puente Viru", "Desvío San Pedro De Chaulan", "Cruce Ongoy", "Óvalo", "Km 262", "Peaje de Ilave"]


def title(scale):
    return f"{scale:,} thousand features of GeoJSON into typed values: identifier, position, two texts, a number"


def program(benchmarks):
    """The reader, built in the package of the benchmarks."""
    built = benchmarks / ".build/release/features"
    command = ["swift", "build", "-c", "release", "--product", "features", "--package-path", str(benchmarks)]
    if not built.exists():
        sys.exit("build it first: " + " ".join(command))
    return built


def prepare(folder, scale):
    write_features(folder / INPUT, scale)
    source = pathlib.Path(points.peer("features_simdjson")).with_suffix(".cpp")
    if shutil.which("g++") and not (folder / PEER).exists():
        command = ["g++", "-O3", "-march=native", "-std=c++17", str(source), "-o", str(folder / PEER), "-lsimdjson"]
        subprocess.run(command, capture_output=True)


def write_features(path, thousands):
    if path.exists():
        return
    generator = numpy.random.default_rng(222)
    part = path.with_suffix(".part")
    with open(part, "w", encoding="utf-8") as file:
        file.write('{"type":"FeatureCollection","name":"events","features":[')
        for block in range(thousands):
            lon = generator.uniform(points.WEST, points.EAST, 1000).round(6)
            lat = generator.uniform(points.SOUTH, points.NORTH, 1000).round(6)
            kilometre = generator.uniform(0, 1500, 1000).round(3)
            kind = points.KINDS[generator.integers(0, len(points.KINDS), 1000)]
            place = generator.integers(0, len(PLACES), 1000)
            for i in range(1000):
                number = block * 1000 + i + 1
                properties = {
                    "id": number, "kind": str(kind[i]), "place": PLACES[place[i]], "km": float(kilometre[i]),
                    "status": "partial", "source": "road authority",
                }
                geometry = {"type": "Point", "coordinates": [float(lon[i]), float(lat[i])]}
                feature = {"type": "Feature", "id": number, "properties": properties, "geometry": geometry}
                file.write(",\n" if number > 1 else "\n")
                file.write(json.dumps(feature, ensure_ascii=False, separators=(",", ":")))
        file.write("\n]}\n")
    part.rename(path)


def arguments(folder):
    return [INPUT, OUTPUT]


def peers(folder):
    return {
        "simdjson (C++)": {"command": [str(folder / PEER), INPUT, OUTPUT]},
        "python json": {"command": [sys.executable, points.peer("features_python"), INPUT, OUTPUT]},
    }


def clean(folder):
    (folder / OUTPUT).unlink(missing_ok=True)


def answer(folder):
    """The number of features, and sums of all that was read: those of fractions to the whole number."""
    count, ids, letters, degrees, kilometres = (folder / OUTPUT).read_text().split()
    return int(count), int(ids), int(letters), round(float(degrees)), round(float(kilometres))
