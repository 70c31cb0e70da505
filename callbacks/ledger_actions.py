"""What the buttons of the ledger do: open the dialogue, and write what was decided in it."""

from collections.abc import Callable
from functools import partial

from cakupan.domain.figures import Figure
from cakupan.domain.ledger import LedgerKey, LedgerLine
from cakupan.domain.records import Record
from cakupan.storage.loading import write_load
from cakupan.storage.queries.ledger import StatedLine
from callbacks.buttons import Button
from callbacks.citation import read_citation
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Write
from callbacks.edit_checks import checked, told
from callbacks.edit_load import edit_load
from callbacks.edits import TURNS, turn
from callbacks.figures import Source
from callbacks.ledger_edit import FAMILY, line_figures, retired_figures
from callbacks.ledger_form import read_line
from callbacks.ledger_openings import CHANGE, RETIRE, opening
from callbacks.ledger_reading import lines_in_force
from callbacks.reading import Request
from layouts.choices import parse
from layouts.dialog import WHOLE, Faults
from layouts.page_ids.segmen import LedgerFieldId as Field
from layouts.segmen import ledger_dialog
from layouts.segmen.ledger_words import LedgerWords
from layouts.view import Changes


class Edit(Record, frozen=True):
    """A change that can be written: its figures, the line before and after."""

    figures: tuple[Figure, ...]
    before: LedgerLine | None
    after: LedgerLine | None
    remark: str = ""


def open_dialog(
    pressed: Button, data: object, *, tools: DataTools, source: Source
) -> Changes | None:
    """The dialogue for the button pressed; None where what it stood beside is gone."""
    say = tools.say(data)
    choices = parse(Request.of(data).search, tools.reference).choices
    with source.figures() as figures:
        opened = opening(pressed, figures, choices, LedgerWords(tools.reference, say))
    if opened is None:
        return None
    return ledger_dialog.open_for(opened, reference=tools.reference, words=say)


def decide(decided: Decided, *, tools: DataTools, source: Source) -> Write | Faults:
    """What was decided, to be written; or what is wrong, field by field."""
    action = str(decided.intent["action"])
    if action in TURNS:
        return partial(turn, action, decided, tools, topic="segmen")
    key = LedgerKey.parse(decided.intent["key"]) if action in {CHANGE, RETIRE} else None
    held = partial(_held, source)
    replaced = held(key) if key else None
    if key and replaced is None:
        return {WHOLE: decided.say("segmen.fault.gone")}
    if action == RETIRE and replaced:
        edit = _retired(decided, replaced)
    else:
        edit = _saved(decided, replaced, held, tools)
    return partial(_write, edit, decided, tools) if isinstance(edit, Edit) else edit


def _held(source: Source, key: LedgerKey) -> StatedLine | None:
    """The line in force under a key; those of other regions are not read for it."""
    with source.figures() as figures:
        return lines_in_force(figures, key.region_code).get(key)


def _retired(decided: Decided, replaced: StatedLine) -> Edit | Faults:
    citation, fault = read_citation(decided.typed[Field.CITATION], decided.say, topic="segmen")
    if fault:
        return {Field.CITATION: fault}
    return Edit(retired_figures(replaced, citation=citation), replaced.line, None)


def _saved(
    decided: Decided,
    replaced: StatedLine | None,
    held: Callable[[LedgerKey], StatedLine | None],
    tools: DataTools,
) -> Edit | Faults:
    """A line that is new, or takes the place of the one that the dialogue was opened for."""
    say, before = decided.say, replaced.line if replaced else None
    line = read_line(decided.typed, before, tools.reference, say)
    if not isinstance(line, LedgerLine):
        return line
    other = held(line.key)
    if other is not None and other != replaced:
        same = LedgerWords(tools.reference, say).told(other.line)
        return {WHOLE: say("segmen.fault.taken", told=same)}
    if before and _says_as(line, before):
        return {WHOLE: say("segmen.fault.same")}
    figures = line_figures(line, replaced)
    found = checked(figures, tools.reader, tools.reference.directory)
    if found.stops:
        return {WHOLE: told(found.stops, say)}
    remark = say("segmen.done.remark", told=told(found.warns, say)) if found.warns else ""
    return Edit(figures, before, line, remark)


def _says_as(line: LedgerLine, before: LedgerLine) -> bool:
    return (line.key, line.workers, line.rupiah_a_month, line.months, line.citation) == (
        before.key,
        before.workers,
        before.rupiah_a_month,
        before.months,
        before.citation,
    )


def _write(edit: Edit, decided: Decided, tools: DataTools) -> str:
    wording, at = LedgerWords(tools.reference, decided.say), tools.clock()
    load = edit_load(
        edit.figures,
        name=wording.file_name(edit.before, edit.after),
        family=FAMILY,
        by=decided.who,
        at=at,
    )
    write_load(tools.writer, load, edit.figures)
    return f"{wording.done(edit.before, edit.after)} {edit.remark}".strip()
