"""The score sheet: every point from the raw value to what it adds, one region a row.

Of whom nothing is known the reason stands among the scores, and no row here.
"""

from functools import partial
from math import isnan

from cakupan.domain.shown import Shown
from layouts import elements as html
from layouts.behind import coverage_behind
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.explained import explained
from layouts.paritrana.presets import scored_caption
from layouts.paritrana.records import ParitranaView
from layouts.paritrana.scores_data import sheet_columns
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "paritrana-sheet"
SLOTS: tuple[Slot, ...] = ((Id.SHEET, "children"),)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.SHEET, className="card paritrana-sheet")


def changes(page: ParitranaView) -> Changes:
    """The card filled."""
    words = page.words
    title, subtitle = words("paritrana.sheet.title"), words("paritrana.sheet.subtitle")
    return {
        **as_data(Id.SHEET, partial(_as_data, page, title, subtitle)),
        (Id.SHEET, "children"): [
            menu_of(NAME, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            _table(page).scrolling(),
            explained(page),
            html.Footer(
                html.P(scored_caption(page), className="caption"),
                className="card-foot",
            ),
        ],
    }


def _as_data(page: ParitranaView, title: str, subtitle: str) -> Shown:
    known = _known(page)
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=scored_caption(page),
        alt=title,
        columns=sheet_columns(page, known),
        behind=coverage_behind(page.view),
        sample=page.sample,
        empty=not known,
    )


def _known(page: ParitranaView) -> list[str]:
    """Codes of those of whom something is known, best first."""
    return [
        code
        for code, standing in page.standings.items()
        if not all(isnan(step.raw) for step in standing.steps)
    ]


def _table(page: ParitranaView) -> FiguresTable:
    words, contest = page.words, page.contest
    heads = [
        words("paritrana.column.region"),
        words("paritrana.column.rank"),
        *(f"{page.short_name(name)} ({page.share_text(name)})" for name in contest.weights),
        words("paritrana.column.score"),
    ]
    rows = [
        (
            page.name(code),
            page.rank_text(code),
            *_steps(code, page),
            page.score_text(page.standings[code].score),
        )
        for code in _known(page)
    ]
    return FiguresTable(words("paritrana.sheet.title"), heads, rows)


def _steps(code: str, page: ParitranaView) -> list[str]:
    """386.000 → 31,65 → 7,91 by criterion; of who is not compared the raw value alone."""
    unfit = code in page.contest.unfit
    return [" → ".join(step[:1] if unfit else step) for step in page.steps[code]]
