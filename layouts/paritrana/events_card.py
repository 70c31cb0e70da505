"""What is known of each award's ceremony; a date that cannot be is said to be so."""

from dash.development.base_component import Component

from cakupan.domain.awards import AwardEvent
from cakupan.domain.shown import Shown
from cakupan.domain.weekdays import weekday_of
from cakupan.texts import date_format
from layouts import elements as html
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.records import ParitranaView
from layouts.taken import as_data
from layouts.view import Changes, Slot, localized

NAME = "paritrana-events"
_FACTS = (
    *("award_year", "assessed_year", "cut_off", "ceremony", "categories", "criteria"),
    *("stages", "jury", "regulation", "note", "citation"),
)
SLOTS: tuple[Slot, ...] = ((Id.EVENTS, "children"),)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.EVENTS, className="card paritrana-events")


def changes(page: ParitranaView) -> Changes:
    """The card filled; without a ceremony it says so."""
    words = page.words
    key = "title" if page.events else "none"
    title = words(f"paritrana.events.{key}", region=page.view.region.name)
    subtitle = words("paritrana.events.subtitle")
    return {
        **as_data(Id.EVENTS, _as_data(page, title, subtitle)),
        (Id.EVENTS, "children"): [
            menu_of(NAME, title, words),
            html.Header(head(title, subtitle), className="card-head"),
            *(_event(event, page) for event in page.events),
        ],
    }


def _as_data(page: ParitranaView, title: str, subtitle: str) -> Shown:
    """A row for each ceremony, a column for each thing that can be known of it."""
    columns, directory = ColumnsOf(page.words, "paritrana.fact"), page.view.reference.directory
    told = [_facts(event, page) for event in page.events]
    regions = (directory[event.region_code].name for event in page.events)
    region = page.words("paritrana.column.region")
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=caption(page.view),
        alt=title,
        columns=(
            columns.text("region", regions, title=region),
            *(columns.text(key, (facts[key] for facts in told)) for key in _FACTS),
        ),
        empty=not told,
    )


def _event(event: AwardEvent, page: ParitranaView) -> html.Section:
    words = page.words
    region = page.view.reference.directory[event.region_code].name
    rows = {name: text for name, text in _facts(event, page).items() if text}
    return html.Section(
        [
            html.H3(words("paritrana.events.name", region=region, year=event.award_year)),
            *_flag(event, page),
            html.Dl(
                [
                    html.Div([html.Dt(words(f"paritrana.fact.{name}")), html.Dd(text)])
                    for name, text in rows.items()
                ]
            ),
        ],
        className="award-event",
    )


def _facts(event: AwardEvent, page: ParitranaView) -> dict[str, str]:
    """By name, empty where the source says nothing, but for the three years."""
    words, language = page.words, page.view.language
    unsaid = words("paritrana.fact.unsaid")
    rules = {
        rule.id: localized(rule, "title", language) for rule in page.view.reference.regulations
    }
    categories = localized(event, "categories", language)
    if event.categories:
        categories = words("paritrana.fact.count", count=event.categories) + (
            f": {categories}" if categories else ""
        )
    cut_off = date_format.period(event.cut_off, language) if event.cut_off else unsaid
    return {
        "award_year": str(event.award_year),
        "assessed_year": str(event.assessed_year or unsaid),
        "cut_off": cut_off,
        "ceremony": written_day(event, page),
        "categories": categories,
        "criteria": ", ".join(page.criterion_name(one) for one in event.criteria),
        "stages": " → ".join(words(f"paritrana.stage.{stage.value}") for stage in event.stages),
        "jury": localized(event, "jury", language),
        "regulation": rules.get(event.regulation, ""),
        "note": localized(event, "note", language),
        "citation": event.citation,
    }


def written_day(event: AwardEvent, page: ParitranaView) -> str:
    """Rabu, 30 Juli 2024: the weekday only where the source writes one."""
    if event.ceremony is None:
        return ""
    day = date_format.day(event.ceremony, page.view.language)
    return f"{event.weekday}, {day}" if event.weekday else day


def _flag(event: AwardEvent, page: ParitranaView) -> list[Component]:
    if not event.impossible_day or event.ceremony is None:
        return []
    words, language = page.words, page.view.language
    key = "fits" if event.fitting_years else "impossible"
    sentence = words(
        f"paritrana.day.{key}",
        written=written_day(event, page),
        day=date_format.day(event.ceremony, language),
        actual=date_format.weekday_name(event.ceremony.weekday(), language),
        weekday=date_format.weekday_name(weekday_of(event.weekday), language),
        years=", ".join(map(str, event.fitting_years)),
    )
    return [html.P(["⚠ ", sentence], className="red-flag")]
