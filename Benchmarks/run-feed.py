#!/usr/bin/env python3
"""Times `add` and `export` over longer and longer archives of an alert feed, from files to files.

Makes the archives with make-feed-archive.py out of a short one, runs each command several times on a
fresh ledger, and prints medians: seconds by the clock, of processors, and the peak of memory. With
--peer it times another command over the same snapshots, "{}" in it standing for their folder.

  Benchmarks/run-feed.py .build/release/roadblocks sutran-2023Q1.tar.xz --snapshots 340 3400 4817
"""

import argparse
import os
import pathlib
import shlex
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent


def run(command):
    """Seconds by the clock, seconds of processors, and the peak of memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"{' '.join(command)}: {message.decode(errors='replace')}")
    return time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def show(name, runs):
    clock, processors, memory = (statistics.median(figures) for figures in zip(*runs))
    print(f"  {name:8} {clock:7.2f} s  {processors:7.2f} s of processors  {memory:6.0f} MB", flush=True)
    return clock


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("program", help="the built program")
    parser.add_argument("source", help="the archive or folder of snapshots to repeat")
    parser.add_argument("--data", default=str(HERE.parent / "GeoData"), help="the country pack")
    parser.add_argument("--snapshots", type=int, nargs="+", default=[340, 3400, 4817], help="how many, each in turn")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peer", help='a command to compare with, as "python3 peer.py {} regions.geojson out"')
    parser.add_argument("--folder", help="where to put archives and outputs (default: a temporary folder)")
    arguments = parser.parse_args()

    with tempfile.TemporaryDirectory(dir=arguments.folder) as name:
        root = pathlib.Path(name)
        for count in arguments.snapshots:
            snapshots = root / f"snapshots-{count}"
            maker = [sys.executable, HERE / "make-feed-archive.py", arguments.source, snapshots]
            subprocess.run([*maker, "--snapshots", str(count)], check=True)
            size = sum(file.stat().st_size for file in snapshots.iterdir()) / 1e6
            print(f"{count} snapshots, {size:.0f} MB")
            (adds, exports, peers) = ([], [], [])
            ledger = root / "ledger.sqlite"
            common = ["--data", arguments.data, "--ledger", str(ledger)]
            for _ in range(arguments.runs):
                ledger.unlink(missing_ok=True)
                adds.append(run([arguments.program, "add", str(snapshots), *common]))
                exports.append(run([arguments.program, "export", *common, "--output", str(root / "out")]))
                if arguments.peer:
                    peers.append(run(shlex.split(arguments.peer.replace("{}", str(snapshots)))))
            ours = show("add", adds) + show("export", exports)
            if peers:
                print(f"  {show('peer', peers) / ours:.1f} times as long as ours together ({ours:.2f} s)")
            subprocess.run(["rm", "-r", snapshots], check=True)


if __name__ == "__main__":
    main()
