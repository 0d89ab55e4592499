"""One long dispatch, read for blockades, tolls and tallies. No peer does the same: the figure is for ourselves."""

import pathlib

import numpy

SCALES = [200]
OUTPUT = "statements.txt"
# Where the standard output of roadblocks goes.
STANDARD_OUTPUT = OUTPUT
DATA = pathlib.Path(__file__).resolve().parents[2] / "GeoData"
SENTENCES = [
    "On Monday drivers blocked the Panamericana Sur at kilometre {} in Ica.",
    "The number of people killed in Juliaca has risen to {}, a spokeswoman said.",
    "At {} points of Puno the roads are blocked, she added.",
    "Markets on the coast opened as usual, and buses ran {} minutes late.",
    "A choir of {} children sang in the square, and everybody went home before it rained.",
]


def title(scale):
    return f"{scale:,} thousand sentences of a dispatch, about {scale * 0.071:.0f} MB"


def prepare(folder, scale):
    path = folder / "dispatch.txt"
    if path.exists():
        return
    generator = numpy.random.default_rng(7)
    part = path.with_suffix(".part")
    with open(part, "w", encoding="utf-8") as file:
        file.write("publisher: Invented Herald\ntitle: Roads\npublished: 2023-01-05\nlanguage: en\n\n")
        for _ in range(scale):
            chosen, numbers = generator.integers(0, len(SENTENCES), 1000), generator.integers(2, 400, 1000)
            file.writelines(SENTENCES[c].format(n) + "\n" for c, n in zip(chosen, numbers))
    part.rename(path)


def arguments(folder):
    return ["read", "dispatch.txt", "--data", str(DATA)]


def peers(folder):
    return {}


def clean(folder):
    (folder / OUTPUT).unlink(missing_ok=True)


def answer(folder):
    """How many statements there are."""
    return (folder / OUTPUT).read_text(encoding="utf-8").partition("\n")[0]
