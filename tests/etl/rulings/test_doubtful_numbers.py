"""Numbers in doubt: accepted, left out or refused by a person, whose name stays with them."""

import pytest
from sqlalchemy import Engine, text

from cakupan.domain.findings import Severity
from etl.dry_run import Status
from etl.load import load_ready
from tests.etl.rulings.conftest import NOON, Check, Rows, codes, offered, values


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


@pytest.mark.parametrize(("answer", "value"), [("once", "2730000"), ("twice", "2730000000000")])
def test_a_scale_that_is_said_twice_is_counted_as_a_person_says(
    check: Check, answer: str, value: str
) -> None:
    said: Rows = [["Ukuran", "Klaim"], ["Penerbit", "BPJS"], ["Satuan", "juta rupiah"]]
    rows: Rows = [["Kode", "2025"], ["36.01", "2,73 juta"]]
    question = "number-ambiguous@S!B5"
    assert offered(check(rows, said=said)) == {question: ["once", "twice", "lewati"]}
    assert values(check(rows, {question: answer}, said=said)) == {"36.01": value}
