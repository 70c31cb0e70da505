"""``python -m tests.faults``: tries every fault, prints one table, fails on any that does harm.

``--write`` also puts what it printed into docs/reliability.md, with the commit it was measured on.
"""

import argparse
import logging
import os
import platform
import secrets
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

from app import create_app
from cakupan.settings import Settings
from tests.faults import (
    big_body,
    clock,
    crowd,
    files,
    full_disk,
    kills,
    lost_bytes,
    malformed,
    newer,
    read_only,
    soak,
    steps,
    suite,
    torn_log,
    uploads,
    viewer_writes,
    workers,
)
from tests.faults.served import served

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reliability.md"
HEADING = "## Measured\n"
# How many of each kind are killed for each hundred loads.
SHARES = {"load": 100, "migrate": 10, "undo": 10, "backup": 10, "restore": 10}

# Lines for the page, and faults.
Told = tuple[list[str], list[str]]


def main() -> int:
    """Try all and tell what came of it in Markdown."""
    options = _options()
    begin = f"On {_commit()}, seed {options.seed}, {os.cpu_count()} cores, {_machine()}."
    print(begin, flush=True)
    told: list[str] = []
    faults: list[str] = []
    for lines, found in _done(options):
        print("\n".join(lines), flush=True)
        told += lines
        faults += found
    for fault in faults:
        print(f"- {fault}")
    if options.write:
        PAGE.write_text(_measured(PAGE.read_text(encoding="utf-8"), [begin, "", *told]), "utf-8")
    return 1 if faults else 0


def _done(options: argparse.Namespace) -> Iterator[Told]:
    """What each part tells and what it found, part by part."""
    with ThreadPoolExecutor(1) as beside:
        # The longest part keeps one core busy and is in no hurry: it goes on beside the first two.
        soaked = beside.submit(_timed, _soak, options)
        for part in (_damage, _kill):
            yield _timed(part, options)
        yield soaked.result()
    for part in (_database, _strangers, _uploads, _shared, _suite):
        yield _timed(part, options)


def _timed(part: Callable[[argparse.Namespace], Told], options: argparse.Namespace) -> Told:
    """A part, and how long it took."""
    begun = monotonic()
    lines, found = part(options)
    minutes = (monotonic() - begun) / 60
    return ([*lines, "", f"{minutes:.1f} minutes.", ""] if lines else []), found


def _damage(options: argparse.Namespace) -> Told:
    if not options.files:
        return [], []
    tally = files.run(options.seed, options.files, workers=options.workers)
    return list(_damaged(tally)), tally.faults


def _damaged(tally: files.Tally) -> Iterator[str]:
    yield "| damaged file | times | read | refused | faults |"
    yield "| --- | ---: | ---: | ---: | ---: |"
    for name in sorted({name for name, _ in tally.outcomes}):
        read, refused, crashed = (
            tally.outcomes[name, one] for one in ("read", "refused", "crashed")
        )
        faults = sum(f"({name}," in fault for fault in tally.faults)
        yield f"| {name} | {read + refused + crashed} | {read} | {refused} | {faults} |"
    yield ""
    codes = ", ".join(f"{code} {count}" for code, count in tally.codes.most_common())
    yield f"Refused with: {codes or 'nothing'}."
    yield f"Held against another reader: {tally.compared} of those read."
    yield f"Slowest file {tally.slowest:.1f} s."


def _kill(options: argparse.Namespace) -> Told:
    if not options.kills:
        return [], []
    lines = [
        "| killed (-9) | times | left as before | done whole | ended before the blow | faults |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    faults = []
    for kind, share in SHARES.items():
        times = options.kills * share // 100
        killed = kills.run(options.seed, kind, times, workers=options.workers)
        counted = (killed.times, killed.before, killed.after, killed.finished, len(killed.faults))
        lines.append(f"| {kind} | " + " | ".join(map(str, counted)) + " |")
        faults += killed.faults
    return lines, faults


def _database(options: argparse.Namespace) -> Told:
    """What befalls the file itself, and the crowd around it."""
    if not options.trials:
        return [], []
    torn = torn_log.run(options.seed, options.trials)
    lost = lost_bytes.run(options.seed, options.trials)
    full = full_disk.run(20)
    failed = crowd.run(4, 100)
    standing = read_only.run()
    moved, steps_taken, written = clock.run(), steps.run(), viewer_writes.run()
    later = newer.run()
    bytes_lost = f"{lost.refused} refused, the others harmed no figure"
    disks = full.not_done or f"{full.refused} of them too small for the load"
    still = standing.not_done or "pages served, an upload refused with the reason"
    lines = [
        "| the database | times | what came of it | faults |",
        "| --- | ---: | --- | ---: |",
        f"| its log torn | {options.trials} | opened at a whole commit | {len(torn)} |",
        f"| bytes lost | {lost.times} | {bytes_lost} | {len(lost.faults)} |",
        f"| disk full | {full.times} | {disks} | {len(full.faults)} |",
        f"| 4 loaders, 100 loads each | 400 | all written | {len(failed)} |",
        f"| disk read-only | {standing.pages} | {still} | {len(standing.faults)} |",
        f"| clock a day back, a year on | 2 | the order of deeds counts | {len(moved)} |",
        f"| older schema | {len(steps.revisions())} | upgraded whole | {len(steps_taken)} |",
        f"| newer schema | 2 | a start and a load refused, not a byte changed | {len(later)} |",
        f"| written by a viewer | {viewer_writes.TIMES} | refused | {len(written)} |",
    ]
    found = [*torn, *lost.faults, *full.faults, *failed, *standing.faults]
    return lines, [*found, *moved, *steps_taken, *later, *written]


def _strangers(options: argparse.Namespace) -> Told:
    """What nobody's page sends: malformed requests, and bodies far too large."""
    if not options.requests:
        return [], []
    with (
        tempfile.TemporaryDirectory() as name,
        served(f"sqlite:///{Path(name) / 'cakupan.db'}") as (port, pid),
    ):
        broken = [
            sent
            for sent, status in big_body.BROKEN.items()
            if not big_body.is_refused(port, sent, status)
        ]
        app = create_app(
            Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{name}/cakupan.db"})
        )
        # What goes wrong in a callback is told by its answer; the log is not looked at.
        logging.disable()
        strange = malformed.answers(app, options.seed, 500)
        logging.disable(logging.NOTSET)
        # By now the server is done with what it works out after a start.
        large = big_body.run(port, pid)
    came = f"413 in {large.seconds:.1f} s, memory +{large.memory / 1024**2:.1f} MiB"
    lines = [
        "| requests from strangers | times | what came of it | faults |",
        "| --- | ---: | --- | ---: |",
        f"| malformed | 500 | no failure, nothing told of the inside | {len(strange)} |",
        f"| no request at all | {len(big_body.BROKEN)} | refused, and served on | {len(broken)} |",
        f"| 150 MiB at once | 2 | {came} | {len(large.faults)} |",
    ]
    return lines, [*strange, *large.faults, *(f"{sent[:40]!r} was not refused" for sent in broken)]


def _uploads(options: argparse.Namespace) -> Told:
    """Many files at once, and viewers meanwhile."""
    if not options.requests:
        return [], []
    brought = uploads.run(options.seed, 20)
    line = (
        f"{brought.files} files brought at once by as many visitors: {brought.waited} waited for"
        f" their turn, all were examined within {brought.seconds:.1f} s; {len(brought.looks)} looks"
        f" of viewers meanwhile, 95% of them answered within {brought.p95:.2f} s,"
        f" {len(brought.faults)} faults."
    )
    return [line], brought.faults


def _soak(options: argparse.Namespace) -> Told:
    if not options.requests:
        return [], []
    soaked = soak.run(options.seed, options.requests, options.requests // 200)
    before, after = (size / 1024**2 for size in soaked.memory)
    rate = soaked.requests / soaked.seconds
    line = (
        f"{soaked.requests} requests and {soaked.loads} loads, {rate:.0f} requests a second: memory"
        f" {before:.0f} → {after:.0f} MiB ({after / before - 1:+.1%}), open files"
        f" {soaked.handles[0]} → {soaked.handles[1]}, {len(soaked.faults)} faults."
    )
    return [line], soaked.faults


def _shared(options: argparse.Namespace) -> Told:
    """Several programs on one PostgreSQL."""
    if not options.shared:
        return [], []
    shared = workers.run(options.shared)
    line = (
        f"{workers.PROGRAMS} programs on one PostgreSQL behind a proxy, {shared.written} loads"
        f" under {shared.asked} questions: one program killed, the server stopped for 2 s;"
        f" {shared.away} were told that it was away, it was found again after"
        f" {shared.back_after:.1f} s, {len(shared.faults)} wrong answers."
    )
    return [line], shared.faults


def _suite(options: argparse.Namespace) -> Told:
    """Every test, on the other engine."""
    if not options.suite:
        return [], []
    tried = suite.run(options.suite)
    lines = [
        "| the suite on PostgreSQL | tests |",
        "| --- | ---: |",
        f"| passed | {tried.passed} |",
        f"| skipped, about a file of SQLite alone | {tried.about_files} |",
        f"| skipped for want of something on this machine | {tried.left_out} |",
        f"| faults | {len(tried.faults)} |",
    ]
    return lines, tried.faults


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
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--trials", type=int, default=500)
    parser.add_argument("--requests", type=int, default=100_000)
    parser.add_argument("--shared", type=float, default=30, help="seconds; 0 leaves it out")
    parser.add_argument("--suite", type=int, default=2, help="processes; 0 leaves it out")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
