"""Where segments and vulnerable workers stand, in four figures."""

from dash import html
from dash.development.base_component import Component

from cakupan.texts.number_format import count, percent, points
from layouts.captions import caption, region_and_period
from layouts.cards.grade import grade
from layouts.cards.indicators import indicator
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.records import SegmenView
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.INDICATORS, "children"),
    (Id.HEAD_FOOT, "children"),
)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(
        className="card first-card segmen-card",
        children=[
            html.Header(id=Id.HEAD, className="card-head"),
            html.Div(id=Id.INDICATORS, className="indicators"),
            html.Footer(id=Id.HEAD_FOOT, className="card-foot"),
        ],
    )


def changes(segmen: SegmenView) -> Changes:
    """The card filled."""
    view, words = segmen.view, segmen.words
    sample = view.summary.headline.sample
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if sample else []
    return {
        (Id.HEAD, "children"): [
            html.H1([region_and_period(view), *badge]),
            html.H2(_title(segmen)),
            html.P(words("segmen.head.subtitle"), className="subtitle"),
            *grade(view),
        ],
        (Id.INDICATORS, "children"): _indicators(segmen),
        (Id.HEAD_FOOT, "children"): html.P(caption(view), className="caption"),
    }


def _title(segmen: SegmenView) -> str:
    words, language = segmen.words, segmen.view.language
    vulnerable = segmen.vulnerable
    whole = vulnerable.groups[-1] if vulnerable else None
    if whole is None or whole.share is None:
        return words("segmen.head.plain")
    return words(
        "segmen.head.title",
        share=percent(whole.share, language, 0),
        gap=count(whole.gap, language),
    )


def _indicators(segmen: SegmenView) -> list[Component]:
    words, language = segmen.words, segmen.view.language
    headline = segmen.view.summary.headline
    with_all, without = headline.coverage, segmen.coverage_without_jakon
    gap = None if with_all is None or without is None else with_all - float(without)
    lapsing = sum(one.line.workers or 0 for one in segmen.lapsing)
    subsidised = sum(share.workers for share in segmen.payers)
    return [
        indicator(
            words("segmen.figure.with_jakon"),
            percent(with_all, language),
            words("segmen.figure.participants", people=count(headline.participants, language)),
        ),
        indicator(
            words("segmen.figure.without_jakon"),
            percent(without, language),
            words("segmen.figure.less", points=points(None if gap is None else -gap, language)),
        ),
        indicator(
            words("segmen.figure.subsidised"),
            count(subsidised, language),
            words("segmen.figure.subsidised_note", payers=len(segmen.payers)),
        ),
        indicator(
            words("segmen.figure.lapsing"),
            count(lapsing, language),
            words("segmen.figure.lapsing_note", lines=len(segmen.lapsing)),
        ),
    ]
