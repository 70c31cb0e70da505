"""A column for each region: its coverage, how it moved, what is missing to a target."""

from collections.abc import Sequence

from dash import dcc
from dash.development.base_component import Component

from cakupan.analytics.summary import Status
from cakupan.charts.messages import goal
from cakupan.texts.number_format import MISSING, count, growth, percent, points, short_count
from layouts import elements as html
from layouts.attributes import aria
from layouts.bandingkan.columns_data import aim_name, columns_shown
from layouts.page_ids.bandingkan import BandingkanId as Id
from layouts.reasons import reason_phrase, reason_sentence
from layouts.region_path import region_path
from layouts.taken import as_data
from layouts.view import Changes, View


def changes(views: Sequence[View]) -> Changes:
    """The columns in the order asked for."""
    return {
        **as_data(Id.COLUMNS, columns_shown(views, [_of_workers(view) for view in views])),
        (Id.COLUMNS, "children"): [_column(place, view) for place, view in enumerate(views)],
    }


def _column(place: int, view: View) -> html.Article:
    headline, words = view.summary.headline, view.words
    badge = html.Span(words("ringkasan.sample"), className="badge")
    return html.Article(
        className=f"card paired line-{place}",
        children=[
            html.H2(dcc.Link(view.region.name, href=region_path(view.region.code))),
            html.P(percent(headline.coverage, view.language), className="big"),
            html.P(_of_workers(view), className="lead"),
            *([badge] if headline.sample else []),
            html.Dl([_fact(key, text) for key, text in _facts(view)]),
        ],
    )


def _of_workers(view: View) -> str:
    headline = view.summary.headline
    if headline.reason is not None:
        return reason_sentence(headline.reason, view)
    return view.words(
        "ringkasan.hero.of_workers",
        participants=short_count(headline.participants, view.language),
        workers=short_count(headline.workers, view.language),
    )


def _facts(view: View) -> list[tuple[str, Component | str]]:
    words, change = view.words, view.summary.year_on_year
    why = f" ({reason_phrase(change.reason, words)})" if change.reason else ""
    return [
        (words("bandingkan.fact.points"), points(change.points, view.language) + why),
        (words("bandingkan.fact.growth"), growth(change.participants_growth, view.language)),
        *_toward(view),
    ]


def _toward(view: View) -> list[tuple[str, Component | str]]:
    aim = goal(view.summary.gaps)
    if aim is None:
        return [(view.words("bandingkan.fact.target"), view.words("ringkasan.need.no_year"))]
    words, language = view.words, view.language
    target = aim_name(aim, view)
    borrowed = words("bandingkan.borrowed") if view.borrowed_from else ""
    return [
        (f"{words('bandingkan.fact.missing', target=target)} {borrowed}".strip(), _need(view)),
        (words("bandingkan.fact.monthly"), count(aim.people_a_month, language)),
        (words("ringkasan.status.title"), _status(aim.assessment.status, view)),
    ]


def _need(view: View) -> str:
    aim = goal(view.summary.gaps)
    return MISSING if aim is None else count(aim.people_needed, view.language)


def _status(status: Status, view: View) -> html.Span:
    icon = html.Span(className=f"status-icon {status.value}", **aria(hidden="true"))
    word = view.words(f"ringkasan.status.{status.value}")
    return html.Span([icon, word], className=f"status {status.value}")


def _fact(key: str, text: Component | str) -> html.Div:
    return html.Div([html.Dt(key), html.Dd(text)])
