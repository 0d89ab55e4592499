"""A true parse of every feature, compared value by value."""

import gc
import json

import msgspec

gc.disable()


class Properties(msgspec.Struct, gc=False):
    id: int
    place: str
    km: float
    state: str


class Point(msgspec.Struct, gc=False):
    coordinates: tuple[float, float]


class Feature(msgspec.Struct, gc=False):
    id: int
    properties: Properties
    geometry: Point


class Collection(msgspec.Struct, gc=False):
    features: list[Feature]


def read(path):
    with open(path, "rb") as file:
        return {f.id: f for f in msgspec.json.decode(file.read(), type=Collection).features}


before, after = read("before.geojson"), read("after.geojson")
changes = [("new", number) for number in after.keys() - before.keys()]
changes += [("removed", number) for number in before.keys() - after.keys()]
changes += [("changed", n) for n, feature in before.items() if (other := after.get(n)) is not None and feature != other]
with open("changes.json", "w") as file:
    kinds = ("new", "removed", "changed")
    json.dump({kind: [number for found, number in changes if found == kind] for kind in kinds}, file)
