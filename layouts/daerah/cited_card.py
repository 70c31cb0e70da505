"""What others published of the region, beside what is counted here: nothing of it is drawn."""

from dash.development.base_component import Component

from cakupan.domain.columns import ColumnKind
from cakupan.domain.measures import Measure, Segment, Unit
from cakupan.domain.shown import Shown
from cakupan.texts import date_format
from cakupan.texts.number_format import count, percent, points
from layouts import elements as html
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.daerah.region_profile import Profile
from layouts.page_ids.daerah import DaerahId as Id
from layouts.records import Cited
from layouts.taken import as_data
from layouts.view import Changes, Slot, View

SLOTS: tuple[Slot, ...] = ((Id.CITED, "children"), (Id.CITED, "hidden"))


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.CITED, className="card cited")


def changes(profile: Profile) -> Changes:
    """The card filled; it is away where nobody published anything."""
    view, cited = profile.view, profile.cited
    disputed = sum(one.disputed for one in cited)
    key = "disputed" if disputed else "title"
    title = view.words(f"daerah.cited.{key}", total=len(cited), disputed=disputed)
    subtitle = view.words("daerah.cited.subtitle", region=view.region.name)
    header = head(title, subtitle)
    return {
        **as_data(Id.CITED, _as_data(profile, title, subtitle)),
        (Id.CITED, "hidden"): not cited,
        (Id.CITED, "children"): [
            menu_of("cited", title, view.words),
            html.Header(header, className="card-head"),
            html.Div(
                html.Ul([_line(one, view) for one in cited], className="cited-list"),
                className="cited-scroll",
                tabIndex=0,
                role="group",
                **aria(label=title),
            ),
        ],
    }


def _as_data(profile: Profile, title: str, subtitle: str) -> Shown:
    """A row for each figure; counts and ratios stand in columns of their own."""
    view, cited = profile.view, profile.cited
    columns = ColumnsOf(view.words, "daerah.cited_column")
    days = (date_format.period(one.period, view.language, short=True) for one in cited)
    ratios = [one.unit is Unit.RATIO for one in cited]
    values = [(ratio, one.value) for ratio, one in zip(ratios, cited, strict=True)]
    disputed = view.words("ringkasan.maturity.disputed")
    return Shown(
        name="cited",
        title=title,
        subtitle=subtitle,
        caption=caption(view),
        alt=title,
        columns=(
            columns.text("what", (_what(one, view) for one in cited)),
            columns.number(
                "count", ColumnKind.COUNT, (None if it else value for it, value in values)
            ),
            columns.number(
                "ratio", ColumnKind.SHARE, (value if it else None for it, value in values)
            ),
            columns.text("publisher", (view.publisher_name(one.publisher) for one in cited)),
            columns.text("day", days),
            columns.text("maturity", (disputed if one.disputed else "" for one in cited)),
            columns.text("note", (one.note for one in cited)),
            columns.text("citation", (one.citation for one in cited)),
        ),
        empty=not cited,
    )


def _line(one: Cited, view: View) -> html.Li:
    badge = [html.Span(view.words("ringkasan.maturity.disputed"), className="badge")]
    where = view.words(
        "ringkasan.published.source",
        source=view.publisher_name(one.publisher),
        day=date_format.period(one.period, view.language, short=True),
    )
    notes: list[Component] = [html.Small(text) for text in (one.note, one.citation) if text]
    return html.Li(
        [
            html.Div(
                [
                    html.Span(_what(one, view), className="label"),
                    html.B(_value(one, view)),
                    *(badge if one.disputed else []),
                ]
            ),
            html.P([where, *_beside(one, view)]),
            *notes,
        ]
    )


def _what(one: Cited, view: View) -> str:
    parts = [view.words(f"ringkasan.measure.{one.measure.value}")]
    if one.segment is not Segment.TOTAL:
        parts.append(view.segment_names("short")[one.segment])
    if one.group:
        parts.append(one.group.replace("_", " "))
    return " · ".join(parts)


def _value(one: Cited, view: View) -> str:
    if one.unit is Unit.RATIO:
        return percent(one.value, view.language)
    return count(one.value, view.language)


def _beside(one: Cited, view: View) -> list[str]:
    """How the computed number differs, where both speak of the same thing."""
    headline = view.summary.headline
    if one.segment is not Segment.TOTAL or one.group:
        return []
    if one.measure is Measure.COVERAGE_PUBLISHED and headline.coverage is not None:
        difference = points(headline.coverage - float(one.value), view.language)
    elif one.measure is Measure.PARTICIPANTS_ACTIVE and headline.participants is not None:
        difference = count(headline.participants - int(one.value), view.language, signed=True)
    else:
        return []
    return [" · ", view.words("daerah.cited.differs", difference=difference)]
