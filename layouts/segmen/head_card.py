"""Where segments and vulnerable workers stand, in four figures, and who is counted."""

from functools import partial

from dash import dcc
from dash.development.base_component import Component

from cakupan.texts import Words
from cakupan.texts.number_format import count, percent
from layouts import elements as html
from layouts.captions import caption, counted, region_and_period, short_period
from layouts.card_menu import menu_button
from layouts.cards.grade import grade
from layouts.cards.indicators import indicator
from layouts.page_ids.segmen import SegmenId as Id
from layouts.reasons import reason_sentence
from layouts.segmen.asked import steered
from layouts.segmen.choice import COUNTED, shown
from layouts.segmen.head_data import NAME, head_shown, head_tiles
from layouts.segmen.records import Missing, SegmenView
from layouts.taken import as_data
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    *(slot for one in COUNTED for slot in one.slots),
    (Id.STEERED, "data"),
    (Id.INDICATORS, "children"),
    (Id.HEAD_FOOT, "children"),
)


def at_rest(words: Words) -> html.Article:
    """The card before any number has come; its controls are there, so that they can be wired."""
    return html.Article(
        className="card first-card segmen-card",
        children=[
            menu_button(NAME, head=Id.HEAD),
            html.Header(id=Id.HEAD, className="card-head"),
            html.Div([one.at_rest(words) for one in COUNTED], className="segmen-controls"),
            dcc.Store(id=Id.STEERED),
            html.Div(id=Id.INDICATORS, className="indicators"),
            html.Footer(id=Id.HEAD_FOOT, className="card-foot"),
        ],
    )


def changes(segmen: SegmenView) -> Changes:
    """The card filled."""
    view, words = segmen.view, segmen.words
    title, subtitle = head_title(segmen), _subtitle(segmen)
    stated = steered(segmen.counting, segmen.closing.bearing)
    return {
        **as_data(Id.HEAD, partial(head_shown, segmen, title, subtitle)),
        **shown(COUNTED, stated, words),
        (Id.STEERED, "data"): stated,
        (Id.HEAD, "children"): _head(segmen, title, subtitle),
        (Id.INDICATORS, "children"): [
            indicator(tile.label, tile.text, tile.note) for tile in head_tiles(segmen)
        ],
        (Id.HEAD_FOOT, "children"): html.P(caption(view), className="caption"),
    }


def _head(segmen: SegmenView, title: str, subtitle: str) -> list[Component]:
    view, words = segmen.view, segmen.words
    sample = view.summary.headline.sample
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if sample else []
    return [
        html.H1([region_and_period(view), *badge]),
        html.H2(title),
        html.P(subtitle, className="subtitle"),
        *_what_to_do(segmen),
        *grade(view),
    ]


def head_title(segmen: SegmenView) -> str:
    """The coverage as it is counted, and the reach among vulnerable workers; or what is missing."""
    words, language, view = segmen.words, segmen.view.language, segmen.view
    if segmen.missing:
        when = short_period(view.summary.headline.period, view)
        key = f"segmen.missing.{segmen.missing.value}"
        return words(key, region=view.region.name, period=when)
    vulnerable = segmen.vulnerable
    whole = vulnerable.groups[-1] if vulnerable else None
    reached = whole is not None and whole.share is not None
    coverage = view.summary.headline.coverage
    key = ("both" if reached else "coverage") if coverage is not None else "title"
    return words(
        f"segmen.head.{key if reached or coverage is not None else 'plain'}",
        coverage=percent(coverage, language),
        counted=counted(view)[-1],
        share=percent(whole.share if whole else None, language, 0),
        gap=count(whole.gap if whole else None, language),
    )


def _subtitle(segmen: SegmenView) -> str:
    return segmen.words("segmen.head.subtitle", counted=", ".join(counted(segmen.view)))


def _what_to_do(segmen: SegmenView) -> list[Component]:
    """What to load where figures are missing, and where the newest ones are."""
    words, reason = segmen.words, segmen.view.summary.headline.reason
    if segmen.missing is None:
        return [html.P(reason_sentence(reason, segmen.view), className="lead")] if reason else []
    told: list[Component | str] = [words(f"segmen.missing.{segmen.missing.value}_load")]
    if segmen.missing is Missing.DOMICILE and segmen.newest:
        when = short_period(segmen.newest, segmen.view)
        told = [words("segmen.missing.newest", period=when), " ", *told]
    link = html.A(words("segmen.missing.open"), href="/data")
    return [html.P([*told, " ", link], className="lead", role="status")]
