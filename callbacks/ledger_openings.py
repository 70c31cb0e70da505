"""What the dialogue of the ledger opens with, by the button that was pressed."""

from collections.abc import Mapping
from typing import Any

from cakupan.domain.ledger import LedgerKey, LedgerLine
from cakupan.domain.loads import LoadState
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.texts import date_format
from cakupan.texts.number_format import count
from callbacks.figures import Figures
from callbacks.ledger_history import read_ledger_edits
from callbacks.ledger_reading import lines_in_force
from layouts.choices import Choices
from layouts.page_ids.segmen import LedgerAction
from layouts.page_ids.segmen import LedgerFieldId as Field
from layouts.segmen.ledger_dialog import EVERYBODY, Opening
from layouts.segmen.ledger_words import LedgerWords

ADD, CHANGE, RETIRE = "add", "change", "retire"
_ACTIONS = {LedgerAction.CHANGE: CHANGE, LedgerAction.RETIRE: RETIRE}


def opening(
    pressed: str | Mapping[str, Any], figures: Figures, choices: Choices, wording: LedgerWords
) -> Opening | None:
    """None where what the button stood beside is gone."""
    reference = figures.reference
    if isinstance(pressed, str):
        values = {Field.REGION: choices.region_code, Field.GROUP: EVERYBODY}
        return Opening(ADD, {"action": ADD}, "", values, _offered(choices.region_code, reference))
    if pressed["type"] == LedgerAction.TURN:
        return _turning(int(pressed["load"]), figures, wording)
    key = LedgerKey.parse(str(pressed["key"]))
    stated = lines_in_force(figures, key.region_code).get(key)
    if stated is None:
        return None
    action = _ACTIONS[LedgerAction(pressed["type"])]
    return Opening(
        action,
        {"action": action, "key": key.text},
        wording.called(stated.line),
        _values(stated.line, action, wording),
        _offered(key.region_code[:2], reference),
    )


def _offered(region_code: str, reference: Reference) -> tuple[Region, ...]:
    """A region and its parts."""
    directory = reference.directory
    return (directory[region_code], *directory.parts(region_code))


def _values(line: LedgerLine, action: str, wording: LedgerWords) -> dict[Field, str]:
    """A line as it would be typed; what retires it is another document than the one it rests on."""
    language = wording.say.language
    numbers = {
        Field.WORKERS: line.workers,
        Field.RATE: line.rupiah_a_month,
        Field.MONTHS: line.months,
    }
    return {
        Field.REGION: line.region_code,
        Field.GROUP: line.group or EVERYBODY,
        Field.PAYER: line.payer,
        Field.START: date_format.period(line.start, language),
        Field.CITATION: "" if action == RETIRE else line.citation,
        **{
            field: "" if number is None else count(number, language)
            for field, number in numbers.items()
        },
    }


def _turning(load_id: int, figures: Figures, wording: LedgerWords) -> Opening | None:
    edit = next((one for one in read_ledger_edits(figures) if one.load.id == load_id), None)
    subject = (edit.after or edit.before) if edit else None
    if edit is None or subject is None:
        return None
    action = "undo" if edit.load.state is LoadState.CURRENT else "redo"
    return Opening(action, {"action": action, "load": load_id}, wording.called(subject), {})
