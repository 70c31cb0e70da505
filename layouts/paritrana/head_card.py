"""Who is ahead by these weights, and how sure that is, in four figures."""

from dash.development.base_component import Component

from cakupan.analytics.stability import DRAWS
from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import MISSING, count, percent
from layouts import elements as html
from layouts.attributes import data
from layouts.behind import coverage_behind
from layouts.card_menu import menu_button
from layouts.cards.grade import grade_of
from layouts.cards.indicators import indicator
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.presets import scored_caption
from layouts.paritrana.records import ParitranaView
from layouts.paritrana.scores_data import score_columns
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "paritrana-head"
SLOTS: tuple[Slot, ...] = (
    (Id.HEAD, "children"),
    (Id.PRINT, "children"),
    (Id.INDICATORS, "children"),
)


def at_rest(words: Words) -> html.Article:
    """The card before any number has come."""
    return html.Article(
        className="card first-card paritrana-card",
        children=[
            menu_button(NAME, head=Id.HEAD),
            html.Header(id=Id.HEAD, className="card-head"),
            html.Button(
                words("paritrana.print"),
                id=Id.PRINT,
                type="button",
                className="quiet-button",
                **data(prints="page"),
            ),
            html.Div(id=Id.INDICATORS, className="indicators"),
        ],
    )


def changes(page: ParitranaView) -> Changes:
    """The card filled."""
    tiles = _tiles(page)
    return {
        **as_data(Id.INDICATORS, _as_data(page, tiles)),
        (Id.HEAD, "children"): _head(page),
        (Id.PRINT, "children"): page.words("paritrana.print"),
        (Id.INDICATORS, "children"): [
            indicator(tile.label, tile.text, tile.note) for tile in tiles
        ],
    }


def title(page: ParitranaView) -> str:
    """Who is first, or that several share it, or that nobody can be compared."""
    words, first = page.words, page.winners
    if not first:
        return words("paritrana.head.nobody")
    score = page.score_text(page.standings[first[0]].score, 1)
    if len(first) > 1:
        names = ", ".join(page.name(code) for code in first)
        return words("paritrana.head.shared", names=names, score=score)
    return words("paritrana.head.title", region=page.name(first[0]), score=score)


def _head(page: ParitranaView) -> list[Component]:
    words, view = page.words, page.view
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if page.sample else []
    return [
        html.H1([words("paritrana.head.place", region=view.region.name), *badge]),
        html.H2(title(page)),
        html.P(words("paritrana.head.subtitle", span=page.span_name), className="subtitle"),
        *([grade_of(page.graded, words, notes=[words("grade.worst")])] if page.ranked else []),
    ]


def _as_data(page: ParitranaView, tiles: tuple[NumberTile, ...]) -> Shown:
    """Who leads, and how sure that is; the numbers of all stand among the scores."""
    return Shown(
        name=NAME,
        title=title(page),
        subtitle=page.words("paritrana.head.subtitle", span=page.span_name),
        caption=scored_caption(page),
        alt="; ".join(f"{tile.label}: {tile.text}" for tile in tiles),
        columns=score_columns(page),
        plan=NumberPlan(tiles),
        behind=coverage_behind(page.view),
        sample=page.sample,
        empty=not page.ranked,
    )


def _tiles(page: ParitranaView) -> tuple[NumberTile, ...]:
    words, language = page.words, page.view.language
    first = page.standings[page.winners[0]] if page.winners else None
    kept = percent(first.kept, language, 0) if first else MISSING
    ranks = page.range_text(first.low, first.high) if first else MISSING
    rounding = page.range_text(first.best, first.worst) if first else MISSING
    draws = count(DRAWS, language)
    return (
        NumberTile(
            words("paritrana.figure.compared"),
            count(len(page.ranked), language),
            words("paritrana.figure.unfit", count=count(len(page.contest.unfit), language)),
        ),
        NumberTile(
            words("paritrana.figure.kept"), kept, words("paritrana.figure.kept_note", draws=draws)
        ),
        NumberTile(words("paritrana.figure.ranks"), ranks, words("paritrana.figure.ranks_note")),
        NumberTile(
            words("paritrana.figure.rounding"), rounding, words("paritrana.figure.rounding_note")
        ),
    )
