"""What the buttons of the Target page do: open the dialogue, and write what was decided in it."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from dash import ctx, html, no_update
from dash.exceptions import PreventUpdate

from cakupan.domain.figures import Figure
from cakupan.storage.loading import redo, withdraw, write_load
from cakupan.texts import Words
from callbacks.data_failures import failure_sentence
from callbacks.data_tools import DataTools
from callbacks.figures import Source
from callbacks.reading import Request
from callbacks.target_edit import change_figures, new_load, retire_figures
from callbacks.target_form import read_citation, read_draft
from callbacks.target_openings import CHANGE, RETIRE, opening, regions_offered
from callbacks.target_wording import TargetWording
from callbacks.targets_in_force import Stated, TargetKey
from callbacks.wiring import values
from layouts.choices import parse
from layouts.ids import ShellId
from layouts.ids import TargetFieldId as Field
from layouts.target import dialog

Answer = tuple[object, object, object, object]
"""Of a decision: whether the dialogue stays open, what is wrong, a stamp, and what was done."""

_REQUEST = f"{ShellId.REQUEST}.data"
_TURNS = {"undo": withdraw, "redo": redo}


def open_dialog(*given: object, tools: DataTools, source: Source) -> list[object]:
    """Open the dialogue for the button pressed; the last value given is the request."""
    pressed = ctx.triggered_id
    if not ctx.triggered or not ctx.triggered[0]["value"] or not pressed:
        raise PreventUpdate
    say, request = tools.say(given[-1]), Request.of(given[-1])
    choices = parse(request.search, tools.reference).choices
    with source.figures() as figures:
        opened = opening(pressed, figures, choices, TargetWording(tools.reference, say))
    if opened is None:
        raise PreventUpdate
    changes = dialog.open_for(
        opened,
        regions=regions_offered(choices.region_code, tools.reference),
        reference=tools.reference,
        words=say,
    )
    return values(changes, dialog.SLOTS)


def decide(
    clicks: int | None,
    intent: Mapping[str, Any] | None,
    data: object,
    *typed: str | None,
    tools: DataTools,
    source: Source,
) -> Answer:
    """Write what was decided; where it cannot be, the dialogue stays open and says why."""
    if not clicks or not intent:
        raise PreventUpdate
    fields = {field: text or "" for field, text in zip(Field, typed, strict=True)}
    say, who = tools.say(data), fields[Field.NAME].strip()
    if not who:
        return _faults([say("target.fault.name")])
    action = str(intent["action"])
    if action in _TURNS:
        _TURNS[action](tools.writer, int(intent["load"]), by=who, at=tools.clock())
        return _done(say(f"target.done.{action}"))
    with source.figures() as figures:
        held = figures.stated_targets()
    if action == RETIRE:
        return _retire(_key(intent), held, fields, who, tools=tools, say=say)
    return _save(_key(intent), held, fields, who, tools=tools, say=say)


def decide_failure(error: Exception, *, tools: DataTools) -> Answer:
    """What stopped it, in the dialogue that stays open."""
    return _faults([failure_sentence(error, tools.say(ctx.states.get(_REQUEST)))])


def _retire(
    key: TargetKey | None,
    held: Mapping[TargetKey, Stated],
    fields: Mapping[Field, str],
    who: str,
    *,
    tools: DataTools,
    say: Words,
) -> Answer:
    stated = held.get(key) if key else None
    citation, faults = read_citation(fields[Field.CITATION], say)
    if stated is None:
        faults = [say("target.fault.gone")]
    if stated is None or faults:
        return _faults(faults)
    wording, at = TargetWording(tools.reference, say), tools.clock()
    figures = retire_figures(stated, citation=citation, at=at)
    _write(figures, wording.file_name(stated.target, None), who, tools)
    return _done(wording.done(stated.target, None))


def _save(
    key: TargetKey | None,
    held: Mapping[TargetKey, Stated],
    fields: Mapping[Field, str],
    who: str,
    *,
    tools: DataTools,
    say: Words,
) -> Answer:
    """Add a target, or change the one under ``key``."""
    draft = read_draft(fields, tools.reference, say)
    if isinstance(draft, list):
        return _faults(draft)
    wording = TargetWording(tools.reference, say)
    replaced, other = held.get(key) if key else None, held.get(draft.key)
    if key and replaced is None:
        return _faults([say("target.fault.gone")])
    if other is not None and other != replaced:
        return _faults([wording.taken(other.target)])
    if replaced and draft.says_as(replaced.target):
        return _faults([say("target.fault.same")])
    figures = change_figures(draft, replaced, at=tools.clock())
    before = replaced.target if replaced else None
    _write(figures, wording.file_name(before, draft), who, tools)
    return _done(wording.done(before, draft))


def _write(figures: tuple[Figure, ...], name: str, who: str, tools: DataTools) -> None:
    load = new_load(name, figures, by=who, at=tools.clock())
    write_load(tools.writer, load, figures)


def _key(intent: Mapping[str, Any]) -> TargetKey | None:
    """The target that the dialogue was opened for; none for a new one."""
    if intent["action"] not in {CHANGE, RETIRE}:
        return None
    region, framework, year = intent["key"]
    return (str(region), str(framework), int(year) if year else None)


def _faults(sentences: Sequence[str]) -> Answer:
    return no_update, [html.P(sentence) for sentence in sentences], no_update, no_update


def _done(sentence: str) -> Answer:
    return False, None, secrets.token_hex(4), html.P(sentence, className="note done")
