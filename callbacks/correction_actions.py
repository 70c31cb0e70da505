"""Correcting a figure from a flag: the dialogue with the figures it speaks of, and the load."""

import json
from functools import partial

from cakupan.domain.corrections import FAMILY, Correction
from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.loads import LoadState
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from cakupan.storage.loading import redo, withdraw, write_load
from cakupan.storage.queries.corrections import standing_figures
from cakupan.texts import Words
from callbacks.correctable import Stands, correctable
from callbacks.correction_form import corrected
from callbacks.corrections import read_corrections
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Write
from callbacks.edit_checks import checked, told
from callbacks.edit_load import edit_load
from callbacks.figures import Figures, Source
from etl.finding_codes import Code
from layouts.corrections import CorrectionWords
from layouts.dialog import WHOLE, Faults
from layouts.mutu import dialog
from layouts.mutu.dialog import Choice
from layouts.mutu.records import Case, MutuView
from layouts.mutu.sentences import flag_sentence
from layouts.page_ids.mutu import MutuId as Id
from layouts.view import Changes

CORRECT = "correct"
TURNS = {"undo": withdraw, "redo": redo}


def open_correction(figures: Figures, case: Case, mutu: MutuView) -> Changes:
    """The dialogue with the figures that a flag speaks of as they stand."""
    found = correctable(figures, mutu.view, case)
    wording = CorrectionWords(figures.reference, mutu.words)
    intent = {
        "action": CORRECT,
        # What the reader saw: should it be another by then, nothing is written.
        "seen": {key_text(one.figure.key): str(one.figure.value) for one in found},
    }
    choices = [Choice(key_text(one.figure.key), _label(one, wording)) for one in found]
    return dialog.open_correction(choices, flag_sentence(case, mutu), intent, mutu.words)


def open_turn(figures: Figures, load_id: int, say: Words) -> Changes | None:
    """The dialogue to undo a correction or bring it back; None where there is no such."""
    made = read_corrections(figures)
    one = next((one for one in made if one.load.id == load_id), None)
    if one is None:
        return None
    action = "undo" if one.load.state is LoadState.CURRENT else "redo"
    told_as = _told(one, CorrectionWords(figures.reference, say))
    return dialog.open_turn(action, told_as, load_id, say)


def decide_correction(decided: Decided, *, tools: DataTools, source: Source) -> Write | Faults:
    """The correction to be written, or what is wrong with it, field by field."""
    say, seen = decided.say, decided.intent["seen"]
    if not seen:
        return {WHOLE: say("mutu.correct.sum")}
    chosen = decided.typed[Id.FIGURE]
    if chosen not in seen:
        return {Id.FIGURE: say("mutu.fault.figure")}
    with source.figures() as figures:
        held = _held(figures, parse_key(chosen))
    if held is None or str(held.value) != seen[chosen]:
        return {WHOLE: say("mutu.fault.moved")}
    figure = corrected(held, decided.typed, say)
    if not isinstance(figure, Figure):
        return figure
    found = checked([figure], tools.reader, tools.reference.directory)
    if found.stops:
        return {WHOLE: told(found.stops, say)}
    # That the other regions are not in it is no fault of a single figure.
    warns = [one for one in found.warns if one.code != Code.REGIONS_MISSING]
    return partial(_write, _Edit(held, figure, told(warns, say)), decided, tools)


def turn(decided: Decided, *, tools: DataTools) -> Write:
    """Undo a correction, or let it count again."""
    action = str(decided.intent["action"])

    def write() -> str:
        load_id = int(decided.intent["load"])
        TURNS[action](tools.writer, load_id, by=decided.who, at=tools.clock())
        return decided.say(f"mutu.correct.{action}_done")

    return write


def key_text(key: FigureKey) -> str:
    """A key in one word, for the choices of the dialogue."""
    return json.dumps(
        [
            *(key.region_code, key.measure.value, key.period.text, key.publisher),
            *(key.segment.value, key.programme, key.group, key.basis.value),
        ]
    )


def parse_key(text: str) -> FigureKey:
    """The key of a word; ``ValueError`` where it is none."""
    region, measure, period, publisher, segment, programme, group, basis = json.loads(text)
    return FigureKey(
        region_code=region,
        measure=Measure(measure),
        period=Period(period),
        publisher=publisher,
        segment=Segment(segment),
        programme=programme,
        group=group,
        basis=Basis(basis),
    )


class _Edit(Record, frozen=True):
    """A correction that can be written: the figure before and after, what is to be minded."""

    before: Figure
    after: Figure
    minded: str


def _write(edit: _Edit, decided: Decided, tools: DataTools) -> str:
    wording = CorrectionWords(tools.reference, decided.say)
    load = edit_load(
        [edit.after],
        name=wording.file_name(edit.before.value, edit.after),
        family=FAMILY,
        by=decided.who,
        at=tools.clock(),
    )
    write_load(tools.writer, load, [edit.after])
    change = wording.between(edit.before.value, edit.after)
    name = wording.called(edit.after.key)
    done = decided.say("mutu.correct.done", name=name, change=change)
    minded = decided.say("mutu.correct.minded", told=edit.minded) if edit.minded else ""
    return f"{done} {minded}".strip()


def _held(figures: Figures, key: FigureKey) -> Figure | None:
    """What counts under a key now."""
    found = standing_figures(
        figures.reader,
        region_code=key.region_code,
        measures=[key.measure],
        period_texts=[key.period.text],
    )
    return next((figure for figure, _ in found if figure.key == key), None)


def _label(one: Stands, wording: CorrectionWords) -> str:
    figure = one.figure
    place = ", ".join(part for part in (one.file_name, figure.sheet, figure.cell) if part)
    value = wording.value(figure.value, figure.unit)
    return f"{wording.called(figure.key)}: {value} ({place})"


def _told(one: Correction, wording: CorrectionWords) -> str:
    return f"{wording.called(one.figure.key)}: {wording.change(one)}"
