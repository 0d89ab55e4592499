#!/usr/bin/env python3
"""Scores the identity of blockades in an export: do they stay themselves from day to day?

Reads the dated layers of an output folder that `roadblocks export` has written and compares each day
on which the feed published with the one before it on which it did. Prints, and checks with --strict,

  new          blockades on a day whose site was in no earlier layer; of those, how many stand where the
               day before listed one: at most 2 km away on the same route, and gone on the day itself
               (one that is still there is another blockade, near the new one)
  continuing   blockades with one identifier on both days; how far the farthest has gone (at most 5 km)
  reopened     blockades on a site that earlier layers have under another identifier
  moves        blockades that stand elsewhere than in the layer before
"""

import argparse
import collections
import json
import math
import pathlib
import re
import sys

NEAR_KM = 2
FAR_KM = 5
NEW_SHARE = 0.02


def distance_km(one, other):
    """Great-circle distance; at these lengths within half a percent of the ellipsoid's."""
    (lon1, lat1), (lon2, lat2) = ([math.radians(value) for value in point] for point in (one, other))
    half = (
        math.sin((lat2 - lat1) / 2) ** 2
        + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    )
    return 2 * 6371.0088 * math.asin(min(1, math.sqrt(half)))


def point(feature):
    """A feature's point; of a line its middle vertex."""
    geometry = feature["geometry"]
    if geometry is None:
        return None
    coordinates = geometry["coordinates"]
    while isinstance(coordinates[0], list):
        coordinates = coordinates[len(coordinates) // 2]
    return coordinates[:2]


def site(identifier):
    """A blockade's identifier without its day."""
    return re.sub(r"-\d{4}-\d{2}-\d{2}(-\d+)?$", "", identifier)


def is_over(feature, later):
    """Whether a blockade is over when a later one begins."""
    end = feature["properties"]["end"]
    return end is not None and end <= later["properties"]["start"]


def layers(output, publisher):
    """The layers of the days on which the publisher said something, by day."""
    spoken = set()
    days = {}
    for folder in sorted((output / "by-date").iterdir()):
        features = json.loads((folder / "blockades.geojson").read_text())["features"]
        chosen = {}
        for feature in features:
            properties = feature["properties"]
            if publisher is None or publisher in properties["publisher"]:
                chosen[properties["blockade_id"]] = feature
                spoken.add(properties["first_reported"][:10])
                spoken.add(properties["last_reported"][:10])
        days[folder.name] = chosen
    return {day: chosen for day, chosen in days.items() if day in spoken}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("output", type=pathlib.Path, help="the folder that export wrote")
    parser.add_argument("--publisher", help="only blockades that this publisher reports")
    parser.add_argument("--list", action="store_true", help="print the new blockades that are old")
    parser.add_argument("--strict", action="store_true", help="exit with 1 where a figure is over its limit")
    arguments = parser.parse_args()

    figures = collections.Counter()
    farthest = 0.0
    seen = {}
    before = None
    for day, today in layers(arguments.output, arguments.publisher).items():
        for identifier, feature in sorted(today.items()):
            here = point(feature)
            if before is None:
                continue
            if identifier in before:
                figures["continuing"] += 1
                there = point(before[identifier])
                if here and there:
                    gone = distance_km(here, there)
                    farthest = max(farthest, gone)
                    figures["moves"] += gone > 0.001
                    figures["too far"] += gone > FAR_KM
                continue
            if site(identifier) in seen:
                figures["reopened"] += 1
                continue
            figures["new"] += 1
            near = [
                other["properties"]["blockade_id"]
                for other in before.values()
                if other["properties"]["route"] == feature["properties"]["route"]
                and here and point(other)
                and distance_km(here, point(other)) <= NEAR_KM
            ]
            old = [other for other in near if is_over(today.get(other, before[other]), feature)]
            figures["new beside one that stays"] += bool(near) and not old
            if old:
                figures["new but old"] += 1
                if arguments.list:
                    print(f"{day} {identifier} is {', '.join(old)}")
        for identifier in today:
            seen[site(identifier)] = identifier
        figures["days"] += 1
        before = today

    spells = json.loads((arguments.output / "layers" / "blockades.geojson").read_text())["features"]
    identifiers = {feature["properties"]["blockade_id"] for feature in spells}
    share = figures["new but old"] / figures["new"] if figures["new"] else 0
    print(f"{figures['days']} days, {len(identifiers)} spells at {len(set(map(site, identifiers)))} sites")
    print(
        f"new         {figures['new']:6}  {figures['new but old']} ({share:.1%}) were listed the day before"
        f" within {NEAR_KM} km; {figures['new beside one that stays']} stand beside one that stays"
    )
    print(
        f"continuing  {figures['continuing']:6}  {figures['too far']} went more than {FAR_KM} km;"
        f" the farthest {farthest:.2f} km; {figures['moves']} moved"
    )
    print(f"reopened    {figures['reopened']:6}")
    if arguments.strict and (share > NEW_SHARE or figures["too far"]):
        sys.exit(1)


if __name__ == "__main__":
    main()
