"""What the dialogue of the Target page opens with, by the button that was pressed."""

from collections.abc import Mapping
from typing import Any

from cakupan.domain.loads import LoadState
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from callbacks.figures import Figures
from callbacks.target_history import read_edits
from callbacks.target_wording import TargetWording
from callbacks.targets_in_force import TargetKey
from layouts.choices import Choices
from layouts.ids import TargetAction
from layouts.ids import TargetFieldId as Field
from layouts.target.dialog import Opening

ADD, CHANGE, RETIRE = "add", "change", "retire"
_ACTIONS = {TargetAction.CHANGE: CHANGE, TargetAction.RETIRE: RETIRE}


def opening(
    pressed: str | Mapping[str, Any], figures: Figures, choices: Choices, wording: TargetWording
) -> Opening | None:
    """None where what the button stood beside is gone."""
    if isinstance(pressed, str):
        values = {Field.REGION: choices.region_code, Field.DENOMINATOR: choices.denominator_id}
        return Opening(ADD, {"action": ADD}, "", values)
    if pressed["type"] == TargetAction.TURN:
        return _turning(int(pressed["load"]), figures, wording)
    return _changing(_ACTIONS[TargetAction(pressed["type"])], pressed["key"], figures, wording)


def regions_offered(region_code: str, reference: Reference) -> tuple[Region, ...]:
    """The region shown and its parts."""
    directory = reference.directory
    return (directory[region_code], *directory.parts(region_code))


def _changing(action: str, text: str, figures: Figures, wording: TargetWording) -> Opening | None:
    key = _key(str(text))
    stated = figures.stated_targets().get(key)
    if stated is None:
        return None
    target = stated.target
    values = {
        Field.REGION: target.region_code,
        Field.FRAMEWORK: target.framework,
        Field.YEAR: str(target.year or ""),
        Field.RATIO: wording.typed_percent(target.ratio),
        Field.DENOMINATOR: target.denominator,
        # What retires a target is another document than the one that set it.
        Field.CITATION: "" if action == RETIRE else target.citation,
    }
    return Opening(action, {"action": action, "key": list(key)}, wording.called(target), values)


def _turning(load_id: int, figures: Figures, wording: TargetWording) -> Opening | None:
    edit = next((one for one in read_edits(figures) if one.load.id == load_id), None)
    subject = (edit.after or edit.before) if edit else None
    if edit is None or subject is None:
        return None
    action = "undo" if edit.load.state is LoadState.CURRENT else "redo"
    return Opening(action, {"action": action, "load": load_id}, wording.called(subject), {})


def _key(text: str) -> TargetKey:
    region, framework, year = text.split("|")
    return (region, framework, int(year) if year else None)
