"""What the buttons of the Target page do: open the dialogue, and write what was decided in it."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from cakupan.domain.figures import Figure
from cakupan.storage.loading import write_load
from callbacks.buttons import Button
from callbacks.citation import read_citation
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Write
from callbacks.edit_load import edit_load
from callbacks.edits import TURNS, turn
from callbacks.figures import Source
from callbacks.reading import Request
from callbacks.target_edit import FAMILY, change_figures, retire_figures
from callbacks.target_form import read_draft
from callbacks.target_openings import CHANGE, RETIRE, opening, regions_offered
from callbacks.target_wording import TargetWording
from callbacks.targets_in_force import Stated, TargetKey
from layouts.choices import parse
from layouts.dialog import WHOLE, Faults
from layouts.ids import TargetFieldId as Field
from layouts.target import dialog
from layouts.view import Changes


def open_dialog(
    pressed: Button, data: object, *, tools: DataTools, source: Source
) -> Changes | None:
    """The dialogue for the button pressed; None where what it stood beside is gone."""
    say, request = tools.say(data), Request.of(data)
    choices = parse(request.search, tools.reference).choices
    with source.figures() as figures:
        opened = opening(pressed, figures, choices, TargetWording(tools.reference, say))
    if opened is None:
        return None
    return dialog.open_for(
        opened,
        regions=regions_offered(choices.region_code, tools.reference),
        reference=tools.reference,
        words=say,
    )


def decide(decided: Decided, *, tools: DataTools, source: Source) -> Write | Faults:
    """What was decided, to be written; or what is wrong, field by field."""
    action = str(decided.intent["action"])
    if action in TURNS:
        return partial(turn, action, decided, tools, topic="target")
    with source.figures() as figures:
        held = figures.stated_targets()
    if action == RETIRE:
        return _retire(decided, held, tools)
    return _save(decided, held, tools)


def _retire(decided: Decided, held: Mapping[TargetKey, Stated], tools: DataTools) -> Write | Faults:
    key, say = _key(decided.intent), decided.say
    stated = held.get(key) if key else None
    if stated is None:
        return {WHOLE: say("target.fault.gone")}
    citation, fault = read_citation(decided.typed[Field.CITATION], say, topic="target")
    if fault:
        return {Field.CITATION: fault}
    wording = TargetWording(tools.reference, say)
    return partial(
        _write,
        retire_figures(stated, citation=citation, at=tools.clock()),
        wording.file_name(stated.target, None),
        wording.done(stated.target, None),
        decided.who,
        tools,
    )


def _save(decided: Decided, held: Mapping[TargetKey, Stated], tools: DataTools) -> Write | Faults:
    """Add a target, or change the one that the dialogue was opened for."""
    key, say = _key(decided.intent), decided.say
    draft = read_draft(decided.typed, tools.reference, say)
    if isinstance(draft, Mapping):
        return draft
    wording = TargetWording(tools.reference, say)
    replaced, other = held.get(key) if key else None, held.get(draft.key)
    if key and replaced is None:
        return {WHOLE: say("target.fault.gone")}
    if other is not None and other != replaced:
        return {WHOLE: wording.taken(other.target)}
    if replaced and draft.says_as(replaced.target):
        return {WHOLE: say("target.fault.same")}
    before = replaced.target if replaced else None
    return partial(
        _write,
        change_figures(draft, replaced, at=tools.clock()),
        wording.file_name(before, draft),
        wording.done(before, draft),
        decided.who,
        tools,
    )


def _write(figures: tuple[Figure, ...], name: str, done: str, who: str, tools: DataTools) -> str:
    load = edit_load(figures, name=name, family=FAMILY, by=who, at=tools.clock())
    write_load(tools.writer, load, figures)
    return done


def _key(intent: Mapping[str, Any]) -> TargetKey | None:
    """The target that the dialogue was opened for; none for a new one."""
    if intent["action"] not in {CHANGE, RETIRE}:
        return None
    region, framework, year = intent["key"]
    return (str(region), str(framework), int(year) if year else None)
