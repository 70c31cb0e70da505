"""Files held against what is loaded: the checks of the dry run with a database behind them."""

import os
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from cakupan.domain.findings import Finding
from cakupan.domain.reference import Reference
from etl.dry_run import DryRun, Status, dry_run
from etl.families import Families
from etl.load import load_files

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
SHEETS = os.environ.get("CAKUPAN_SPECIMENS")
Write = Callable[..., Path]
Check = Callable[[Path], DryRun]
Load = Callable[[Path], None]


@pytest.fixture
def check(engine: Engine, reference: Reference, families: Families) -> Check:
    def run(path: Path) -> DryRun:
        with engine.connect() as connection:
            return dry_run(path, reference, families, connection)

    return run


@pytest.fixture
def load(engine: Engine, reference: Reference, families: Families) -> Load:
    def run(path: Path) -> None:
        (outcome,) = load_files(engine, reference, families, [path], by="Uji", at=NOON)
        assert outcome.load is not None, outcome.run.findings

    return run


def table(measure: str, rows: dict[str, int], *, year: int = 2025) -> dict[str, object]:
    head = [["Ukuran", measure], ["Penerbit", "BPS"], ["Kode", str(year)]]
    return {"S": [*head, *([code, value] for code, value in rows.items())]}


def codes(run: DryRun) -> list[str]:
    return [finding.code for finding in run.findings]


def test_a_labour_force_below_the_employed_that_are_loaded_is_told_and_can_be_loaded(
    write_book: Write, check: Check, load: Load
) -> None:
    load(write_book("a.xlsx", table("Penduduk bekerja", {"36.03": 110, "36.04": 50})))
    run = check(write_book("b.xlsx", table("Angkatan kerja", {"36.03": 100, "36.04": 60})))
    (finding,) = run.findings
    assert (run.status, finding.code, finding.cell) == (Status.READY, "part-above-current", "B4")
    assert finding.details["part_count"] == 110


def test_thousands_in_place_of_people_are_asked_about(
    write_book: Write, check: Check, load: Load
) -> None:
    people = {"36.01": 501_000, "36.02": 523_000, "36.03": 1_610_000}
    load(write_book("a.xlsx", table("Penduduk bekerja", people, year=2024)))
    thousands = {code: value // 1_000 for code, value in people.items()}
    run = check(write_book("b.xlsx", table("Penduduk bekerja", thousands)))
    assert (run.status, codes(run)) == (Status.QUESTION, ["unit-differs"])


def test_an_older_file_and_another_basis_are_told(
    write_book: Write, check: Check, load: Load
) -> None:
    kind = "Peserta aktif"
    old = table(kind, {"36.03": 100}, year=2023)
    load(write_book("a.xlsx", table(kind, {"36.03": 100})))
    assert codes(check(write_book("b.xlsx", old))) == ["period-old"]
    other = {"S": [["Basis", "domisili"], *table(kind, {"36.03": 100})["S"]]}
    assert codes(check(write_book("c.xlsx", other))) == ["basis-differs"]


def test_samples_are_not_held_against_real_figures(
    write_book: Write, check: Check, load: Load
) -> None:
    sample = table("Penduduk bekerja", {"36.03": 110})
    load(write_book("a.xlsx", {"S": [["Kematangan", "Data contoh"], *sample["S"]]}))
    assert codes(check(write_book("b.xlsx", table("Angkatan kerja", {"36.03": 100})))) == []


def test_the_same_file_again_is_at_one_with_itself(
    write_book: Write, check: Check, load: Load
) -> None:
    path = write_book("a.xlsx", table("Penduduk bekerja", {"36.03": 110, "36.04": 50}))
    load(path)
    run = check(path)
    assert (run.status, codes(run)) == (Status.UNCHANGED, [])


@pytest.fixture
def sheet() -> Callable[[str], Path]:
    def find(start: str) -> Path:
        if SHEETS is None:
            pytest.skip("CAKUPAN_SPECIMENS is not set: the real spreadsheets are not here")
        return next(Path(SHEETS).glob(f"{start}*"))

    return find


def counted(findings: tuple[Finding, ...]) -> Counter[str]:
    return Counter(finding.code for finding in findings)


def test_the_permuted_labour_force_is_found_region_by_region(
    sheet: Callable[[str], Path], check: Check, load: Load
) -> None:
    alone = counted(check(sheet("11_")).findings)
    assert alone["rows-permuted"] + alone["values-swapped"] == 20
    assert alone["total-differs"] == 0
    load(sheet("14_"))
    run = check(sheet("11_"))
    above = [one for one in run.findings if one.code == "part-above-current"]
    assert (run.status, len(run.figures), len(above)) == (Status.READY, 4112, 137)
    places = {(one.details["whole_region"], one.details["period"]) for one in above}
    assert len(places) == 137
    assert ("Kota Surabaya", "2020-08") in places


def test_the_damaged_thousands_are_mended_where_a_sum_proves_it(
    sheet: Callable[[str], Path], check: Check
) -> None:
    run = check(sheet("12_"))
    lost = [one for one in run.findings if one.code == "thousands-lost"]
    assert (run.status, len(run.figures)) == (Status.READY, 4112)
    assert {one.details["period"] for one in lost} <= {"2018-08"}
    mended = {one.cell: one for one in run.findings if one.code == "thousands-mended"}
    # Simeulue: 643 men and 1.383 women are 2026 unemployed.
    assert (mended["J2"].value, mended["J2"].details["count"]) == ("1.383", 1383)


def test_the_shifted_columns_are_found_by_their_years(
    sheet: Callable[[str], Path], check: Check
) -> None:
    run = check(sheet("13_"))
    shifted = [one for one in run.findings if one.code == "columns-shifted"]
    assert [one.details["period"] for one in shifted] == ["2022-08", "2023-08"]
    assert all("keg_pyb" in str(one.details["columns"]) for one in shifted)
    missing = [one for one in run.findings if one.code == "regions-missing"]
    assert {one.details["names"] for one in missing} == {"Kota Jayapura", "Kota Sorong"}


def test_the_reliable_table_raises_few_doubts(sheet: Callable[[str], Path], check: Check) -> None:
    found = counted(check(sheet("14_")).findings)
    assert (found["jump"], found["sawtooth"], found["total-differs"]) == (8, 4, 0)
    assert not {"rows-permuted", "values-swapped", "digits-slipped"} & set(found)
