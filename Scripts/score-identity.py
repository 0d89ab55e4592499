#!/usr/bin/env python3
"""Scores the identity of blockades in an export: do they stay themselves from day to day?

Reads the dated layers of an output folder that `roadblocks export` has written and compares each day
on which the feed published with the one before it on which it did. Prints, and checks with --strict,

  unseen       blockades on a day whose site was in no earlier layer; of those, how many stand within
               2 km, on the same route, of any that the day before listed, and how many of these really
               took its place: the other is gone (one that is still there is another blockade, near)
  new          with --diff: of those, the ones that `roadblocks diff` calls new; the others it calls
               spread, another point of a blockade that stood already. Again how many stand within 2 km
               of any that the day before listed (at most 2 %)
  continuing   blockades with one identifier on both days; how far the farthest has gone (at most 5 km)
  reopened     blockades on a site that earlier layers have under another identifier
  moves        blockades that stand elsewhere than in the layer before
"""

import argparse
import collections
import concurrent.futures
import json
import math
import pathlib
import re
import subprocess
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


def called_new(command, days):
    """For each day the blockades that `diff` from the day before calls new."""

    def difference(pair):
        arguments = [*command, pair[0], pair[1], "--format", "geojson"]
        output = subprocess.run(arguments, check=True, capture_output=True).stdout
        return pair[1], {
            feature["properties"]["blockade_id"]
            for feature in json.loads(output)["features"]
            if feature["properties"]["change"] == "new"
        }

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return dict(pool.map(difference, zip(days, days[1:])))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("output", type=pathlib.Path, help="the folder that export wrote")
    parser.add_argument("--publisher", help="only blockades that this publisher reports")
    parser.add_argument("--diff", help="the command that compares two days, as \"roadblocks diff --ledger L\"")
    parser.add_argument("--list", action="store_true", help="print the unseen blockades near old ones")
    parser.add_argument("--strict", action="store_true", help="with --diff: exit with 1 where a figure is over its limit")
    arguments = parser.parse_args()

    figures = collections.Counter()
    farthest = 0.0
    seen = {}
    before = None
    dated = layers(arguments.output, arguments.publisher)
    new = called_new(arguments.diff.split(), list(dated)) if arguments.diff else {}
    for day, today in dated.items():
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
            near = [
                other["properties"]["blockade_id"]
                for other in before.values()
                if other["properties"]["route"] == feature["properties"]["route"]
                and here and point(other)
                and distance_km(here, point(other)) <= NEAR_KM
            ]
            old = [other for other in near if is_over(today.get(other, before[other]), feature)]
            figures["unseen"] += 1
            figures["unseen near"] += bool(near)
            figures["unseen but old"] += bool(old)
            is_new = identifier in new.get(day, ())
            figures["new"] += is_new
            figures["new near"] += is_new and bool(near)
            if near and arguments.list:
                called = ("new" if is_new else "spread") if arguments.diff else "unseen"
                place = "the place of" if old else "beside"
                print(f"{day} {identifier} is {called}, {place} {', '.join(old or near)}")
        for identifier in today:
            seen[site(identifier)] = identifier
        figures["days"] += 1
        before = today

    spells = json.loads((arguments.output / "layers" / "blockades.geojson").read_text())["features"]
    identifiers = {feature["properties"]["blockade_id"] for feature in spells}
    print(f"{figures['days']} days, {len(identifiers)} spells at {len(set(map(site, identifiers)))} sites")

    def share(kind):
        near, all_ = figures[f"{kind} near"], figures[kind]
        return f"{near} ({near / all_ if all_ else 0:.1%}) stand within {NEAR_KM} km of one listed the day before"

    print(f"unseen      {figures['unseen']:6}  {share('unseen')}; {figures['unseen but old']} took its place")
    if arguments.diff:
        print(f"new         {figures['new']:6}  {share('new')}")
    print(
        f"continuing  {figures['continuing']:6}  {figures['too far']} went more than {FAR_KM} km;"
        f" the farthest {farthest:.2f} km; {figures['moves']} moved"
    )
    print(f"reopened    {figures['reopened']:6}")
    too_many = figures["new near"] > NEW_SHARE * figures["new"]
    if arguments.strict and (too_many or figures["too far"]):
        sys.exit(1)


if __name__ == "__main__":
    main()
