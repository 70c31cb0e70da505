"""Winners and nominees as they were loaded: award year, assessed year and cut-off apart."""

from collections.abc import Sequence

from cakupan.domain.awards import AwardEvent
from cakupan.domain.measures import Measure
from cakupan.domain.shown import Shown
from cakupan.texts import date_format
from cakupan.texts.number_format import MISSING, count
from layouts import elements as html
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.records import ParitranaView
from layouts.records import Awarded
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "paritrana-winners"
SLOTS: tuple[Slot, ...] = ((Id.WINNERS, "children"),)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_COLUMNS = ("winner", "category", "place", "award_year", "assessed_year", "cut_off", "source")


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.WINNERS, className="card paritrana-winners")


def changes(page: ParitranaView) -> Changes:
    """The card filled; without a winner it says so."""
    words = page.words
    shown = [one for one in page.awards if one.measure is not Measure.AWARD_ASSESSED_YEAR]
    key = "title" if shown else "none"
    title = words(f"paritrana.winners.{key}", region=page.view.region.name)
    subtitle = words("paritrana.winners.subtitle")
    table = _table(shown, page)
    taken = Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=caption(page.view),
        alt=title,
        columns=table.taken_away,
        sample=any(one.sample for one in shown),
        empty=not shown,
    )
    return {
        **as_data(Id.WINNERS, taken),
        (Id.WINNERS, "children"): [
            menu_of(NAME, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            *([table.scrolling()] if shown else []),
        ],
    }


def _table(shown: Sequence[Awarded], page: ParitranaView) -> FiguresTable:
    ordered = sorted(
        shown,
        key=lambda one: (-one.period.year, one.region_code[:2], one.category, one.value),
    )
    heads = [page.words(f"paritrana.column.{name}") for name in _COLUMNS]
    rows = [_row(one, page) for one in ordered]
    return FiguresTable(page.words("paritrana.winners.subtitle"), heads, rows)


def _row(one: Awarded, page: ParitranaView) -> tuple[str, ...]:
    event, language = _event_of(one, page), page.view.language
    region = page.name(one.region_code)
    sample = f" ({page.words('ringkasan.sample')})" if one.sample else ""
    cut_off = event.cut_off if event else None
    return (
        (f"{one.winner} ({region})" if one.winner else region) + sample,
        page.category_name(one.category) or MISSING,
        _place(one, page),
        str(one.period.year),
        _assessed(one, event, page),
        date_format.period(cut_off, language, short=True) if cut_off else MISSING,
        one.citation,
    )


def _place(one: Awarded, page: ParitranaView) -> str:
    if one.measure is Measure.AWARD_PLACE:
        place = int(one.value)
        ordinal = _ROMAN[place - 1] if 0 < place <= len(_ROMAN) else str(place)
        return page.words("paritrana.place", place=ordinal)
    number = count(one.value, page.view.language)
    return page.words(f"paritrana.number.{one.measure.value}", count=number)


def _assessed(one: Awarded, event: AwardEvent | None, page: ParitranaView) -> str:
    """As loaded beside the place, else as the award itself says."""
    for other in page.awards:
        if other.measure is Measure.AWARD_ASSESSED_YEAR and (
            other.region_code,
            other.period,
            other.category,
            other.winner,
        ) == (one.region_code, one.period, one.category, one.winner):
            return str(int(other.value))
    return str(event.assessed_year) if event and event.assessed_year else MISSING


def _event_of(one: Awarded, page: ParitranaView) -> AwardEvent | None:
    for event in page.view.reference.award_events:
        if (event.region_code, event.award_year) == (one.region_code[:2], one.period.year):
            return event
    return None
