"""A database of the nation's size, so that pages are measured on what a ministry would hold.

514 regions × 120 months × 4 segments are 246.720 participant figures, with the eligible base and
the workforce of twelve years beside them; claims, vulnerable workers, a ledger and nominees are a
second load. No figure in it is real.
"""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from itertools import islice
from pathlib import Path

from benchmarks.national_details import details
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.domain.reference import Reference
from cakupan.settings import ROOT, Settings
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from cakupan.storage.reference import read_reference, sync_regions
from cakupan.storage.schema import migrate

SHARES = {Segment.PU: 60, Segment.BPU: 25, Segment.JAKON: 10, Segment.PMI: 5}
FIRST_YEAR, LAST_YEAR, MONTHS = 2014, 2025, 120
FIGURES_OF_PARTICIPANTS = 514 * MONTHS * len(SHARES)
BASES = (Measure.ELIGIBLE_WORKERS, Measure.EMPLOYED, Measure.LABOUR_FORCE)


def national_settings(folder: Path, *, url: str = "") -> Settings:
    """Settings of a new database with the nation's figures, without samples: a file, or a url."""
    settings = Settings.from_env(
        {
            "CAKUPAN_DATABASE_URL": url or f"sqlite:///{folder / 'national.db'}",
            "CAKUPAN_SAMPLES": "no",
        }
    )
    reference = read_reference(ROOT / "data" / "reference")
    engine = open_database(settings.database_url)
    migrate(engine)
    with engine.begin() as connection:
        sync_regions(connection, reference.directory)
    at = datetime(2026, 1, 5, tzinfo=UTC)
    for place, (name, made) in enumerate((("nation", _figures), ("details", details))):
        load = NewLoad(f"{name}.xlsx", str(place) * 64, "made", "benchmark", at)
        write_load(engine, load, tuple(made(reference)))
    engine.dispose()
    return settings


def load_again(database_url: str, number: int, *, figures: int = 100_000) -> None:
    """So many figures again, each a little more: 100.000 are fifty months of all regions."""
    reference = read_reference(ROOT / "data" / "reference")
    engine = open_database(database_url)
    counted = (
        replace(one, value=one.value + number)
        for one in _figures(reference)
        if one.key.measure is Measure.PARTICIPANTS_ACTIVE
    )
    again = tuple(islice(counted, figures))
    made = datetime(2026, 1, 6, tzinfo=UTC) + timedelta(minutes=number)
    write_load(engine, NewLoad("again.xlsx", f"{number:064}", "made", "benchmark", made), again)
    engine.dispose()


def add_flag(database_url: str) -> None:
    """Fewer employed in Kota Cilegon than participants: something to be decided on Mutu."""
    engine = open_database(database_url)
    known = NewLoad("flag.xlsx", "f" * 64, "made", "benchmark", datetime(2026, 1, 7, tzinfo=UTC))
    few = _figure("36.72", Measure.EMPLOYED, Period.of_year(LAST_YEAR), 50_000, publisher="bps")
    write_load(engine, known, [few])
    engine.dispose()


def _figures(reference: Reference) -> Iterator[Figure]:
    codes = [region.code for region in reference.directory if "." in region.code]
    months = [
        Period.of_month(year, month)
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for month in range(1, 13)
        if (year, month) <= (LAST_YEAR, 10)
    ][-MONTHS:]
    for place, code in enumerate(codes):
        workers = 100_000 + 997 * place
        for year in range(FIRST_YEAR, LAST_YEAR + 1):
            for measure in BASES:
                grown = workers + 1_500 * (year - FIRST_YEAR)
                yield _figure(code, measure, Period.of_year(year), grown, publisher="bps")
        for number, month in enumerate(months):
            people = workers * (200 + number + place % 150) // 1000
            for segment, share in SHARES.items():
                yield _figure(
                    code,
                    Measure.PARTICIPANTS_ACTIVE,
                    month,
                    people * share // 100,
                    publisher="bpjs",
                    segment=segment,
                )


def _figure(
    code: str,
    measure: Measure,
    period: Period,
    value: int,
    *,
    publisher: str,
    segment: Segment = Segment.TOTAL,
) -> Figure:
    counted = measure is Measure.PARTICIPANTS_ACTIVE
    return Figure(
        key=FigureKey(
            region_code=code,
            measure=measure,
            period=period,
            publisher=publisher,
            segment=segment,
            basis=Basis.REGISTRATION if counted else Basis.NONE,
        ),
        value=Decimal(value),
        unit=Unit.PERSON,
        rounding_unit=Decimal(1),
        maturity=Maturity.FINAL,
        sheet="Data",
        cell="A1",
    )


if __name__ == "__main__":
    load_again(sys.argv[1], int(sys.argv[2]))
