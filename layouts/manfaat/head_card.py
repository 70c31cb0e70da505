"""What was paid in all, in four figures, and the choice between the month and the year so far."""

import dash_mantine_components as dmc
from dash.development.base_component import Component

from cakupan.domain.columns import ColumnKind
from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import count, growth, rupiah
from layouts import elements as html
from layouts.attributes import aria
from layouts.behind import months_behind
from layouts.card_menu import menu_button
from layouts.cards.grade import grade_of
from layouts.cards.indicators import indicator
from layouts.columns_of import ColumnsOf
from layouts.manfaat.asked import Span
from layouts.manfaat.paid_columns import TOPIC, claims_behind, paid_columns
from layouts.manfaat.records import ManfaatView, PartPaid
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "manfaat-head"
SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.SPAN, "data"),
    (Id.SPAN, "value"),
    (Id.INDICATORS, "children"),
    (Id.HEAD_FOOT, "children"),
)


def at_rest(words: Words) -> html.Article:
    """The card before any number has come."""
    return html.Article(
        className="card first-card manfaat-card",
        children=[
            menu_button(NAME, head=Id.HEAD),
            html.Header(id=Id.HEAD, className="card-head"),
            dmc.SegmentedControl(
                id=Id.SPAN,
                data=[{"value": span.value, "label": span.value} for span in Span],
                value=Span.YEAR.value,
                size="sm",
                **aria(label=words("manfaat.span.name")),
            ),
            html.Div(id=Id.INDICATORS, className="indicators"),
            html.Footer(id=Id.HEAD_FOOT, className="card-foot"),
        ],
    )


def changes(manfaat: ManfaatView) -> Changes:
    """The card filled."""
    words, tiles = manfaat.words, _tiles(manfaat)
    return {
        **as_data(Id.INDICATORS, _as_data(manfaat, tiles)),
        (Id.HEAD, "children"): _head(manfaat),
        (Id.SPAN, "data"): [
            {"value": span.value, "label": words(f"manfaat.span.{span.value}")} for span in Span
        ],
        (Id.SPAN, "value"): manfaat.asked.span.value,
        (Id.INDICATORS, "children"): [
            indicator(tile.label, tile.text, tile.note) for tile in tiles
        ],
        (Id.HEAD_FOOT, "children"): html.P(manfaat.caption, className="caption"),
    }


def _as_data(manfaat: ManfaatView, tiles: tuple[NumberTile, ...]) -> Shown:
    """One row: the region with what was paid, and its participants."""
    columns, region = ColumnsOf(manfaat.words, TOPIC), _region(manfaat)
    return Shown(
        name=NAME,
        title=_title(manfaat),
        subtitle=f"{region.region.name}, {manfaat.span_name}",
        caption=manfaat.caption,
        alt="; ".join(f"{tile.label}: {tile.text}" for tile in tiles),
        columns=(
            columns.text("region", [region.region.name]),
            *paid_columns([manfaat.whole], manfaat),
            columns.number("participants", ColumnKind.COUNT, [region.participants]),
            columns.number("rate", ColumnKind.RATE, [region.per_thousand]),
        ),
        plan=NumberPlan(tiles),
        behind=(*claims_behind(manfaat), *months_behind(manfaat.view, [manfaat.period])),
        sample=manfaat.sample,
    )


def _region(manfaat: ManfaatView) -> PartPaid:
    people = manfaat.view.summary.headline.participants
    return PartPaid(manfaat.view.region, manfaat.kinds, people)


def _title(manfaat: ManfaatView) -> str:
    whole, language = manfaat.whole, manfaat.view.language
    return manfaat.words(
        "manfaat.head.title",
        rupiah=rupiah(whole.rupiah, language, short=True),
        cases=count(whole.cases, language),
    )


def _head(manfaat: ManfaatView) -> list[Component]:
    words = manfaat.words
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if manfaat.sample else []
    return [
        html.H1([f"{manfaat.view.region.name}, {manfaat.span_name}", *badge]),
        html.H2(_title(manfaat)),
        html.P(words("manfaat.head.subtitle", before=manfaat.span_before), className="subtitle"),
        grade_of(manfaat.graded, words, notes=[words("grade.of_claims")]),
    ]


def _tiles(manfaat: ManfaatView) -> tuple[NumberTile, ...]:
    words, whole, language = manfaat.words, manfaat.whole, manfaat.view.language
    against = words("manfaat.against", before=manfaat.span_before)
    return (
        NumberTile(
            words("manfaat.figure.cases"),
            count(whole.cases, language),
            f"{growth(whole.cases_growth, language)} {against}",
        ),
        NumberTile(
            words("manfaat.figure.rupiah"),
            rupiah(whole.rupiah, language, short=True),
            f"{growth(whole.rupiah_growth, language)} {against}",
        ),
        NumberTile(
            words("manfaat.figure.average"),
            manfaat.average_text(whole),
            words("manfaat.figure.average_note"),
        ),
        NumberTile(
            words("manfaat.figure.rate"),
            manfaat.rate_text(_region(manfaat).per_thousand),
            words("manfaat.figure.rate_note"),
        ),
    )
