"""Reads damaged files and judges what came of it."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic

from etl.readers import ReadResult, read_file
from tests.faults.books import sound_files
from tests.faults.mutations import MUTATIONS
from tests.faults.oracle import checksums_are_right, compare

LONGEST = 20.0
_ZIPS = frozenset({".xlsx", ".xlsm", ".xlsb", ".ods"})


@dataclass(frozen=True, slots=True)
class Damaged:
    """A damaged file: its number, what it was, what was done to it."""

    number: int
    name: str
    mutation: str
    data: bytes


@dataclass(slots=True)
class Tally:
    """Outcomes by what the files were, and everything that should not have happened."""

    outcomes: Counter[tuple[str, str]] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    compared: int = 0
    slowest: float = 0


def damaged_files(seed: int, count: int) -> Iterator[Damaged]:
    """The same files for the same seed, whatever ran before."""
    sound = sorted(sound_files().items())
    for number in range(count):
        chance = Random(f"{seed}/{number}")  # noqa: S311  chance here must be repeatable
        name, data = sound[number % len(sound)]
        mutation = chance.choice(MUTATIONS)
        yield Damaged(number, name, mutation.__name__, mutation(data, chance))


def run(seed: int, count: int, *, workers: int = 2) -> Tally:
    """Damage and read so many files."""
    tally = Tally()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(workers) as pool:
        batches = pool.map(lambda one: _read(one, Path(folder)), damaged_files(seed, count))
        for damaged, result, seconds in batches:
            _judge(tally, damaged, result, seconds)
    return tally


def _read(damaged: Damaged, folder: Path) -> tuple[Damaged, ReadResult | Exception, float]:
    path = folder / f"{damaged.number}-{damaged.name}"
    path.write_bytes(damaged.data)
    begun = monotonic()
    try:
        result: ReadResult | Exception = read_file(path)
    except Exception as fault:  # noqa: BLE001  any exception is the fault that is looked for
        result = fault
    finally:
        path.unlink()
    return damaged, result, monotonic() - begun


def _judge(tally: Tally, damaged: Damaged, result: ReadResult | Exception, seconds: float) -> None:
    where = f"file {damaged.number} ({damaged.name}, {damaged.mutation})"
    tally.slowest = max(tally.slowest, seconds)
    if seconds > LONGEST:
        tally.faults.append(f"{where}: {seconds:.1f} s")
    if isinstance(result, Exception):
        tally.outcomes[damaged.name, "crashed"] += 1
        tally.faults.append(f"{where}: {type(result).__name__}: {result}")
        return
    if result.workbook is None:
        tally.outcomes[damaged.name, "refused"] += 1
        tally.codes[result.findings[0].code] += 1
        return
    tally.outcomes[damaged.name, "read"] += 1
    in_zip = f".{result.workbook.container}" in _ZIPS
    if in_zip and not checksums_are_right(damaged.data):
        tally.faults.append(f"{where}: read although a checksum is wrong")
    comparison = compare(result.workbook, damaged.data)
    tally.compared += comparison.sheets > 0
    if comparison.difference is not None:
        tally.faults.append(f"{where}: {comparison.difference}")
