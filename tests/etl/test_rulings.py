"""Doubts about single places: asked, answered, and what the answer makes of the load."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from cakupan.domain.findings import Severity
from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.storage.engine import open_database
from cakupan.storage.reference import sync_regions
from cakupan.storage.schema import migrate
from cakupan.texts import words
from etl import __main__ as cli
from etl.answers import remember
from etl.asking import ASKED
from etl.doubts import ANSWERABLE
from etl.dry_run import DryRun, Status, dry_run
from etl.families import Families, read_families
from etl.finding_codes import Code, severity_of
from etl.load import load_ready

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
OKU = "KAB. OGAN KOMERING ULU"
SOURCES = Path(__file__).resolve().parents[2] / "data" / "reference" / "sources"
Rows = list[list[object]]
Check = Callable[..., DryRun]


@pytest.fixture
def engine(tmp_path: Path, reference: Reference) -> Engine:
    engine = open_database(f"sqlite:///{tmp_path / 'cakupan.db'}")
    migrate(engine)
    with engine.begin() as connection:
        sync_regions(connection, reference.directory)
    return engine


@pytest.fixture
def check(
    engine: Engine,
    reference: Reference,
    families: Families,
    write_book: Callable[[str, Mapping[str, Rows]], Path],
) -> Check:
    def run(
        rows: Rows,
        answers: Mapping[str, str] | None = None,
        *,
        said: Rows = SAID,
        families: Families = families,
    ) -> DryRun:
        path = write_book("b.xlsx", {"S": [*said, *rows]})
        with engine.connect() as connection:
            return dry_run(path, reference, families, connection, answers=answers)

    return run


def values(run: DryRun) -> dict[str, str]:
    return {one.key.region_code: f"{one.value:f}" for one in run.figures}


def offered(run: DryRun) -> dict[str, list[str]]:
    return {one.id: [choice.value for choice in one.choices] for one in run.questions}


def codes(run: DryRun, severity: Severity) -> list[str]:
    return [one.code for one in run.findings if one.severity is severity]


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


@pytest.mark.parametrize(
    ("answer", "value"), [("comma", "1234"), ("point", None), ("lewati", None)]
)
def test_a_column_of_thousands_is_read_as_a_person_says(
    check: Check, answer: str, value: str | None
) -> None:
    rows: Rows = [["Kode", "2025"], ["36.01", "1.234"], ["36.02", "5.678"], ["36.03", "9"]]
    question = "number-ambiguous@S!B4"
    assert offered(check(rows)) == {question: ["comma", "point", "lewati"]}
    run = check(rows, {question: answer})
    assert values(run).get("36.01") == value
    # A person and a fraction is no number of people, whoever said so.
    expected = {"comma": Status.READY, "point": Status.REFUSED, "lewati": Status.READY}
    assert run.status is expected[answer]


def test_coverage_below_one_in_percent_is_read_as_a_person_says(check: Check) -> None:
    said: Rows = [["Ukuran", "Cakupan"], ["Penerbit", "BPJS"], ["Satuan", "persen"]]
    rows: Rows = [["Kode", "2025"], ["36.01", 0.4603], ["36.02", 0.5]]
    question = "number-ambiguous@S!B5"
    assert offered(check(rows, said=said)) == {question: ["percent", "ratio", "lewati"]}
    as_ratio = check(rows, {question: "ratio"}, said=said)
    assert values(as_ratio) == {"36.01": "0.4603", "36.02": "0.5"}
    as_percent = check(rows, {question: "percent"}, said=said)
    assert values(as_percent) == {"36.01": "0.004603", "36.02": "0.005"}


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


SLIPPED: Rows = [
    ["Kode", "2023", "2024", "2025"],
    ["36.01", 100_000, 10_100, 102_000],
    ["36.02", 100_000, 101_000, 102_000],
]
SLIP = "digits-slipped@S!C4"


def test_a_number_in_doubt_is_accepted_left_out_or_refused(check: Check) -> None:
    assert offered(check(SLIPPED)) == {SLIP: ["benar", "lewati", "perbaiki"]}
    right = check(SLIPPED, {SLIP: "benar"})
    assert (right.status, len(right.figures)) == (Status.READY, 6)
    assert "number-accepted" in codes(right, Severity.NOTES)
    without = check(SLIPPED, {SLIP: "lewati"})
    assert (without.status, len(without.figures)) == (Status.READY, 5)
    assert "cell-left-out" in codes(without, Severity.NOTES)
    to_mend = check(SLIPPED, {SLIP: "perbaiki"})
    assert to_mend.status is Status.REFUSED
    assert codes(to_mend, Severity.REFUSES) == ["digits-slipped"]


def test_who_accepted_a_number_is_kept_with_it(check: Check, engine: Engine) -> None:
    run = check(SLIPPED, {SLIP: "benar"})
    assert load_ready(engine, run, by="Sari, Bappeda", at=NOON) is not None
    with engine.connect() as connection:
        rows = connection.execute(
            text("SELECT cell, note FROM figure JOIN origin ON origin.id = origin_id")
        ).all()
    notes = {cell: note for cell, note in rows if note}
    assert notes == {"C4": "Dinyatakan benar oleh Sari, Bappeda saat dimuat."}


def test_a_unit_that_differs_from_what_is_loaded_can_be_accepted(
    check: Check, engine: Engine
) -> None:
    before: Rows = [["Kode", "2024"], *([f"36.0{row}", 1000 * row] for row in (1, 2, 3, 4))]
    assert load_ready(engine, check(before), by="Uji", at=NOON) is not None
    rows: Rows = [["Kode", "2025"], *([f"36.0{row}", 1_000_000 * row] for row in (1, 2, 3, 4))]
    question = "unit-differs@S!B4"
    assert offered(check(rows)) == {question: ["benar", "lewati", "perbaiki"]}
    assert check(rows, {question: "benar"}).status is Status.READY
    without = check(rows, {question: "lewati"})
    assert (without.figures, without.status) == ((), Status.REFUSED)
    assert "measure-left-out" in codes(without, Severity.NOTES)


def test_many_doubts_of_one_kind_are_one_question(check: Check) -> None:
    rows: Rows = [["Kode", "2023", "2024", "2025"]]
    rows += [[f"36.0{row}", 100_000 * row, 10_100 * row, 102_000 * row] for row in range(1, 5)]
    rows += [[f"36.7{row}", 100_000 * row, 10_100 * row, 102_000 * row] for row in range(1, 5)]
    asked = check(rows)
    assert list(offered(asked)) == ["digits-slipped@S"]
    assert asked.questions[0].details["places"] == 8
    assert check(rows, {"digits-slipped@S": "benar"}).status is Status.READY


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


@pytest.mark.parametrize(("answer", "value"), [("once", "2730000"), ("twice", "2730000000000")])
def test_a_scale_that_is_said_twice_is_counted_as_a_person_says(
    check: Check, answer: str, value: str
) -> None:
    said: Rows = [["Ukuran", "Klaim"], ["Penerbit", "BPJS"], ["Satuan", "juta rupiah"]]
    rows: Rows = [["Kode", "2025"], ["36.01", "2,73 juta"]]
    question = "number-ambiguous@S!B5"
    assert offered(check(rows, said=said)) == {question: ["once", "twice", "lewati"]}
    assert values(check(rows, {question: answer}, said=said)) == {"36.01": value}


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
