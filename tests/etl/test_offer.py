"""A workbook of several tables: each is offered, and one can be left out."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cakupan.domain.findings import Severity
from cakupan.domain.reference import Reference
from etl import __main__ as cli
from etl.answers import remember
from etl.dry_run import DryRun, Status, dry_run
from etl.families import Families

EMPLOYED = [
    ["Penduduk bekerja menurut kabupaten/kota"],
    ["Penerbit", "BPS"],
    ["Kode", "2024", "2025"],
    ["36.01", 1, 2],
    ["36.02", 3, 4],
]
WRONG = [["Ukuran", "Angkatan kerja"], [], ["Kode", "2025"], ["36.99", 7], ["36.01", 8]]
TABLES = {"Bekerja": EMPLOYED, "AK": WRONG}
OUT = {"table@AK!A3": "lewati"}
Write = Callable[[str, Mapping[str, list[list[object]]]], Path]
Check = Callable[..., DryRun]


@pytest.fixture
def check(write_book: Write, reference: Reference, families: Families) -> Check:
    def run(answers: Mapping[str, str] | None = None, sheets: object = TABLES) -> DryRun:
        path = write_book("b.xlsx", sheets)  # type: ignore[arg-type]
        return dry_run(path, reference, families, None, answers=answers)

    return run


def test_each_table_is_offered_with_its_place_and_what_it_holds(check: Check) -> None:
    first, second = check().tables
    assert (first.id, first.sheet, first.cell) == ("table@Bekerja!A3", "Bekerja", "A3")
    assert [one.value for one in first.measures] == ["employed"]
    assert [one.text for one in first.periods] == ["2024", "2025"]
    assert (first.regions, first.figures, first.taken) == (2, 4, True)
    assert (second.id, second.figures) == ("table@AK!A3", 1)


def test_a_table_that_is_left_out_takes_its_faults_with_it_and_is_noted(check: Check) -> None:
    assert check().status is Status.REFUSED
    run = check(OUT)
    assert (run.status, len(run.figures)) == (Status.READY, 4)
    (note,) = run.findings
    assert (note.code, note.severity) == ("table-left-out", Severity.NOTES)
    assert (note.sheet, note.cell, note.details["figures"]) == ("AK", "A3", 1)
    assert [one.taken for one in run.tables] == [True, False]


def test_leaving_every_table_out_leaves_nothing_to_load(check: Check) -> None:
    run = check({**OUT, "table@Bekerja!A3": "lewati"})
    assert (run.status, run.figures) == (Status.REFUSED, ())
    assert "no-figures" in {one.code for one in run.findings}


def test_a_table_in_parts_is_one(check: Check) -> None:
    rows = [["Kode", "Bekerja"], [2024], ["36.01", 1], [2025], ["36.01", 2]]
    run = check(sheets={"S": rows, "Bekerja": [*EMPLOYED[:3], ["36.03", 5, 6]]})
    assert [(one.id, one.figures) for one in run.tables] == [
        ("table@S!A1", 2),
        ("table@Bekerja!A3", 2),
    ]
    assert len(check({"table@S!A1": "lewati"}, sheets={"S": rows, "B": EMPLOYED}).figures) == 4


def test_two_tables_below_or_beside_each_other_are_two(check: Check) -> None:
    below = [*EMPLOYED, [], ["Angkatan kerja"], ["Kode", "2025"], ["36.01", 9]]
    assert [one.cell for one in check(sheets={"S": below}).tables] == ["A3", "A8"]
    beside = [
        ["Kode", "Bekerja 2025", None, "Kode", "Penganggur 2025"],
        ["36.01", 1, None, "36.02", 2],
    ]
    assert [one.cell for one in check(sheets={"S": beside}).tables] == ["A1", "D1"]


def test_a_single_table_is_not_offered(check: Check) -> None:
    assert check(sheets={"S": EMPLOYED}).tables == ()


@pytest.mark.parametrize("answer", [{"table@AKK!A3": "lewati"}, {"table@AK!A3": "tidak"}])
def test_an_answer_for_no_table_is_said_and_not_passed_over(
    check: Check, answer: Mapping[str, str]
) -> None:
    run = check(answer)
    assert "answer-unreadable" in {one.code for one in run.findings}


def test_what_is_left_out_is_not_remembered(check: Check, tmp_path: Path) -> None:
    assert remember(check(OUT).learned, tmp_path / "families") == ()


def test_tables_are_left_out_on_the_command_line(
    write_book: Write,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", f"sqlite:///{tmp_path / 'cli.db'}")
    path = str(write_book("b.xlsx", TABLES))
    assert cli.main(["check", path]) == 1
    shown = capsys.readouterr().out
    assert "Lembar Bekerja, mulai A3: Penduduk bekerja, 2024–2025, 2 wilayah, 4 angka" in shown
    assert '--answer "table@AK!A3=lewati"  jangan muat tabel ini' in shown
    assert cli.main(["load", path, "--yes", "--json", "--answer", "table@AK!A3=lewati"]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert [(one["id"], one["taken"]) for one in record["tables"]] == [
        ("table@Bekerja!A3", True),
        ("table@AK!A3", False),
    ]
    assert record["load"] == 1
