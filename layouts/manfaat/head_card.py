"""What was paid in all, in four figures, and the choice between the month and the year so far."""

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from cakupan.texts import Words
from cakupan.texts.number_format import count, growth, rupiah
from layouts.attributes import aria
from layouts.cards.grade import grade_of
from layouts.cards.indicators import indicator
from layouts.manfaat.asked import Span
from layouts.manfaat.records import ManfaatView, PartPaid
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes, Slot

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
    words = manfaat.words
    return {
        (Id.HEAD, "children"): _head(manfaat),
        (Id.SPAN, "data"): [
            {"value": span.value, "label": words(f"manfaat.span.{span.value}")} for span in Span
        ],
        (Id.SPAN, "value"): manfaat.asked.span.value,
        (Id.INDICATORS, "children"): _indicators(manfaat),
        (Id.HEAD_FOOT, "children"): html.P(manfaat.caption, className="caption"),
    }


def _head(manfaat: ManfaatView) -> list[Component]:
    words, whole, language = manfaat.words, manfaat.whole, manfaat.view.language
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if manfaat.sample else []
    title = words(
        "manfaat.head.title",
        rupiah=rupiah(whole.rupiah, language, short=True),
        cases=count(whole.cases, language),
    )
    return [
        html.H1([f"{manfaat.view.region.name}, {manfaat.span_name}", *badge]),
        html.H2(title),
        html.P(words("manfaat.head.subtitle", before=manfaat.span_before), className="subtitle"),
        grade_of(manfaat.graded, words, notes=[words("grade.of_claims")]),
    ]


def _indicators(manfaat: ManfaatView) -> list[Component]:
    words, whole, language = manfaat.words, manfaat.whole, manfaat.view.language
    against = words("manfaat.against", before=manfaat.span_before)
    region = PartPaid(
        manfaat.view.region, manfaat.kinds, manfaat.view.summary.headline.participants
    )
    return [
        indicator(
            words("manfaat.figure.cases"),
            count(whole.cases, language),
            f"{growth(whole.cases_growth, language)} {against}",
        ),
        indicator(
            words("manfaat.figure.rupiah"),
            rupiah(whole.rupiah, language, short=True),
            f"{growth(whole.rupiah_growth, language)} {against}",
        ),
        indicator(
            words("manfaat.figure.average"),
            manfaat.average_text(whole),
            words("manfaat.figure.average_note"),
        ),
        indicator(
            words("manfaat.figure.rate"),
            manfaat.rate_text(region.per_thousand),
            words("manfaat.figure.rate_note"),
        ),
    ]
