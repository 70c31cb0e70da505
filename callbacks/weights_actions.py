"""What the buttons of saved weights do: open the dialogue, and write a version down."""

from collections.abc import Mapping, Sequence
from functools import partial

from cakupan.domain.reference import Reference
from cakupan.domain.weights import MOST, WeightsDraft, WeightVersion
from cakupan.storage.weighting import keep_weights
from callbacks.buttons import Button
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Write
from callbacks.drawing import view_of
from callbacks.figures import Source
from callbacks.paritrana_reading import read_paritrana
from callbacks.reading import Request, settled
from callbacks.weights_reading import of_region, saved_weights
from layouts.dialog import WHOLE, Faults
from layouts.page_ids.paritrana import WeightsAction
from layouts.page_ids.paritrana import WeightsFieldId as Field
from layouts.paritrana import weights_dialog
from layouts.paritrana.presets import newest, version_name
from layouts.paritrana.presets_card import told_weights
from layouts.paritrana.records import ParitranaView
from layouts.paritrana.weights_dialog import (
    LONGEST_NOTE,
    LONGEST_TITLE,
    NEW,
    RESTORE,
    RETIRE,
    UPDATE,
    Opening,
)
from layouts.view import Changes

_ACTIONS = {
    WeightsAction.UPDATE: UPDATE,
    WeightsAction.RETIRE: RETIRE,
    WeightsAction.RESTORE: RESTORE,
}


def open_dialog(
    pressed: Button, data: object, *, tools: DataTools, source: Source
) -> Changes | None:
    """The dialogue for the button pressed; None where what it stood beside is gone."""
    request = Request.of(data)
    with source.figures() as figures:
        view = view_of(figures, request, settled(figures, request))
        page = read_paritrana(figures, view) if view else None
    opened = _opening(pressed, page) if page else None
    return weights_dialog.open_for(opened, tools.say(data)) if opened else None


def _opening(pressed: Button, page: ParitranaView) -> Opening | None:
    weights = page.asked.all_weights
    if isinstance(pressed, str):
        new = {"action": NEW, "region": page.view.region.code, "weights": weights}
        return Opening(NEW, new, "", told_weights(weights, page))
    preset = int(pressed["preset"])
    version = next((one for one in newest(page.versions) if one.preset == preset), None)
    if version is None:
        return None
    action = _ACTIONS[WeightsAction(pressed["type"])]
    meant = weights if action == UPDATE else version.weights
    intent: dict[str, object] = {
        "action": action,
        "region": version.region_code,
        "weights": dict(meant),
        "preset": version.preset,
        "number": version.number,
    }
    return Opening(action, intent, version.name, told_weights(meant, page))


def decide(decided: Decided, *, tools: DataTools, source: Source) -> Write | Faults:
    """What was decided, to be written; or what is wrong, field by field."""
    with source.figures() as figures:
        versions = saved_weights(figures)
    preset = decided.intent.get("preset")
    follows = next((one for one in newest(versions) if one.preset == preset), None)
    if follows and follows.number != decided.intent["number"]:
        fields = {"name": follows.name, "by": follows.by}
        return {WHOLE: decided.say("storage.weights_changed", **fields)}
    draft = _draft(decided, follows, tools)
    faults = _faults(draft, versions, decided)
    return faults or partial(_write, draft, decided, tools)


def _draft(decided: Decided, follows: WeightVersion | None, tools: DataTools) -> WeightsDraft:
    intent, typed = decided.intent, decided.typed
    action = str(intent["action"])
    keeps_name = follows is not None and action in {RETIRE, RESTORE}
    return WeightsDraft(
        region_code=str(intent["region"]),
        name=follows.name if follows and keeps_name else _one_line(typed[Field.TITLE]),
        weights=_weights(intent["weights"], tools.reference),
        note=_one_line(typed[Field.NOTE]),
        by=decided.who,
        at=tools.clock(),
        follows=follows,
        is_retired=action == RETIRE,
    )


def _faults(
    draft: WeightsDraft, versions: Sequence[WeightVersion], decided: Decided
) -> dict[str, str]:
    say = decided.say
    faults: dict[str, str] = {}
    if not 0 < len(draft.name) <= LONGEST_TITLE:
        faults[Field.TITLE] = say("bobot.fault.title", most=LONGEST_TITLE)
    elif _is_taken(draft, versions):
        faults[Field.TITLE] = say("bobot.fault.taken", name=draft.name)
    if len(draft.note) > LONGEST_NOTE:
        faults[Field.NOTE] = say("bobot.fault.note_long", most=LONGEST_NOTE)
    if draft.is_retired and not draft.note:
        faults[Field.NOTE] = say("bobot.fault.reason")
    return faults


def _is_taken(draft: WeightsDraft, versions: Sequence[WeightVersion]) -> bool:
    """Whether other weights that are offered in the same place have this name."""
    own = draft.follows.preset if draft.follows else 0
    others = newest(of_region(versions, draft.region_code))
    return not draft.is_retired and any(
        one.name.casefold() == draft.name.casefold() and one.preset != own and not one.is_retired
        for one in others
    )


def _write(draft: WeightsDraft, decided: Decided, tools: DataTools) -> str:
    version = keep_weights(tools.writer, draft)
    action = str(decided.intent["action"])
    return decided.say(f"bobot.done.{action}", name=version_name(version, decided.say))


def _weights(given: Mapping[str, int], reference: Reference) -> dict[str, int]:
    """What the browser sent back, as far as it can be a weight of a criterion there is."""
    known = [criterion.id for criterion in reference.award_criteria]
    return {name: min(MOST, max(0, int(given.get(name, 0)))) for name in known}


def _one_line(text: str) -> str:
    return " ".join(text.split())
