"""Doubts about single places: asked, answered, and what the answer makes of the load."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from cakupan.domain.findings import Severity
from cakupan.domain.language import Language
from cakupan.texts import words
from etl import __main__ as cli
from etl.answers import remember
from etl.asking import ASKED
from etl.doubts import ANSWERABLE
from etl.dry_run import Status
from etl.families import read_families
from etl.finding_codes import Code, severity_of
from tests.etl.rulings.conftest import SAID, Check, Rows, codes, offered, values

OKU = "KAB. OGAN KOMERING ULU"
SOURCES = Path(__file__).resolve().parents[3] / "data" / "reference" / "sources"


def test_a_bare_name_is_asked_once_and_answered_for_all_its_rows(check: Check) -> None:
    rows: Rows = [["Kabupaten/Kota", "Tahun", "Nilai"]]
    rows += [[name, year, 5] for year in (2024, 2025) for name in ("Tangerang", "Kota Serang")]
    asked = check(rows)
    assert offered(asked) == {"region-ambiguous@S!A4": ["36.03", "36.71", "lewati"]}
    run = check(rows, {"region-ambiguous@S!A4": "36.71"})
    assert (run.status, run.questions, len(run.figures)) == (Status.READY, (), 4)
    assert values(run).keys() == {"36.71", "36.73"}


def test_a_name_that_stands_for_three_regions_is_answered_row_by_row(check: Check) -> None:
    rows: Rows = [["Kabupaten/Kota", "2025"], [OKU, 1], [OKU, 2], [OKU, 3]]
    questions = [f"region-ambiguous@S!A{row}" for row in (4, 5, 6)]
    asked = check(rows)
    assert offered(asked) == {
        question: ["16.01", "16.08", "16.09", "lewati"] for question in questions
    }
    answers = dict(zip(questions, ("16.01", "16.09", "16.08"), strict=True))
    run = check(rows, answers)
    assert run.status is Status.READY
    assert values(run) == {"16.01": "1", "16.09": "2", "16.08": "3"}
    half = check(rows, {questions[0]: "16.01"})
    assert (half.status, list(offered(half))) == (Status.QUESTION, questions[1:])


def test_rows_of_the_same_name_are_asked_about_once_for_all_years(check: Check) -> None:
    rows: Rows = [["Kabupaten/Kota", "Tahun", "Nilai"]]
    rows += [[OKU, year, place] for year in (2023, 2024, 2025) for place in (1, 2, 3)]
    asked = check(rows)
    assert list(offered(asked)) == [f"region-ambiguous@S!A{row}" for row in (4, 5, 6)]
    answers = dict(zip(offered(asked), ("16.01", "16.08", "16.09"), strict=True))
    run = check(rows, answers)
    assert (run.status, len(run.figures)) == (Status.READY, 9)
    assert {(one.key.region_code, f"{one.value}") for one in run.figures} == {
        ("16.01", "1"),
        ("16.08", "2"),
        ("16.09", "3"),
    }


def test_a_name_that_nobody_knows_is_refused_until_a_person_says_what_it_means(
    check: Check,
) -> None:
    rows: Rows = [["Kabupaten/Kota", "2025"], ["Kab. Tangerong", 1], ["Kota Serang", 2]]
    question = "region-unknown@S!A4"
    refused = check(rows)
    assert refused.status is Status.REFUSED
    assert offered(refused)[question][0] == "36.03"
    for answer in ("36.03", "36.71"):
        run = check(rows, {question: answer})
        assert (run.status, values(run)) == (Status.READY, {answer: "1", "36.73": "2"})
    assert values(check(rows, {question: "lewati"})) == {"36.73": "2"}
    assert check(rows, {question: "Tangerong"}).status is Status.REFUSED


def test_many_unknown_names_are_no_questions(check: Check) -> None:
    rows: Rows = [
        ["Kabupaten/Kota", "2025"],
        *([f"Kecamatan {place}", 1] for place in "ABCDEFGHIJ"),
    ]
    assert check(rows).questions == ()


def test_a_row_can_be_left_out_and_that_is_noted(check: Check) -> None:
    rows: Rows = [["Kabupaten/Kota", "2025"], ["Tangerang", 1], ["Kota Serang", 2]]
    run = check(rows, {"region-ambiguous@S!A4": "lewati"})
    assert (run.status, values(run)) == (Status.READY, {"36.73": "2"})
    assert codes(run, Severity.NOTES) == ["row-left-out"]


def test_a_word_for_a_measure_is_asked_and_taught(check: Check) -> None:
    rows: Rows = [["Kode", "Tahun", "Ukuran", "Nilai"], ["36.01", 2025, "Pekerja kantoran", 7]]
    said: Rows = [["Penerbit", "BPS"]]
    (question,) = check(rows, said=said).questions
    assert question.id == "measure-unknown@S!C3"
    run = check(rows, {question.id: "employed"}, said=said)
    assert (run.status, run.measures) == (Status.READY, ["employed"])
    assert check(rows, {question.id: "lewati"}, said=said).figures == ()


def test_a_publisher_and_a_unit_that_nothing_says_are_asked(check: Check) -> None:
    rows: Rows = [["Kode", "2025"], ["36.01", 46.03]]
    said: Rows = [["Ukuran", "Cakupan"]]
    asked = offered(check(rows, said=said))
    assert list(asked) == ["publisher"]
    asked = offered(check(rows, {"publisher": "bpjs"}, said=said))
    assert asked["unit"][:2] == ["persen", "rasio"]
    run = check(rows, {"publisher": "bpjs", "unit": "persen"}, said=said)
    assert (run.status, values(run)) == (Status.READY, {"36.01": "0.4603"})


def test_what_a_name_and_a_word_mean_is_remembered_for_the_next_month(
    check: Check, tmp_path: Path
) -> None:
    rows: Rows = [["Kabupaten/Kota", "Tahun", "Ukuran", "Nilai"]]
    rows += [["Tangerang", 2024, "Pekerja kantoran", 7], ["Kota Serang", 2024, "Bekerja", 8]]
    said: Rows = [["Penerbit", "BPS"]]
    first = check(rows, said=said)
    assert list(offered(first)) == ["region-ambiguous@S!A3", "measure-unknown@S!C3"]
    answers = {"measure-unknown@S!C3": "employed", "region-ambiguous@S!A3": "36.71"}
    run = check(rows, answers, said=said)
    assert run.status is Status.READY
    (path,) = remember(run.learned, tmp_path / "families")
    families = read_families(SOURCES, path.parent)
    later: Rows = [[name, 2025, *rest] for name, _, *rest in rows[1:]]
    run = check([rows[0], *later], said=said, families=families)
    assert (run.status, run.questions) == (Status.READY, ())
    assert values(run) == {"36.71": "7", "36.73": "8"}
    assert "answers-remembered" in codes(run, Severity.NOTES)


def test_a_name_that_means_another_region_in_each_row_is_not_remembered(
    check: Check, tmp_path: Path
) -> None:
    rows: Rows = [["Kabupaten/Kota", "2025"], [OKU, 1], [OKU, 2]]
    told = {"A4": "16.01", "A5": "16.09"}
    run = check(rows, {f"region-ambiguous@S!{cell}": code for cell, code in told.items()})
    assert run.status is Status.READY
    assert remember(run.learned, tmp_path / "families") == ()


def test_an_answer_that_is_none_is_said(check: Check) -> None:
    rows: Rows = [["Kabupaten/Kota", "2025"], ["Tangerang", 1]]
    run = check(rows, {"region-ambiguous@S!A4": "99.99"})
    assert run.status is Status.QUESTION
    assert "answer-unreadable" in codes(run, Severity.ASKS)
    assert list(offered(run)) == ["region-ambiguous@S!A4"]


def test_rulings_are_given_on_the_command_line(
    write_book: Callable[[str, Mapping[str, Rows]], Path],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", f"sqlite:///{tmp_path / 'cli.db'}")
    path = write_book("b.xlsx", {"S": [*SAID, ["Kabupaten/Kota", "2025"], [OKU, 1], [OKU, 2]]})
    assert cli.main(["check", str(path)]) == 3
    shown = capsys.readouterr().out
    assert "Lembar S, sel A4: “KAB. OGAN KOMERING ULU” (angkanya 1) itu wilayah yang mana?" in shown
    assert '--answer "region-ambiguous@S!A4=16.08"  16.08 Kabupaten Ogan Komering Ulu' in shown
    answers = [
        f"--answer=region-ambiguous@S!A{row}={code}" for row, code in ((4, "16.01"), (5, "16.09"))
    ]
    assert cli.main(["check", str(path), "--json", *answers]) == 0
    (record,) = json.loads(capsys.readouterr().out)
    assert (record["status"], record["figures"], record["questions"]) == ("ready", 2, [])


def test_every_finding_that_asks_can_be_answered() -> None:
    asking = {code.value for code in Code if severity_of(code) is Severity.ASKS}
    assert asking - {"answer-unreadable"} == {*ASKED, *ANSWERABLE} - {"region-unknown"}
    for language in Language:
        for code, topic in ASKED.items():
            assert f"questions.{topic}" in words(language), code
        for code in ANSWERABLE:
            assert f"questions.{code}" in words(language), code


def test_a_target_without_its_framework_and_base_is_answered(check: Check) -> None:
    said: Rows = [["Ukuran", "Target cakupan"], ["Satuan", "persen"], ["Penerbit", "Bappeda"]]
    rows: Rows = [["Kode", "2026"], ["36.01", 65]]
    asked = offered(check(rows, said=said))
    assert list(asked) == ["framework", "base"]
    assert "rpjmd" in asked["framework"]
    run = check(rows, {"framework": "rpjmd", "base": "eligible"}, said=said)
    assert (run.status, values(run)) == (Status.READY, {"36.01": "0.65"})
