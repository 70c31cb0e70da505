"""Weights of the criteria that judges score: as many fields as the reference lists."""

import dash_mantine_components as dmc
from dash import html

from cakupan.domain.weights import MOST
from cakupan.texts.number_format import percent
from layouts.page_ids.paritrana import JuryWeightField
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.records import ParitranaView
from layouts.view import Changes, Slot

STEP, DEBOUNCE = 5, 350
SLOTS: tuple[Slot, ...] = ((Id.JURY_WEIGHTS, "children"),)


def at_rest() -> html.Div:
    """The place of the fields before any criterion is known."""
    return html.Div(id=Id.JURY_WEIGHTS, className="weights jury-weights")


def changes(page: ParitranaView) -> Changes:
    """A field for each criterion, with its share of the score of nominees."""
    if not page.asked.jury:
        return {(Id.JURY_WEIGHTS, "children"): None}
    return {
        (Id.JURY_WEIGHTS, "children"): [
            html.H3(page.words("paritrana.jury_weights.title")),
            *(_field(name, weight, page) for name, weight in page.asked.jury.items()),
            html.P(page.words("paritrana.jury_weights.note"), className="weights-sum"),
        ]
    }


def jury_share(criterion_id: str, page: ParitranaView) -> str:
    """The weight as a share of the sum of all that judges score; a dash where all are 0."""
    total = sum(page.asked.jury.values())
    ratio = page.asked.jury.get(criterion_id, 0) / total if total else None
    return percent(ratio, page.view.language, 1)


def _field(name: str, weight: int, page: ParitranaView) -> html.Div:
    share = page.words("paritrana.jury_weights.share", share=jury_share(name, page))
    return html.Div(
        className="weight",
        children=[
            dmc.NumberInput(
                id={"type": JuryWeightField.FIELD, "criterion": name},
                label=page.criterion_name(name),
                value=weight,
                min=0,
                max=MOST,
                step=STEP,
                allowDecimal=False,
                allowNegative=False,
                clampBehavior="blur",
                debounce=DEBOUNCE,
                size="sm",
            ),
            html.Small(share, className="hint"),
        ],
    )
