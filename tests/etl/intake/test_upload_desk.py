"""The desk between a file that came and a file that is in."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from threading import Event, active_count
from time import monotonic, sleep
from typing import TypeVar

import pytest

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.loads import Load, LoadCounts, LoadState
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.questions import Question
from cakupan.storage.loading import Change
from etl.dry_run import DryRun, Status
from etl.intake import desk
from etl.intake.batch import Batch
from etl.intake.desk import KEPT_FOR, MOST_PER_OWNER, Desk, DeskFullError
from etl.intake.ticket import MOST_CHANGES, Examined, Stage, Ticket
from etl.intake.upload_folder import UploadFolder
from etl.offer import Offered

Read = TypeVar("Read")
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
READY = DryRun(
    file_name="a.xlsx",
    sha256="a" * 64,
    family="umum",
    status=Status.READY,
    figures=(),
    findings=(),
    counts=LoadCounts(figures=2, new=2, changed=0, unchanged=0),
)


class FakeExaminer:
    """Finds what it is told to find, and remembers what it was asked to load."""

    def __init__(self) -> None:
        self.run, self.version = READY, 1
        self.fault: Exception | None = None
        self.refuses_once = False
        self.loaded: list[tuple[str, datetime]] = []
        self.answers: dict[str, str] = {}
        self.worse, self.gate = "", Event()
        self.gate.set()

    def remember(self, run: DryRun) -> bool:
        return bool(self.answers)

    def examine(self, path: Path, answers: Mapping[str, str]) -> tuple[DryRun, int]:
        assert path.exists()
        self.answers = dict(answers)
        assert self.gate.wait(10)
        if self.fault:
            raise self.fault
        if path.name == self.worse and self.loaded:
            return replace(self.run, findings=(Finding("jump", Severity.WARNS),)), self.version
        return replace(self.run, file_name=path.name), self.version

    def load(self, run: DryRun, *, by: str, at: datetime) -> Load | None:
        if self.refuses_once:
            self.run = replace(READY, status=Status.UNCHANGED)
            return None
        self.loaded.append((by, at))
        return Load(
            id=len(self.loaded),
            file_name=run.file_name,
            sha256=run.sha256,
            family=run.family,
            loaded_by=by,
            loaded_at=at,
            counts=run.counts,
            state=LoadState.CURRENT,
            withdrawn_by=None,
            withdrawn_at=None,
        )


class Office:
    """A desk with a clock that can be moved and an examiner that can be told."""

    def __init__(self, root: Path) -> None:
        self.now, self.root, self.examiner = NOON, root, FakeExaminer()
        self.desk = Desk(self.examiner, UploadFolder(root), clock=lambda: self.now)

    def bring(self, owner: str = "sari", name: str = "a.xlsx") -> Ticket:
        """A file that has been examined."""
        return self.settled(owner, self.desk.receive(owner, name, BytesIO(b"isi")).token)

    def settled(self, owner: str, token: str) -> Ticket:
        return until(lambda: self.now_at(owner, token), lambda one: not one.is_pending)

    def now_at(self, owner: str, token: str) -> Ticket:
        ticket = self.desk.find(owner, token)
        assert ticket is not None
        return ticket

    def files(self) -> list[str]:
        return sorted(path.name for path in self.root.rglob("*") if path.is_file())


def until(read: Callable[[], Read], ready: Callable[[Read], bool]) -> Read:
    deadline = monotonic() + 10
    while not ready(found := read()):
        assert monotonic() < deadline, found
        sleep(0.005)
    return found


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path / "uploads")


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


def test_figures_that_a_file_before_it_has_brought_do_not_stop_a_file(office: Office) -> None:
    tokens = [office.bring(name=f"{name}.xlsx").token for name in "abc"]
    office.examiner.run = replace(READY, counts=LoadCounts(2, 1, 0, 1))
    office.desk.load("sari", tokens, by="Sari")
    assert len(office.examiner.loaded) == 3


def test_the_same_bytes_that_came_in_meanwhile_are_told(office: Office) -> None:
    token = office.bring().token
    office.examiner.refuses_once = True
    office.desk.load("sari", [token], by="Sari")
    ticket = office.now_at("sari", token)
    assert ticket.examined is not None
    assert ticket.examined.status is Status.UNCHANGED
    assert not ticket.moved
    assert office.desk.batch("sari") == Batch(files=1, done=1, loaded=0)


def test_a_batch_stops_at_a_file_that_got_worse_and_loads_the_others(office: Office) -> None:
    tokens = [office.bring(name=name).token for name in ("a.xlsx", "buruk.xlsx", "c.xlsx")]
    office.examiner.worse = "buruk.xlsx"
    office.desk.load("sari", tokens, by="Sari")
    stages = [ticket.stage for ticket in office.desk.tickets("sari")]
    assert stages == [Stage.LOADED, Stage.EXAMINED, Stage.LOADED]
    assert office.desk.batch("sari") == Batch(files=3, done=3, loaded=2)


def test_a_batch_in_the_background_marks_all_its_files_at_once_and_tells_how_far_it_is(
    office: Office,
) -> None:
    tokens = [office.bring(name=f"{name}.xlsx").token for name in "ab"]
    office.examiner.gate = Event()
    office.desk.begin_load("sari", tokens, by="Sari")
    assert {ticket.stage for ticket in office.desk.tickets("sari")} == {Stage.LOADING}
    assert office.desk.batch("sari") == Batch(files=2)
    office.desk.review("sari", data_version=99)
    office.desk.drop("sari", tokens[1])
    office.desk.begin_load("budi", tokens, by="Budi")
    assert {ticket.stage for ticket in office.desk.tickets("sari")} == {Stage.LOADING}
    office.examiner.gate.set()
    for token in tokens:
        assert office.settled("sari", token).stage is Stage.LOADED
    assert office.examiner.loaded == [("Sari", NOON), ("Sari", NOON)]
    assert until(lambda: office.desk.batch("sari"), lambda one: not one.is_running).loaded == 2


def test_a_new_file_begins_anew_and_the_last_batch_is_no_longer_told(office: Office) -> None:
    office.desk.load("sari", [office.bring().token], by="Sari")
    office.bring(name="b.xlsx")
    assert office.desk.batch("sari") is None


def test_many_files_of_an_owner_are_examined_by_one_thread(office: Office) -> None:
    office.examiner.gate = Event()
    before = active_count()
    tokens = [
        office.desk.receive("sari", f"{number}.xlsx", BytesIO(b"isi")).token for number in range(30)
    ]
    assert active_count() <= before + 1
    office.examiner.gate.set()
    assert all(office.settled("sari", token).is_ready for token in tokens)


def test_a_fault_of_the_program_leaves_the_file_to_be_tried_again(office: Office) -> None:
    office.examiner.fault = ZeroDivisionError("inside")
    token = office.bring().token
    assert office.now_at("sari", token).stage is Stage.FAILED
    office.examiner.fault = None
    office.desk.retry("sari", token)
    assert office.settled("sari", token).is_ready


def test_a_fault_while_loading_is_told_and_keeps_what_was_loaded(office: Office) -> None:
    first, second = office.bring(name="a.xlsx").token, office.bring(name="b.xlsx").token
    office.desk.load("sari", [first], by="Sari")
    office.examiner.fault = OSError("disk")
    office.desk.load("sari", [second], by="Sari")
    batch = office.desk.batch("sari")
    assert batch is not None
    assert (str(batch.fault), batch.is_running) == ("disk", False)
    assert office.now_at("sari", first).stage is Stage.LOADED
    assert office.now_at("sari", second).is_ready


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


def test_after_a_day_a_file_is_forgotten(office: Office) -> None:
    old = office.bring(name="a.xlsx").token
    office.now += KEPT_FOR + timedelta(minutes=1)
    office.bring("budi", name="b.xlsx")
    assert office.desk.find("sari", old) is None
    assert office.files() == ["b.xlsx"]


def test_more_files_than_a_desk_holds_are_refused_and_not_kept(office: Office) -> None:
    for _ in range(MOST_PER_OWNER):
        office.desk.receive("sari", "a.xlsx", BytesIO(b"isi"))
    with pytest.raises(DeskFullError):
        office.desk.receive("sari", "a.xlsx", BytesIO(b"isi"))
    assert len(office.files()) == MOST_PER_OWNER
    for ticket in office.desk.tickets("sari"):
        office.settled("sari", ticket.token)


def test_more_bytes_than_a_desk_holds_are_refused_whoever_brings_them(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "MOST_BYTES", 2 * len(b"isi"))
    first = office.bring("sari").token
    office.bring("budi")
    with pytest.raises(DeskFullError):
        office.desk.receive("tuti", "a.xlsx", BytesIO(b"isi"))
    office.desk.load("sari", [first], by="Sari")
    office.bring("tuti")


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


PERIOD = Question(id="period", key="questions.period", sheet="Data", choices=())
MEASURE = Question(id="measure", key="questions.measure", sheet="Data", choices=(), open=False)


def test_an_answer_has_the_file_examined_with_it_and_with_those_before(office: Office) -> None:
    office.examiner.run = replace(READY, status=Status.QUESTION, questions=(PERIOD, MEASURE))
    token = office.bring().token
    office.desk.answer("sari", token, {"period": "2025", "unasked": "x"})
    office.settled("sari", token)
    assert office.examiner.answers == {"period": "2025"}
    office.desk.answer("sari", token, {"measure": "employed"})
    office.settled("sari", token)
    assert office.examiner.answers == {"period": "2025", "measure": "employed"}
    office.desk.answer("sari", token, {"period": "2024"})
    office.settled("sari", token)
    assert office.examiner.answers == {"period": "2024", "measure": "employed"}
    office.desk.ask_again("sari", token)
    assert office.settled("sari", token).given == ()
    assert office.examiner.answers == {}


def test_nobody_answers_for_another_and_nothing_unasked_is_answered(office: Office) -> None:
    office.examiner.run = replace(READY, questions=(PERIOD,))
    token = office.bring().token
    office.desk.answer("budi", token, {"period": "2025"})
    office.desk.answer("sari", token, {"unasked": "x"})
    assert office.now_at("sari", token).given == ()


def test_a_file_is_loaded_with_its_answers_and_they_are_remembered(office: Office) -> None:
    office.examiner.run = replace(READY, questions=(PERIOD,))
    token = office.bring().token
    office.desk.answer("sari", token, {"period": "2025"})
    office.settled("sari", token)
    office.desk.load("sari", [token], by="Sari")
    ticket = office.now_at("sari", token)
    assert ticket.stage is Stage.LOADED
    assert office.examiner.answers == {"period": "2025"}
    assert ticket.remembered


def test_a_table_that_is_not_taken_is_left_out_until_it_is_taken_again(office: Office) -> None:
    tables = tuple(
        Offered(f"table@{sheet}!A1", sheet, "A1", (), (), regions=1, figures=2) for sheet in "AB"
    )
    office.examiner.run = replace(READY, tables=tables)
    token = office.bring().token
    office.desk.choose("sari", token, ["table@A!A1"])
    ticket = office.settled("sari", token)
    assert office.examiner.answers == {"table@B!A1": "lewati"}
    assert ticket.left_out == ("table@B!A1",)
    office.desk.choose("sari", token, [one.id for one in tables])
    office.settled("sari", token)
    assert office.examiner.answers == {}
    office.desk.choose("budi", token, [])
    assert office.now_at("sari", token).left_out == ()
