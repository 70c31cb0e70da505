"""``python -m tests.faults``: damages files, kills loads, prints one table, fails on a fault."""

import argparse
import os
import secrets
import subprocess
import sys
from pathlib import Path
from time import monotonic

from tests.faults import files, kills

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Run both and print what came of it in Markdown."""
    options = _options()
    print(f"Commit {_commit()}, seed {options.seed}, {os.cpu_count()} cores.\n", flush=True)
    begun = monotonic()
    tally = files.run(options.seed, options.files, workers=options.workers)
    minutes = (monotonic() - begun) / 60
    killed = kills.run(options.seed, options.kills)
    names = sorted({name for name, _ in tally.outcomes})
    print("| what was done | times | read | refused | faults |")
    print("| --- | ---: | ---: | ---: | ---: |")
    for name in names:
        read, refused, crashed = (
            tally.outcomes[name, one] for one in ("read", "refused", "crashed")
        )
        faults = sum(f"({name}," in fault for fault in tally.faults)
        times = read + refused + crashed
        print(f"| {name} damaged | {times} | {read} | {refused} | {faults} |")
    print(f"| load killed (-9) | {killed.times} | – | – | {len(killed.faults)} |")
    codes = ", ".join(f"{code} {count}" for code, count in tally.codes.most_common())
    print(f"\nRefused with: {codes or 'nothing'}.")
    print(f"Held against another reader: {tally.compared} of those read.")
    print(f"Slowest file {tally.slowest:.1f} s; all files {minutes:.1f} minutes.")
    print(
        f"Of the killed loads {killed.before} had left the database as it was, {killed.after} had"
        f" loaded the whole file; {killed.finished} ended before the blow."
    )
    for fault in tally.faults + killed.faults:
        print(f"- {fault}")
    return 1 if tally.faults or killed.faults else 0


def _commit() -> str:
    """The commit that is measured, with a mark where files differ from it."""
    command = ["git", "describe", "--always", "--dirty"]
    try:
        asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return asked.stdout.strip()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**9))
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--workers", type=int, default=2)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
