"""What the dialogue of a dossier opens with, by the button that was pressed."""

from cakupan.domain.awards import Stage
from cakupan.domain.juries import JuryItem, Nominee, State
from cakupan.domain.loads import LoadState
from cakupan.domain.measures import Measure
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.storage.queries.jury_facts import facts_of_nominee
from callbacks.buttons import Button
from callbacks.dossier_edit import held
from callbacks.dossier_history import read_dossier_edits
from callbacks.figures import Figures
from layouts.choices import Choices
from layouts.page_ids.paritrana import DossierAction
from layouts.page_ids.paritrana import DossierFieldId as Field
from layouts.paritrana.dossier_dialog import (
    DOCUMENTS,
    NOMINATE,
    REDO,
    SCORES,
    STAGE,
    UNDO,
    UNSAID,
    Opening,
    numbered,
)
from layouts.paritrana.dossier_words import DossierWords, Values

_ACTIONS = {
    DossierAction.SCORES: SCORES,
    DossierAction.DOCUMENTS: DOCUMENTS,
    DossierAction.STAGE: STAGE,
}


def opening(
    pressed: Button, figures: Figures, choices: Choices, wording: DossierWords
) -> Opening | None:
    """None where what the button stood beside is gone."""
    if isinstance(pressed, str):
        return _nominating(figures, choices)
    if pressed["type"] == DossierAction.TURN:
        return _turning(int(pressed["load"]), figures, wording)
    nominee = Nominee.parse(str(pressed["nominee"]))
    values = held(facts_of_nominee(figures.reader, nominee))
    if not values:
        return None
    action = _ACTIONS[DossierAction(pressed["type"])]
    return Opening(
        action,
        {"action": action, "nominee": nominee.text},
        wording.called(nominee),
        _filled(action, values, wording),
        _told(action, values, wording),
    )


def _nominating(figures: Figures, choices: Choices) -> Opening:
    """A nominee of the region shown; by default in the year of the newest dossier there."""
    prefix = choices.region_prefix
    own = [one for one in figures.dossiers() if one.nominee.region_code.startswith(prefix)]
    values = {
        Field.CATEGORY: own[0].nominee.category if own else "",
        Field.YEAR: str(own[0].nominee.award_year) if own else "",
        Field.STAGE: Stage.VERIFICATION.value,
    }
    regions = _offered(choices.region_code, figures.reference)
    return Opening(NOMINATE, {"action": NOMINATE}, "", values, regions=regions)


def _offered(region_code: str, reference: Reference) -> tuple[Region, ...]:
    """A region and its parts."""
    directory = reference.directory
    return (directory[region_code], *directory.parts(region_code))


def _filled(action: str, values: Values, wording: DossierWords) -> dict[Field, str]:
    """What the fields hold: documents as they stand, the stage that a nominee is at."""
    stage = _reached(values)
    if action == DOCUMENTS:
        fields = numbered(wording.reference, DOCUMENTS, wording.say)
        return {
            field: _state(values.get(JuryItem(Measure.AWARD_DOCUMENT, document)))
            for field, (document, _) in fields.items()
        }
    state = values.get(JuryItem(Measure.AWARD_STAGE, stage=stage), int(State.UNDER_WAY))
    return {Field.STAGE: stage, **({Field.STATE: _state(state)} if action == STAGE else {})}


def _state(value: object) -> str:
    return UNSAID if value is None else str(int(str(value).split(".")[0]))


def _reached(values: Values) -> str:
    """The furthest stage that a nominee is at or through, else the first."""
    stages = {item.stage for item, value in values.items() if item.measure is Measure.AWARD_STAGE}
    return next((one.value for one in reversed(Stage) if one.value in stages), Stage.VERIFICATION)


def _told(action: str, values: Values, wording: DossierWords) -> list[str]:
    """What is known already, where the fields do not say it themselves."""
    if action == SCORES:
        return wording.scores(values)
    stages = [stage.value for stage in Stage]
    items = [JuryItem(Measure.AWARD_STAGE, stage=stage) for stage in stages]
    known = [item for item in items if item in values] if action == STAGE else []
    return [wording.state(item, values[item]) for item in known]


def _turning(load_id: int, figures: Figures, wording: DossierWords) -> Opening | None:
    edit = next((one for one in read_dossier_edits(figures) if one.load.id == load_id), None)
    if edit is None:
        return None
    action = UNDO if edit.load.state is LoadState.CURRENT else REDO
    told = [wording.change(edit.before, edit.after)]
    intent = {"action": action, "load": load_id}
    return Opening(action, intent, wording.called(edit.nominee), told=told)
