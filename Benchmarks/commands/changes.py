"""What changed between two collections of features with ids."""

import hashlib
import json
import sys

import numpy

from commands import points

SCALES = [1_000]
OUTPUT = "changes.json"
# Where the standard output of roadblocks goes.
STANDARD_OUTPUT = OUTPUT
STATES = ["blocked", "restricted", "open"]


def title(scale):
    return f"{scale:,} thousand features and the same a day later, a tenth of them new, removed or changed"


def prepare(folder, scale):
    if (folder / "after.geojson").exists():
        return
    generator = numpy.random.default_rng(10)
    count = scale * 1000
    # Of forty features one is removed, one is new, two change.
    fate = generator.integers(0, 40, count)
    longitude, latitude = generator.uniform(-78, -70, count), generator.uniform(-16, -4, count)
    state = generator.integers(0, len(STATES), count)
    km = generator.uniform(0, 1300, count)

    def feature(number, moved=0.0, turned=0):
        return (
            f'{{"type":"Feature","id":{number + 1},"properties":{{"id":{number + 1},"place":"Place {number % 977}",'
            f'"km":{km[number]:.3f},"state":"{STATES[(state[number] + turned) % len(STATES)]}"}},'
            f'"geometry":{{"type":"Point","coordinates":[{longitude[number] + moved:.6f},{latitude[number]:.6f}]}}}}'
        )

    def before():
        return (feature(n) for n in range(count) if fate[n] != 1)

    def after():
        for n in range(count):
            if fate[n] == 2:
                yield feature(n, moved=0.01)
            elif fate[n] == 3:
                yield feature(n, turned=1)
            elif fate[n] != 0:
                yield feature(n)

    for name, features in [("before", before()), ("after", after())]:
        part = folder / f"{name}.part"
        with open(part, "w", encoding="utf-8") as file:
            file.write('{"type":"FeatureCollection","features":[\n')
            for index, text in enumerate(features):
                file.write((",\n" if index else "") + text)
            file.write("\n]}\n")
        part.rename(folder / f"{name}.geojson")


def arguments(folder):
    return ["diff", "before.geojson", "after.geojson", "--format", "json"]


def peers(folder):
    return {
        name: {"command": [sys.executable, points.peer(f"changes_{name}")], "module": name}
        for name in ["duckdb", "msgspec"]
    }


def clean(folder):
    (folder / OUTPUT).unlink(missing_ok=True)


def answer(folder):
    """The features that are new, removed and changed: how many, and a digest of their identifiers."""
    result = json.loads((folder / OUTPUT).read_text(encoding="utf-8"))
    found = []
    for kind in ("new", "removed", "changed"):
        numbers = next(iter(result.values()))[kind] if len(result) == 1 else result[kind]
        ids = sorted(n.get("id", n.get("key")) if isinstance(n, dict) else n for n in numbers)
        found.append((kind, len(ids), hashlib.sha256(repr(ids).encode()).hexdigest()[:12]))
    return found
