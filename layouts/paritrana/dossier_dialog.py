"""The dialogue in which a jury fills a dossier: nominate, score, tick documents, move a stage."""

from collections.abc import Iterable, Mapping, Sequence

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.awards import Stage
from cakupan.domain.juries import State
from cakupan.domain.records import Record, field
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.texts import Words
from layouts import elements as html
from layouts.dialog import LONGEST_CITATION, LONGEST_NAME, Dialog, Opened
from layouts.page_ids.paritrana import DossierFieldId as Field
from layouts.page_ids.paritrana import DossierId as Id
from layouts.view import Changes, Slot, localized

ACTIONS = ("nominate", "scores", "documents", "stage", "undo", "redo")
NOMINATE, SCORES, DOCUMENTS, STAGE, UNDO, REDO = ACTIONS
UNSAID = "belum"
"""Stands for a document that nobody has spoken of: an empty choice would be none."""

SCORE_FIELDS = tuple(one for one in Field if one.name.startswith("SCORE_"))
DOCUMENT_FIELDS = tuple(one for one in Field if one.name.startswith("DOCUMENT_"))
FIELDS = tuple(one for one in Field if one is not Field.NAME)
_SELECTS = (Field.REGION, Field.CATEGORY, Field.STAGE, Field.STATE, *DOCUMENT_FIELDS)
_SHOWN_IN: Mapping[str, frozenset[Field]] = {
    NOMINATE: frozenset({Field.REGION, Field.CATEGORY, Field.YEAR, Field.BODY, Field.STAGE}),
    SCORES: frozenset({Field.JUDGE, Field.STAGE}),
    STAGE: frozenset({Field.STAGE, Field.STATE}),
}
_CITED = frozenset({NOMINATE, SCORES, DOCUMENTS, STAGE})
_HINTED = (Field.YEAR, Field.BODY, Field.JUDGE, Field.CITATION)
_LONGEST = {Field.CITATION: LONGEST_CITATION, Field.BODY: 120, Field.JUDGE: LONGEST_NAME}
_LONGEST_NUMBER = 12
DIALOG = Dialog.of(Id, name=Field.NAME, fields=FIELDS)
SLOTS: tuple[Slot, ...] = (
    *DIALOG.slots,
    *((one, prop) for one in FIELDS for prop in ("label", "style", "value")),
    *((one, "data") for one in _SELECTS),
    *((one, "description") for one in _HINTED),
)


class Opening(Record, frozen=True):
    """What the dialogue is opened for.

    ``told`` is what is known already, a line each; ``values`` is what the fields hold.
    """

    action: str
    intent: Mapping[str, object]
    name: str
    values: Mapping[Field, str] = field(default_factory=dict)
    told: Sequence[str] = ()
    regions: tuple[Region, ...] = ()


def at_rest(words: Words) -> list[Component]:
    """The closed dialogue."""
    fields = html.Div([_field(one, words) for one in FIELDS], className="ledger-fields")
    return DIALOG.at_rest(words, title=words("berkas.nominate_title"), fields=[fields])


def _field(one: Field, words: Words) -> dmc.Select | dmc.TextInput:
    label = _label(one, words)
    if one in _SELECTS:
        return dmc.Select(
            id=one,
            label=label,
            data=[],
            allowDeselect=False,
            searchable=one is Field.REGION,
            comboboxProps={"withinPortal": True, "zIndex": 400},
            size="sm",
        )
    return dmc.TextInput(
        id=one,
        label=label,
        value="",
        inputProps={"maxLength": _LONGEST.get(one, _LONGEST_NUMBER)},
        autoComplete="off",
        size="sm",
    )


def numbered(reference: Reference, action: str, words: Words) -> dict[Field, tuple[str, str]]:
    """Which criterion or document each numbered field of an action is for: its id and its name."""
    if action == SCORES:
        return dict(zip(SCORE_FIELDS, _names(reference.scored_criteria, words), strict=False))
    if action == DOCUMENTS:
        return dict(zip(DOCUMENT_FIELDS, _names(reference.award_documents, words), strict=False))
    return {}


def open_for(opening: Opening, *, reference: Reference, words: Words) -> Changes:
    """The dialogue opened; its fields filled but for the name, which the browser remembers."""
    action = opening.action
    opened = Opened(
        title=words(f"berkas.{action}_title", name=opening.name),
        body=[
            html.P(words(f"berkas.{action}_lead")),
            *([html.Ul([html.Li(line) for line in opening.told])] if opening.told else []),
        ],
        yes=words(f"berkas.{action}_yes"),
        intent=opening.intent,
    )
    own = numbered(reference, action, words)
    cited = {Field.CITATION} if action in _CITED else set[Field]()
    shown = {*_SHOWN_IN.get(action, ()), *own, *cited}
    changes: dict[Slot, object] = {**DIALOG.opened(opened, words)}
    for one in FIELDS:
        changes[one, "label"] = own[one][1] if one in own else _label(one, words)
        changes[one, "style"] = {} if one in shown else {"display": "none"}
        changes[one, "value"] = opening.values.get(one, "")
    for hinted in _HINTED:
        changes[hinted, "description"] = words(f"berkas.hint.{_name(hinted)}")
    return {**changes, **_offers(opening, reference, words)}


def _offers(opening: Opening, reference: Reference, words: Words) -> Changes:
    states = [(str(int(state)), words(f"paritrana.document_state.{int(state)}")) for state in State]
    documents = _choices([(UNSAID, words("paritrana.document_state.unsaid")), *states])
    return {
        (Field.REGION, "data"): _choices((one.code, one.name) for one in opening.regions),
        (Field.CATEGORY, "data"): _choices(_names(reference.award_categories, words)),
        (Field.STAGE, "data"): _choices(
            (stage.value, words(f"paritrana.stage.{stage.value}")) for stage in Stage
        ),
        (Field.STATE, "data"): _choices(
            (str(int(state)), words(f"paritrana.state.{int(state)}")) for state in State
        ),
        **{(one, "data"): documents for one in DOCUMENT_FIELDS},
    }


def _names(things: Iterable[object], words: Words) -> list[tuple[str, str]]:
    return [(str(getattr(one, "id", "")), localized(one, "name", words.language)) for one in things]


def _choices(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"value": value, "label": label} for value, label in pairs]


def _label(one: Field, words: Words) -> str:
    """What a field is called at rest; what a numbered one is for is told when it is opened."""
    numbered_one = one in SCORE_FIELDS or one in DOCUMENT_FIELDS
    return words(f"berkas.field.{'value' if numbered_one else _name(one)}")


def _name(one: Field) -> str:
    return one.removeprefix("dossier-field-")
