"""The fact files of data/samples/facts/ as types. Reads them as they are; computes nothing.

Facts and anchors carry their source; the ``choice_`` files are what we chose for the sample.
"""

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from cakupan.domain.measures import Basis, Maturity, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record

StatedKey = tuple[str, Measure, Segment, Period]


class Workforce(Record, frozen=True):
    """One region and year of BPS Sakernas August; ``status`` says what is wrong with it."""

    employed: int | None
    labour_force: int | None
    status: str


class Published(Record, frozen=True):
    """One published figure. ``value`` and ``rounding`` are in ``unit`` (percent, person)."""

    code: str
    measure: Measure
    segment: Segment
    programme: str
    group: str
    basis: Basis
    period: Period
    value: Decimal
    unit: str
    rounding: Decimal
    publisher: str
    citation: str
    maturity: Maturity
    note: str


class RegionChoice(Record, frozen=True):
    """How one sample region is meant to look.

    ``base_weight`` is its eligible workers per 1 000 employed, before its province's total is
    met; ``coverage`` is in permille of them at each knot; a pair of shares in permille of the
    participants leads from the first knot to the last.
    """

    base_weight: int
    coverage: Mapping[Period, int]
    bpu: tuple[int, int]
    jakon: tuple[int, int]
    pmi: int


class ClaimChoice(Record, frozen=True):
    """A province's claims of one programme in 2024, and in permille how many more in 2025.

    ``rupiah`` is a multiple of a thousand.
    """

    cases: int
    rupiah: int
    growth: int


class LedgerLine(Record, frozen=True):
    """Contributions that somebody pays for a group of workers, from ``start`` for ``months``."""

    code: str
    group: str
    payer: str
    start: Period
    workers: int
    rupiah_a_month: int
    months: int
    citation: str


class NomineeChoice(Record, frozen=True):
    """A nominee of the sample: a region, or an invented body in it, and about what it scores."""

    code: str
    name: str
    category: str
    strength: int


class Facts(Record, frozen=True):
    """All fact files. ``stated`` holds anchors and chosen province totals under one kind of key.

    ``claims`` by province and programme; ``scholarships`` are children by province, year and level;
    ``vulnerable`` is what was published of a region and year: how many, and how many registered.
    """

    workforce: Mapping[tuple[str, int], Workforce]
    published: tuple[Published, ...]
    stated: Mapping[StatedKey, int]
    choices: Mapping[str, RegionChoice]
    claims: Mapping[tuple[str, str], ClaimChoice]
    scholarships: Mapping[tuple[str, int, str], int]
    vulnerable: Mapping[tuple[str, int], tuple[int, int]]
    ledger: tuple[LedgerLine, ...]
    nominees: tuple[NomineeChoice, ...]


def read_facts(facts_dir: Path) -> Facts:
    """Read every fact file; ``ValueError`` or ``KeyError`` where one is malformed."""
    chosen = dict(_stated(facts_dir / "choice_totals.csv"))
    return Facts(
        workforce=dict(_workforce(facts_dir / "workforce_sakernas_2018_2025.csv")),
        published=tuple(_published(facts_dir / "published_figures.csv")),
        stated=chosen | dict(_stated(facts_dir / "anchors.csv")),
        choices=dict(_choices(facts_dir / "choice_regions.csv")),
        claims=dict(_claims(facts_dir / "choice_claims.csv")),
        scholarships={
            (row["province"], int(row["year"]), row["level"]): int(row["children"])
            for row in _rows(facts_dir / "choice_scholarships.csv")
        },
        vulnerable={
            (row["code"], int(row["year"])): (int(row["workers"]), int(row["registered"]))
            for row in _rows(facts_dir / "anchors_vulnerable.csv")
        },
        ledger=tuple(_ledger(facts_dir / "choice_ledger.csv")),
        nominees=tuple(_nominees(facts_dir / "choice_juries.csv")),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _workforce(path: Path) -> Iterator[tuple[tuple[str, int], Workforce]]:
    for row in _rows(path):
        employed, labour_force = (
            int(row[name]) if row[name] else None for name in ("employed", "labour_force")
        )
        yield (row["code"], int(row["year"])), Workforce(employed, labour_force, row["status"])


def _published(path: Path) -> Iterator[Published]:
    for row in _rows(path):
        yield Published(
            code=row["code"],
            measure=Measure(row["measure"]),
            segment=Segment(row["segment"]),
            programme=row["programme"],
            group=row["group"],
            basis=Basis(row["basis"]),
            period=Period(row["period"]),
            value=Decimal(row["value"]),
            unit=row["unit"],
            rounding=Decimal(row["rounding"]),
            publisher=row["publisher"],
            citation=row["citation"],
            maturity=Maturity(row["maturity"]),
            note=row["note"],
        )


def _stated(path: Path) -> Iterator[tuple[StatedKey, int]]:
    for row in _rows(path):
        segment = Segment(row.get("segment", Segment.TOTAL))
        key = (row["code"], Measure(row["measure"]), segment, Period(row["period"]))
        yield key, int(row["value"])


def _choices(path: Path) -> Iterator[tuple[str, RegionChoice]]:
    prefix = "coverage_"
    for row in _rows(path):
        yield (
            row["code"],
            RegionChoice(
                base_weight=int(row["base_weight"]),
                coverage={
                    Period(name.removeprefix(prefix)): int(value)
                    for name, value in row.items()
                    if name.startswith(prefix)
                },
                bpu=(int(row["bpu_2020"]), int(row["bpu_2025"])),
                jakon=(int(row["jakon_2020"]), int(row["jakon_2025"])),
                pmi=int(row["pmi"]),
            ),
        )


def _claims(path: Path) -> Iterator[tuple[tuple[str, str], ClaimChoice]]:
    for row in _rows(path):
        yield (
            (row["province"], row["programme"]),
            ClaimChoice(int(row["cases"]), int(row["rupiah"]), int(row["growth"])),
        )


def _nominees(path: Path) -> Iterator[NomineeChoice]:
    for row in _rows(path):
        yield NomineeChoice(row["code"], row["name"], row["category"], int(row["strength"]))


def _ledger(path: Path) -> Iterator[LedgerLine]:
    for row in _rows(path):
        yield LedgerLine(
            code=row["code"],
            group=row["group"],
            payer=row["payer"],
            start=Period(row["start"]),
            workers=int(row["workers"]),
            rupiah_a_month=int(row["rupiah_a_month"]),
            months=int(row["months"]),
            citation=row["citation"],
        )
