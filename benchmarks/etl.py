"""Intake against the bare minimum: reading the same cells and inserting the same rows.

The files are made here, in long form, one figure a row: 514 regions × 120 months × 4 segments are
the nation's 246.720 rows of 6 columns. No figure in them is real.
"""

import csv
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice, product
from pathlib import Path

import xlsxwriter
from python_calamine import CalamineWorkbook

from benchmarks.memory import peak_memory
from benchmarks.ratio import Ratio, compare
from cakupan.domain.regions import Region
from cakupan.settings import ROOT
from cakupan.storage.reference import read_reference

MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
SEGMENTS = ("PU", "BPU", "Jakon", "PMI")
PROGRAMMES = ("JKK", "JKM", "JHT", "JP", "JKP")
HEADER = ("Kode", "Kabupaten/Kota", "Program", "Segmen", "Bulan", "Peserta aktif")
FIRST_YEAR, LAST_YEAR = 2000, 2024
SAID = (
    ("Judul", "Peserta aktif menurut segmen"),
    ("Penerbit", "BPJS Ketenagakerjaan"),
    ("Sumber", "Dibuat untuk pengukuran"),
    ("Basis", "tempat pendaftaran"),
    ("Kematangan", "Data contoh"),
    ("Satuan", "orang"),
)
ABOVE = len(SAID) + 1
NATION = 246_720
# Three sizes of one csv, each twice the one before: what is linear doubles with them.
LINES = (500_000, 1_000_000, 2_000_000)
Row = tuple[str, str, str, str, str, int]


def ratios(folder: Path) -> Iterator[Ratio]:
    """A province's file checked, the nation's checked and loaded, and csv files growing."""
    regions = _regions()
    banten = [region for region in regions if region.code.startswith("36.")]
    small = _workbook(folder / "province.xlsx", rows(banten, 600))
    yield compare(
        "check, 600 rows, against starting Python", lambda: check(small, folder), _bare_python
    )
    nation = _workbook(folder / "nation.xlsx", rows(regions, NATION))
    yield compare(
        "check and load, 246.720 rows × 6",
        lambda: load(nation, folder),
        lambda: _bare(nation, folder),
        runs=3,
    )
    before: Path | None = None
    for size in LINES:
        path = _csv(folder / f"{size}.csv", rows(regions, size))
        if before is not None:
            yield compare(
                f"check, csv of {size} rows, against half as many",
                partial(check, path, folder),
                partial(check, before, folder),
                runs=1,
            )
        before = path


def remarks(folder: Path) -> Iterator[str]:
    """The memory that loading the nation's file takes, in all processes together."""
    nation = _workbook(folder / "nation.xlsx", rows(_regions(), NATION))
    peak = peak_memory(_command(*_loading(nation, folder)))
    if peak is not None:
        yield f"Peak memory of all processes, load of 246.720 rows × 6: {peak:.0f} MiB"


def rows(regions: Sequence[Region], size: int) -> Iterator[Row]:
    """So many figures, each of its own region, month, segment and programme.

    The newest months come last and a programme is only begun when the one before is through.
    """
    months = [f"{name} {year}" for year in range(FIRST_YEAR, LAST_YEAR + 1) for name in MONTHS]
    chosen = months[-120:] if size <= NATION else months
    keys = product(PROGRAMMES, enumerate(regions), enumerate(chosen), enumerate(SEGMENTS))
    for programme, (place, region), (month, label), (kind, segment) in islice(keys, size):
        value = (40_000 + 137 * place + 11 * month) // (1, 3, 7, 50)[kind]
        yield region.code, region.name, programme, segment, label, value


def check(path: Path, folder: Path) -> None:
    """A dry run in a process of its own."""
    _etl("check", str(path), "--database", _database(folder))


def load(path: Path, folder: Path) -> None:
    """A dry run and a load into a new database, in a process of its own."""
    _etl(*_loading(path, folder))


def _loading(path: Path, folder: Path) -> tuple[str, ...]:
    """The arguments that load a file into a database that is not there yet."""
    for file in folder.glob("ours.db*"):
        file.unlink()
    return "load", str(path), "--yes", "--database", _database(folder)


def _database(folder: Path) -> str:
    return f"sqlite:///{folder / 'ours.db'}"


def _etl(*arguments: str) -> None:
    subprocess.run(_command(*arguments), check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def _command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "etl", *arguments]


def _bare_python() -> None:
    subprocess.run([sys.executable, "-c", "import sqlalchemy, typer, rich"], check=True)


def _bare(path: Path, folder: Path) -> None:
    cells = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    database = folder / "bare.db"
    database.unlink(missing_ok=True)
    with sqlite3.connect(database) as connection:
        connection.execute(
            "CREATE TABLE figure"
            " (code TEXT, name TEXT, programme TEXT, segment TEXT, month TEXT, value INT)"
        )
        connection.executemany("INSERT INTO figure VALUES (?, ?, ?, ?, ?, ?)", cells[ABOVE:])
    connection.close()


def _regions() -> list[Region]:
    return [r for r in read_reference(ROOT / "data" / "reference").directory if "." in r.code]


def _workbook(path: Path, figures: Iterator[Row]) -> Path:
    book = xlsxwriter.Workbook(str(path), {"constant_memory": True})
    sheet = book.add_worksheet("Peserta")
    for line, row in enumerate((*SAID, HEADER)):
        sheet.write_row(line, 0, row)
    for line, figure in enumerate(figures, start=ABOVE):
        sheet.write_row(line, 0, figure)
    book.close()
    return path


def _csv(path: Path, figures: Iterator[Row]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows((*SAID, HEADER))
        writer.writerows(figures)
    return path
