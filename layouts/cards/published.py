"""The coverage that was published, beside the computed one, and whether the two agree."""

from datetime import timedelta

from dash.development.base_component import Component

from cakupan.texts import date_format
from cakupan.texts.number_format import percent, points
from layouts import elements as html
from layouts.records import Published
from layouts.view import View

# News of a month's figure come out within a quarter; later ones speak of later figures.
_SPEAKS_OF = timedelta(days=92)


def published(view: View) -> list[Component]:
    """The newest figure published for what is shown; earlier ones on request, nothing if none."""
    known = spoken_of(view)
    if not known:
        return []
    first, *others = known
    sentence = html.P(
        [
            html.Span(view.words("ringkasan.published.label"), className="label"),
            html.B(percent(first.ratio, view.language)),
            html.Span(published_source(first, view)),
            html.Span(_agreement(first, view), className="agreement"),
        ]
    )
    return [sentence, *_others(others, view)]


def spoken_of(view: View) -> list[Published]:
    """What was published of the month shown or before, the newest first."""
    latest = view.summary.headline.period.end + _SPEAKS_OF
    known = [item for item in view.published if item.period.start <= latest]
    return sorted(known, key=lambda item: item.period.start, reverse=True)


def published_source(item: Published, view: View) -> str:
    """Who said it, and when."""
    when = date_format.period(item.period, view.language, short=True)
    name = view.publisher_name(item.publisher)
    return view.words("ringkasan.published.source", source=name, day=when)


def _agreement(item: Published, view: View) -> str:
    coverage = view.summary.headline.coverage
    if coverage is None:
        return ""
    if percent(coverage, view.language) == percent(item.ratio, view.language):
        return view.words("ringkasan.published.agrees")
    difference = points(coverage - float(item.ratio), view.language)
    return view.words(
        "ringkasan.published.differs", points=difference, denominator=view.denominator_name
    )


def _others(items: list[Published], view: View) -> list[Component]:
    if not items:
        return []
    lines = [
        html.Li(f"{percent(item.ratio, view.language)} · {published_source(item, view)}")
        for item in items
    ]
    summary = html.Summary(view.words("ringkasan.published.others", count=len(items)))
    return [html.Details([summary, html.Ul(lines)], className="aside")]
