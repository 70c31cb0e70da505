"""Several programs load into one database at once: none fails, nothing is missing."""

import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from tests.behind import behind
from tests.faults.ground import ROOT, load_book, whole_book

_PARTS = ("36.01", "36.02", "36.03", "36.04", "36.71", "36.72", "36.73", "36.74")


def run(loaders: int, loads: int) -> list[str]:
    """So many processes with so many loads each; a sentence for each fault."""
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "cakupan.db"
        url = f"sqlite:///{database}"
        load_book(whole_book(Path(name) / "a.xlsx", 2024), database)
        with ThreadPoolExecutor(loaders) as pool:
            told = list(pool.map(lambda who: _loader(url, who, loads), range(loaders)))
        faults = [f"loader {who}: {text}" for who, text in enumerate(told) if text]
        with behind(database) as connection:
            [[kept]] = connection.exec_driver_sql("SELECT count(*) FROM load").fetchall()
            [[lines]] = connection.exec_driver_sql("SELECT count(*) FROM audit").fetchall()
        if (kept, lines) != (1 + loaders * loads, 1 + loaders * loads):
            faults.append(f"{kept} loads and {lines} lines of the log, not {1 + loaders * loads}")
    return faults


def _loader(url: str, who: int, loads: int) -> str:
    command = [sys.executable, "-m", "tests.faults.crowd", url, str(who), str(loads)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return "" if done.returncode == 0 else done.stderr[-300:]


def load_often(url: str, who: int, loads: int, *, first: int = 0) -> None:
    """So many loads, one after the other, by one loader; ``first`` is the number of the first."""
    engine = open_database(url)
    for number in range(first, first + loads):
        at = datetime(2026, 1, 5, 12, 0, number % 60, tzinfo=UTC)
        name = f"{who}-{number}"
        write_load(engine, NewLoad(name, name, "uji", "uji", at), figures_of(who, number))
    engine.dispose()


def figures_of(who: int, number: int) -> list[Figure]:
    """A figure for each part of a province, of one month."""
    month = Period.of_month(2020 + who, number % 12 + 1)
    return [
        Figure(
            key=FigureKey(
                region_code=part,
                measure=Measure.PARTICIPANTS_ACTIVE,
                period=month,
                publisher="bpjs",
                segment=Segment.PU,
                basis=Basis.REGISTRATION,
            ),
            value=Decimal(number),
            unit=Unit.PERSON,
            rounding_unit=Decimal(1),
            maturity=Maturity.FINAL,
            sheet="Lembar1",
            cell="A1",
            citation="",
        )
        for part in _PARTS
    ]


if __name__ == "__main__":
    load_often(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
