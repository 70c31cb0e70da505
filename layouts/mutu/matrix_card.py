"""What there is of each region and month: all, no workforce, or nothing; and who is late."""

import numpy as np
import pandas as pd

from cakupan.analytics.completeness import COMPLETE, COUNTED, NOTHING, Completeness
from cakupan.analytics.months import month_texts
from cakupan.domain.periods import Period
from cakupan.texts.number_format import MISSING, count
from layouts import elements as html
from layouts.captions import short_period
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.figures_table import FiguresTable
from layouts.mutu.cards_data import completeness_columns, mutu_shown, newest_arrivals
from layouts.mutu.records import MutuView
from layouts.page_ids.mutu import MutuId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "mutu-matrix"
SLOTS: tuple[Slot, ...] = ((Id.MATRIX, "children"),)
_SHAPES = {COMPLETE: "●", COUNTED: "◐", NOTHING: "○"}
_KEYS = {COMPLETE: "complete", COUNTED: "counted", NOTHING: "nothing"}


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.MATRIX, className="card mutu-matrix")


def changes(mutu: MutuView) -> Changes:
    """The card filled."""
    words, found = mutu.words, mutu.completeness
    late = sum(1 for behind in found.behind if behind is None or behind > 0)
    key = "late" if late else "even"
    title = words(f"mutu.matrix.{key}", count=late, total=len(found.codes))
    subtitle = words("mutu.matrix.subtitle", base=mutu.view.denominator_name)
    keys = [f"{shape} {words(f'mutu.matrix.{_KEYS[state]}')}" for state, shape in _SHAPES.items()]
    legend = " · ".join([*keys, words("mutu.matrix.days")])
    shown = mutu_shown(NAME, title, subtitle, completeness_columns(mutu), mutu)
    return {
        **as_data(Id.MATRIX, shown),
        (Id.MATRIX, "children"): [
            menu_of(NAME, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            html.P(legend, className="matrix-legend"),
            _table(found, mutu, subtitle).scrolling(),
        ],
    }


def _table(found: Completeness, mutu: MutuView, title: str) -> FiguresTable:
    words, directory = mutu.words, mutu.view.reference.directory
    texts = month_texts(pd.Index(found.months, dtype="int64"))
    # The newest month stands where the eye is.
    months = [short_period(Period(text), mutu.view) for text in texts[::-1]]
    header = [
        words("mutu.column.region"),
        words("mutu.column.behind"),
        words("mutu.column.full"),
        words("mutu.column.arrived"),
        *months,
    ]
    rows = [
        (
            directory[code].short_name,
            _behind(behind, mutu),
            f"{int((states == COMPLETE).sum())}/{len(states)}",
            _days(newest, mutu),
            *(_cell(*one, mutu) for one in zip(states[::-1], days[::-1], strict=True)),
        )
        for code, behind, states, days, newest in zip(
            found.codes,
            found.behind,
            found.states,
            mutu.lateness,
            newest_arrivals(mutu),
            strict=True,
        )
    ]
    return FiguresTable(title, header, rows)


def _behind(months: int | None, mutu: MutuView) -> str:
    """Terlambat 3 bulan; what was never there has no lateness in months."""
    if months is None:
        return mutu.words("mutu.matrix.never")
    return mutu.words("mutu.matrix.behind", count=months) if months else MISSING


def _days(days: float | None, mutu: MutuView) -> str:
    """12 hari sesudah akhir bulan."""
    if days is None:
        return MISSING
    return mutu.words("mutu.matrix.arrived", count=int(days))


def _cell(state: int, days: float, mutu: MutuView) -> str:
    """What there is, and after how many days it came: ● 12."""
    late = "" if np.isnan(days) else count(int(days), mutu.view.language)
    return f"{_SHAPES[int(state)]} {late}".strip()
