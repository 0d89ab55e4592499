"""Layers by date: a table of events becomes a GeoJSON file for each day."""

import hashlib
import json
import shutil
import sys

from commands import points

SCALES = [1_000]
OUTPUT = "layers"


def title(scale):
    return f"{scale:,} thousand points, a GeoJSON layer for each of {points.DAYS} days"


def prepare(folder, scale):
    points.write_events(folder / "events.csv", scale)


def arguments(folder):
    return ["split", "events.csv", "--by", "date", "--output", OUTPUT]


def peers(folder):
    return {
        name: {"command": [sys.executable, points.peer(f"layers_{name}")], "module": module}
        for name, module in [("polars", "polars"), ("duckdb", "duckdb"), ("geopandas", "geopandas, pyogrio")]
    }


def clean(folder):
    shutil.rmtree(folder / OUTPUT, ignore_errors=True)


def answer(folder):
    """How many layers and features there are, and a digest of a sample of them, whatever their layout."""
    layers = sorted((folder / OUTPUT).rglob("*.geojson"))
    digest, features = hashlib.sha256(), 0
    for layer in layers:
        with open(layer, encoding="utf-8") as file:
            features += sum(line.count('"Feature"') for line in file)
    for layer in layers[:: max(len(layers) // 6, 1)]:
        rows = [
            (f["properties"]["id"], f["properties"]["date"][:10], f["properties"]["kind"], f["geometry"]["coordinates"])
            for f in json.loads(layer.read_text(encoding="utf-8"))["features"]
        ]
        digest.update(repr(sorted(rows)).encode())
    return len(layers), features, digest.hexdigest()[:12]
