"""Questions of a file at the desk, and what a person answers."""

from cakupan.domain.questions import Question
from cakupan.domain.records import replace
from etl.dry_run import Status
from etl.intake.ticket import Stage
from etl.offer import Offered
from tests.etl.intake.conftest import READY, Office

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
