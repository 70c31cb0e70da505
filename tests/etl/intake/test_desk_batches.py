"""Many files of a desk loaded together, and what goes wrong meanwhile."""

from io import BytesIO
from threading import Event, active_count

from cakupan.domain.loads import LoadCounts
from cakupan.domain.records import replace
from etl.intake.batch import Batch
from etl.intake.ticket import Stage
from tests.etl.intake.conftest import NOON, READY, Office, until


def test_figures_that_a_file_before_it_has_brought_do_not_stop_a_file(office: Office) -> None:
    tokens = [office.bring(name=f"{name}.xlsx").token for name in "abc"]
    office.examiner.run = replace(READY, counts=LoadCounts(2, 1, 0, 1))
    office.desk.load("sari", tokens, by="Sari")
    assert len(office.examiner.loaded) == 3


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
