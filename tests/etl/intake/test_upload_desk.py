"""The desk between a file that came and a file that is in."""

from decimal import Decimal

import pytest

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.loads import LoadCounts
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.storage.loading import Change
from etl.dry_run import Status
from etl.intake.batch import Batch
from etl.intake.ticket import MOST_CHANGES, Examined, Stage
from tests.etl.intake.conftest import NOON, READY, Office


def test_a_file_that_came_is_kept_and_examined_but_not_loaded(office: Office) -> None:
    ticket = office.bring()
    assert ticket.stage is Stage.EXAMINED
    assert ticket.examined == Examined.of(READY)
    assert office.files() == ["a.xlsx"]
    assert office.examiner.loaded == []


def test_nobody_sees_or_touches_the_file_of_another(office: Office) -> None:
    token = office.bring("sari").token
    assert office.desk.tickets("budi") == []
    assert office.desk.find("budi", token) is None
    office.desk.drop("budi", token)
    office.desk.load("budi", [token], by="Budi")
    assert office.examiner.loaded == []
    assert office.files() == ["a.xlsx"]


def test_a_dropped_file_is_gone_from_the_disk(office: Office) -> None:
    token = office.bring().token
    office.desk.drop("sari", token)
    office.desk.drop("sari", token)
    assert office.desk.tickets("sari") == []
    assert office.files() == []


def test_what_is_ready_is_loaded_under_the_name_given_and_its_file_goes(office: Office) -> None:
    first, second = office.bring(name="a.xlsx"), office.bring(name="b.xlsx")
    office.desk.load("sari", [first.token, second.token, "unknown"], by="Sari")
    assert office.examiner.loaded == [("Sari", NOON), ("Sari", NOON)]
    assert [one.stage for one in office.desk.tickets("sari")] == [Stage.LOADED, Stage.LOADED]
    assert office.files() == []


def test_a_loaded_file_is_not_loaded_twice(office: Office) -> None:
    token = office.bring().token
    for _ in range(2):
        office.desk.load("sari", [token, token], by="Sari")
    assert len(office.examiner.loaded) == 1


@pytest.mark.parametrize("status", [Status.QUESTION, Status.REFUSED, Status.UNCHANGED])
def test_what_is_not_ready_is_not_loaded(office: Office, status: Status) -> None:
    office.examiner.run = replace(READY, status=status)
    office.desk.load("sari", [office.bring().token], by="Sari")
    assert office.examiner.loaded == []


def test_what_would_now_do_something_else_is_shown_again_instead_of_loaded(office: Office) -> None:
    token = office.bring().token
    office.examiner.run = replace(READY, counts=LoadCounts(2, 1, 1, 0))
    office.desk.load("sari", [token], by="Sari")
    ticket = office.now_at("sari", token)
    assert office.examiner.loaded == []
    assert ticket.moved
    assert ticket.is_ready
    assert ticket.examined is not None
    assert ticket.examined.counts.changed == 1
    office.desk.load("sari", [token], by="Sari")
    assert len(office.examiner.loaded) == 1


@pytest.mark.parametrize(
    ("counts", "same_value", "findings", "reason"),
    [
        (LoadCounts(2, 0, 0, 2), 0, (), ""),
        (LoadCounts(2, 1, 1, 0), 1, (), ""),
        (LoadCounts(2, 1, 1, 0), 0, (), "values"),
        (LoadCounts(3, 3, 0, 0), 0, (), "other"),
        (READY.counts, 0, (Finding("note", Severity.NOTES),), ""),
        (READY.counts, 0, (Finding("jump", Severity.WARNS),), "findings"),
        (READY.counts, 0, (Finding("known", Severity.WARNS, "S", "A1"),), ""),
        (READY.counts, 0, (Finding("known", Severity.WARNS, "S", "A2"),), "findings"),
        (READY.counts, 0, (Finding("known", Severity.WARNS, "S", "A1"),) * 2, "findings"),
    ],
)
def test_a_load_is_worse_than_shown_with_a_new_warning_or_another_value_overwritten(
    counts: LoadCounts, same_value: int, findings: tuple[Finding, ...], reason: str
) -> None:
    known = (Finding("known", Severity.WARNS, "S", "A1"), Finding("gone", Severity.WARNS))
    shown = Examined.of(replace(READY, findings=known))
    now = replace(Examined.of(replace(READY, counts=counts, findings=findings)))
    assert replace(now, same_value=same_value).worse_than(shown) == reason


def test_a_warning_that_has_come_up_meanwhile_is_shown_before_a_file_is_loaded(
    office: Office,
) -> None:
    token = office.bring().token
    office.examiner.run = replace(READY, findings=(Finding("jump", Severity.WARNS),))
    office.desk.load("sari", [token], by="Sari")
    assert (office.examiner.loaded, office.now_at("sari", token).moved) == ([], "findings")
    office.desk.load("sari", [token], by="Sari")
    assert len(office.examiner.loaded) == 1


def test_the_same_bytes_that_came_in_meanwhile_are_told(office: Office) -> None:
    token = office.bring().token
    office.examiner.refuses_once = True
    office.desk.load("sari", [token], by="Sari")
    ticket = office.now_at("sari", token)
    assert ticket.examined is not None
    assert ticket.examined.status is Status.UNCHANGED
    assert not ticket.moved
    assert office.desk.batch("sari") == Batch(files=1, done=1, loaded=0)


def test_other_data_have_a_file_examined_again(office: Office) -> None:
    token = office.bring().token
    office.examiner.run, office.examiner.version = replace(READY, status=Status.UNCHANGED), 2
    office.desk.review("sari", data_version=1)
    assert office.now_at("sari", token).is_ready
    office.desk.review("sari", data_version=2)
    ticket = office.settled("sari", token)
    assert ticket.examined is not None
    assert ticket.examined.status is Status.UNCHANGED
    assert ticket.data_version == 2


def test_a_refused_file_stays_refused_whatever_the_data(office: Office) -> None:
    office.examiner.run = replace(READY, status=Status.REFUSED)
    token = office.bring().token
    office.desk.review("sari", data_version=9)
    assert office.now_at("sari", token).stage is Stage.EXAMINED


def test_a_new_file_clears_away_the_results_of_the_last_load(office: Office) -> None:
    office.desk.load("sari", [office.bring(name="a.xlsx").token], by="Sari")
    office.bring("budi", name="c.xlsx")
    office.bring(name="b.xlsx")
    assert [one.file_name for one in office.desk.tickets("sari")] == ["b.xlsx"]
    assert len(office.desk.tickets("budi")) == 1


def test_changes_of_a_value_stand_before_those_that_keep_it() -> None:
    def change(number: int, new: int) -> Change:
        period = Period.of_year(1900 + number)
        key = FigureKey("36", Measure.EMPLOYED, period, "bps")
        return Change(key, Decimal(number), Decimal(new))

    kept = [change(number, number) for number in range(MOST_CHANGES + 20)]
    moved = [change(number, number + 1) for number in range(3)]
    examined = Examined.of(replace(READY, changed=(*kept, *moved)))
    assert list(examined.changed[:3]) == moved
    assert len(examined.changed) == MOST_CHANGES
    assert examined.same_value == len(kept)
