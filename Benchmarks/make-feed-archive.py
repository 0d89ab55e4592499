#!/usr/bin/env python3
"""Makes a long archive of an alert feed out of a short one, by repeating it over later and later dates.

Reads the snapshots (files named YYYY-MM-DDTHHMM.json) of an archive or a folder and writes copies whose
names and `fecha_actualizacion` are so many days later with each repetition, until there are as many as
asked for. With --new-alerts every repetition's `fecha_evento` moves too, so that no alert of one is an
alert of another.

  Benchmarks/make-feed-archive.py sutran-2023Q1.tar.xz OUT --snapshots 4817
"""

import argparse
import datetime
import pathlib
import re
import tarfile

NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(T\d{4}\.json)$")


def snapshots(source):
    """The names and bytes of an archive's or a folder's snapshots, in the order of their moments."""
    if source.is_dir():
        found = [(path.name, path.read_bytes()) for path in source.rglob("*.json")]
    else:
        with tarfile.open(source) as archive:
            found = [
                (pathlib.PurePath(member.name).name, archive.extractfile(member).read())
                for member in archive
                if member.isfile()
            ]
    return sorted((name, content) for name, content in found if NAME.search(name))


def shifted(content, field, days):
    """The snapshot with every date of a field so many days later; what is no date stays."""

    def later(match):
        try:
            date = datetime.date(int(match[4]), int(match[3]), int(match[2])) + datetime.timedelta(days)
        except (ValueError, OverflowError):
            return match[0]
        return b"%s%s%s" % (match[1], date.strftime("%d/%m/%Y").encode(), match[5])

    pattern = rb'("%s"\s*:\s*"\s*)(\d{1,2})/(\d{1,2})/(\d{4})([^"]*")' % field.encode()
    return re.sub(pattern, later, content)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("source", type=pathlib.Path, help="the archive or folder of snapshots")
    parser.add_argument("output", type=pathlib.Path, help="the folder to write them to")
    parser.add_argument("--snapshots", type=int, default=4817, help="how many to write")
    parser.add_argument("--new-alerts", action="store_true", help="move the alerts' own dates too")
    arguments = parser.parse_args()

    source = snapshots(arguments.source)
    days = [datetime.date.fromisoformat(NAME.search(name)[1]) for name, _ in source]
    period = (max(days) - min(days)).days + 1
    arguments.output.mkdir(parents=True, exist_ok=True)
    for number in range(arguments.snapshots):
        repetition, place = divmod(number, len(source))
        name, content = source[place]
        by = repetition * period
        content = shifted(content, "fecha_actualizacion", by)
        if arguments.new_alerts:
            content = shifted(content, "fecha_evento", by)
        date = days[place] + datetime.timedelta(by)
        (arguments.output / f"{date}{NAME.search(name)[2]}").write_bytes(content)


if __name__ == "__main__":
    main()
