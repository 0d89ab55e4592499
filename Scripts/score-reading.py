#!/usr/bin/env python3
"""Score `roadblocks read` against texts with the observations that a careful reader finds in them.

    Scripts/score-reading.py [FILE.txt …] [--program PATH] [--data FOLDER] [--part all|worked|held] [--misses]

A file holds texts: a line `# id date note`, the text, and a line `> …` for each observation expected, or
`> nothing`. An expected observation names its kind, its status or measure, and what else has to hold:
`value=17`, `place=Juliaca` (part of the place as written), `route=PE-1S`, `km=262`, `date=2023-01-05`.
Every third text is held back: it is scored apart and was not looked at while the rules were written.

Prints precision and recall for each kind and language. Needs Python 3.9 or later and nothing else.
"""

import argparse
import json
import pathlib
import subprocess
import sys
import unicodedata
from collections import defaultdict

KINDS = ("blockade", "toll", "tally")


def plain(text):
    decomposed = unicodedata.normalize("NFD", (text or "").lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def texts(path):
    current = None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# "):
            if current:
                yield current
            identifier, date, *note = line[2:].split(" ", 2)
            current = {"id": identifier, "date": date, "note": " ".join(note), "lines": [], "expected": []}
        elif line.startswith("> "):
            if line != "> nothing":
                kind, what, *fields = line[2:].split(" ")
                expected, last = {"kind": kind, "what": what}, None
                for field in fields:
                    if "=" in field:
                        last, value = field.split("=", 1)
                        expected[last] = value
                    else:
                        expected[last] += " " + field
                current["expected"].append(expected)
        elif current:
            current["lines"].append(line)
    if current:
        yield current


def fits(expected, read):
    if expected["kind"] != read["kind"]:
        return False
    what = read["status"] if read["kind"] == "blockade" else read["measure"]
    if expected["what"] != what:
        return False
    for field, value in expected.items():
        if field in ("kind", "what"):
            continue
        if field == "place":
            if plain(value) not in plain(read["place"]):
                return False
        elif field in ("km", "value"):
            if read[field] is None or abs(float(value) - read[field]) > 0.05:
                return False
        elif field == "event":
            if value != read["event_type"]:
                return False
        elif value != read.get(field):
            return False
    return True


def main():
    here = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="*", type=pathlib.Path)
    parser.add_argument("--program", default=str(here / ".build/release/roadblocks"))
    parser.add_argument("--data", default=str(here / "GeoData"))
    parser.add_argument("--part", choices=("all", "worked", "held"), default="all")
    parser.add_argument("--misses", action="store_true", help="print what was missed and what was too much")
    options = parser.parse_args()
    files = options.files or sorted((here / "Tests/ReadingTests/corpus").glob("*.txt"))
    right, wanted, given = defaultdict(int), defaultdict(int), defaultdict(int)
    count = 0
    for path in files:
        language = path.stem.split("-")[0]
        for number, text in enumerate(texts(path), start=1):
            is_held = number % 3 == 0
            if options.part != "all" and is_held != (options.part == "held"):
                continue
            count += 1
            body = "\n".join(text["lines"])
            command = [options.program, "read", "-", "--format", "json", "--data", options.data, "--date", text["date"]]
            run = subprocess.run(command, input=body.encode(), capture_output=True)
            if run.returncode:
                sys.exit(f"{text['id']}: {run.stderr.decode().strip()}")
            read = [json.loads(line) for line in run.stdout.decode().splitlines()]
            rest, missed = list(read), []
            for expected in text["expected"]:
                wanted[language, expected["kind"]] += 1
                match = next((r for r in rest if fits(expected, r)), None)
                if match is None:
                    missed.append(expected)
                else:
                    rest.remove(match)
                    right[language, expected["kind"]] += 1
            for statement in read:
                given[language, statement["kind"]] += 1
            if options.misses and (missed or rest):
                print(f"{text['id']} {text['note']}\n  {body.strip()}")
                for expected in missed:
                    print("  missed  ", " ".join(f"{k}={v}" for k, v in expected.items()))
                for r in rest:
                    keys = ("kind", "status", "measure", "value", "place", "route", "km", "scope", "category", "qualifier", "date")
                    print("  too much", " ".join(f"{k}={r[k]}" for k in keys if r.get(k) is not None), r["warnings"])
    if not count:
        sys.exit("no texts to score")
    print(f"{count} texts, part: {options.part}")
    for language in sorted({key[0] for key in (*wanted, *given)}):
        for kind in KINDS:
            key = (language, kind)
            precision = right[key] / given[key] if given[key] else 1.0
            recall = right[key] / wanted[key] if wanted[key] else 1.0
            print(f"{language} {kind:9} precision {precision:.2f} ({right[key]}/{given[key]})"
                  f"  recall {recall:.2f} ({right[key]}/{wanted[key]})")


if __name__ == "__main__":
    main()
