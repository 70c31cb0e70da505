"""How new the data is: each source, its newest period, when it was loaded, sample or not."""

from collections.abc import Sequence

from dash.development.base_component import Component

from cakupan.domain.columns import Column
from cakupan.domain.measures import Measure
from cakupan.domain.shown import Shown
from cakupan.texts import date_format
from layouts import elements as html
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.records import Fresh
from layouts.taken import as_data
from layouts.view import Changes, View


def at_rest(place: str) -> html.Article:
    """The card before any number has come; ``place`` is its id."""
    return html.Article(id=place, className="card freshness")


def changes(place: str, view: View) -> Changes:
    """The card filled."""
    # The year of a target says nothing of how new it is.
    fresh = [item for item in view.fresh if item.measure is not Measure.TARGET_COVERAGE]
    shown = _as_data(fresh, view)
    return {
        **as_data(place, shown),
        (place, "children"): [
            menu_of(shown.name, shown.title, view.words),
            html.Header(head(shown.title, shown.subtitle), className="card-head"),
            html.Ul([_line(item, view) for item in fresh], className="sources"),
            *_red_flags(view),
        ],
    }


def _as_data(fresh: Sequence[Fresh], view: View) -> Shown:
    """A row for each source."""
    samples = sum(item.sample for item in fresh)
    key = "none" if not fresh else "real" if not samples else "sample"
    title = view.words(f"ringkasan.freshness.{key}", samples=samples, total=len(fresh))
    return Shown(
        name="freshness",
        title=title,
        subtitle=view.words("ringkasan.freshness.subtitle", region=view.region.name),
        caption=caption(view),
        alt=title,
        columns=_columns(fresh, view),
        sample=samples > 0,
        empty=not fresh,
    )


def _columns(fresh: Sequence[Fresh], view: View) -> tuple[Column, ...]:
    columns, language = ColumnsOf(view.words, "ringkasan.column"), view.language
    said = view.words("ringkasan.maturity.sample")
    measures = (view.words(f"ringkasan.measure.{item.measure.value}") for item in fresh)
    periods = (date_format.period(item.period, language, short=True) for item in fresh)
    return (
        columns.text("measure", measures),
        columns.text("newest", periods),
        columns.text("maturity", (said if item.sample else "" for item in fresh)),
        columns.text("publisher", (view.publisher_name(item.publisher) for item in fresh)),
        columns.text("file", (item.file_name for item in fresh)),
        columns.text("loaded", (view.moment(item.loaded_at) for item in fresh)),
    )


def _red_flags(view: View) -> list[Component]:
    """How many red flags wait for a decision, as the way to them."""
    if view.open_red is None:
        return []
    key = "open_red" if view.open_red else "no_red"
    text = view.words(f"mutu.flags.{key}", count=view.open_red)
    sign = html.Span(className="icon flag", **aria(hidden="true"))
    return [html.A([sign, text], href=f"/mutu{view.choices.query}", className="red-flags")]


def _line(item: Fresh, view: View) -> html.Li:
    words = view.words
    badge = [html.Span(words("ringkasan.sample"), className="badge")] if item.sample else []
    loaded = view.moment(item.loaded_at)
    return html.Li(
        [
            html.B(words(f"ringkasan.measure.{item.measure.value}")),
            html.Div(
                [
                    html.Span(
                        date_format.period(item.period, view.language, short=True),
                        className="period",
                    ),
                    *badge,
                ]
            ),
            html.Small(view.publisher_name(item.publisher)),
            html.Small(words("ringkasan.freshness.loaded", file=item.file_name, moment=loaded)),
        ]
    )
