"""Reads a collection of points into a list of typed events with Python's own json, and writes sums of them."""

import json
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    features = json.load(file)["features"]
events = [
    (f["id"], *f["geometry"]["coordinates"], f["properties"]["kind"], f["properties"]["place"], f["properties"]["km"])
    for f in features
]
with open(sys.argv[2], "w", encoding="utf-8") as file:
    ids = sum(event[0] for event in events)
    letters = sum(len(event[3].encode()) + len(event[4].encode()) for event in events)
    degrees = sum(event[1] + event[2] for event in events)
    print(len(events), ids, letters, f"{degrees:.0f}", f"{sum(event[5] for event in events):.0f}", file=file)
