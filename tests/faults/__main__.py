"""``python -m tests.faults``: damages files, kills loads, prints one table, fails on a fault.

``--write`` also puts what it printed into docs/reliability.md, with the commit it was measured on.
"""

import argparse
import os
import platform
import secrets
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

from tests.faults import files, kills

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reliability.md"
HEADING = "## Measured\n"


def main() -> int:
    """Run both and tell what came of it in Markdown."""
    options = _options()
    begin = f"On {_commit()}, seed {options.seed}, {os.cpu_count()} cores, {_machine()}."
    print(begin, flush=True)
    begun = monotonic()
    tally = files.run(options.seed, options.files, workers=options.workers)
    between = monotonic()
    killed = kills.run(options.seed, options.kills, workers=options.workers)
    minutes = [(between - begun) / 60, (monotonic() - between) / 60]
    told = [*_told(tally, killed), _times(tally, killed, minutes)]
    print("\n".join(["", *told]))
    faults = tally.faults + killed.faults
    for fault in faults:
        print(f"- {fault}")
    if options.write:
        PAGE.write_text(_measured(PAGE.read_text(encoding="utf-8"), [begin, "", *told]), "utf-8")
    return 1 if faults else 0


def _told(tally: files.Tally, killed: kills.Killed) -> Iterator[str]:
    yield "| what was done | times | read | refused | faults |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name in sorted({name for name, _ in tally.outcomes}):
        read, refused, crashed = (
            tally.outcomes[name, one] for one in ("read", "refused", "crashed")
        )
        faults = sum(f"({name}," in fault for fault in tally.faults)
        times = read + refused + crashed
        yield f"| {name} damaged | {times} | {read} | {refused} | {faults} |"
    yield f"| load killed (-9) | {killed.times} | – | – | {len(killed.faults)} |"
    yield ""
    codes = ", ".join(f"{code} {count}" for code, count in tally.codes.most_common())
    yield f"Refused with: {codes or 'nothing'}."
    yield f"Held against another reader: {tally.compared} of those read."
    yield ""


def _times(tally: files.Tally, killed: kills.Killed, minutes: list[float]) -> str:
    return (
        f"Slowest file {tally.slowest:.1f} s; all files {minutes[0]:.1f} minutes, all kills"
        f" {minutes[1]:.1f}. Of the killed loads {killed.before} had left the database as it was"
        f" and {killed.after} had loaded the whole file, of which {killed.finished} had ended"
        f" before the blow. {killed.times - killed.finished} blows therefore struck a living load."
    )


def _measured(page: str, told: list[str]) -> str:
    """The page with this under its heading in place of what stood there."""
    before, _, after = page.partition(HEADING)
    rest = after[after.index("\n## ") :] if "\n## " in after else ""
    return f"{before}{HEADING}\n" + "\n".join(told) + "\n" + rest


def _machine() -> str:
    return f"{platform.system()}, Python {platform.python_version()}"


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
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
