"""Coverage by every denominator side by side, and how far they lie apart."""

import pandas as pd

from cakupan.texts.number_format import is_missing, percent, points
from layouts import elements as html
from layouts.captions import region_and_period
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.figures_table import FiguresTable
from layouts.mutu.cards_data import base_columns, mutu_shown
from layouts.mutu.records import MutuView
from layouts.page_ids.mutu import MutuId as Id
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "mutu-bases"
SLOTS: tuple[Slot, ...] = ((Id.BASES, "children"),)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.BASES, className="card mutu-bases")


def changes(mutu: MutuView) -> Changes:
    """The card filled."""
    words, own = mutu.words, mutu.bases.iloc[0]
    spread, ratios = own["spread"], own.drop("spread")
    title = words("mutu.bases.plain")
    if not is_missing(spread):
        low, high = (percent(end, mutu.view.language) for end in (ratios.min(), ratios.max()))
        title = words(
            "mutu.bases.title",
            region=mutu.view.region.short_name,
            spread=_spread(spread, mutu),
            low=low,
            high=high,
        )
    subtitle = words("mutu.bases.subtitle", about=region_and_period(mutu.view))
    columns = base_columns(mutu, mutu.bases.dropna(how="all"))
    return {
        **as_data(Id.BASES, mutu_shown(NAME, title, subtitle, columns, mutu)),
        (Id.BASES, "children"): [
            menu_of(NAME, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            _table(mutu, subtitle).scrolling(),
        ],
    }


def _table(mutu: MutuView, title: str) -> FiguresTable:
    words, language = mutu.words, mutu.view.language
    names = [name for name in mutu.bases.columns if name != "spread"]
    header = [
        words("mutu.column.region"),
        *(mutu.base_names[name] for name in names),
        words("mutu.column.spread"),
    ]
    rows = [
        (
            mutu.view.reference.directory[str(code)].short_name,
            *(percent(row[name], language) for name in names),
            _spread(row["spread"], mutu),
        )
        for code, row in mutu.bases.dropna(how="all").to_dict("index").items()
    ]
    return FiguresTable(title, header, rows)


def _spread(spread: float, mutu: MutuView) -> str:
    """Without a sign: it is a width, no change."""
    return points(spread if not pd.isna(spread) else None, mutu.view.language).removeprefix("+")
