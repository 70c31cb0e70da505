"""How new the data is: each source, its newest period, when it was loaded, sample or not."""

from dash import html
from dash.development.base_component import Component

from cakupan.domain.measures import Measure
from cakupan.texts import date_format
from layouts.attributes import aria
from layouts.card import head
from layouts.records import Fresh
from layouts.view import Changes, View


def at_rest(place: str) -> html.Article:
    """The card before any number has come; ``place`` is its id."""
    return html.Article(id=place, className="card freshness")


def changes(place: str, view: View) -> Changes:
    """The card filled."""
    return {(place, "children"): _children(view)}


def _children(view: View) -> list[Component]:
    words = view.words
    # The year of a target says nothing of how new it is.
    fresh = [item for item in view.fresh if item.measure is not Measure.TARGET_COVERAGE]
    samples = sum(item.sample for item in fresh)
    key = "none" if not fresh else "real" if not samples else "sample"
    title = words(f"ringkasan.freshness.{key}", samples=samples, total=len(fresh))
    return [
        html.Header(
            head(title, words("ringkasan.freshness.subtitle", region=view.region.name)),
            className="card-head",
        ),
        html.Ul([_line(item, view) for item in fresh], className="sources"),
        *_red_flags(view),
    ]


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
