"""What a status rests on: every component of its reckoning, one target after another."""

from dash.development.base_component import Component

from cakupan.analytics.summary import TargetGap
from cakupan.charts.target_marks import round_percent
from cakupan.texts import date_format
from cakupan.texts.number_format import MISSING, count, decimal, percent, points
from layouts import elements as html
from layouts.view import View


def components(view: View) -> list[Component]:
    """Children of the disclosure: every number the status rests on, one target after another."""
    return [
        html.Summary(view.words("ringkasan.components.title")),
        html.Div(
            className="component-lists",
            children=[_component_list(gap, view) for gap in view.summary.gaps]
            or html.P(view.words("charts.gap.no_target", region=view.region.name)),
        ),
    ]


def _component_list(gap: TargetGap, view: View) -> html.Section:
    words, language, found = view.words, view.language, gap.assessment
    start = date_format.day(found.start, language, short=True) if found.start else MISSING
    rows = {
        "people": count(gap.people_needed, language),
        "months": count(gap.months_left, language),
        "monthly": count(gap.people_a_month, language),
        "start": f"{percent(found.start_coverage, language)} ({start})",
        "pace": points(found.points_a_year, language),
        "required": points(found.required_points_a_year, language),
        "linear": MISSING if found.ratio is None else decimal(found.ratio, language, 2),
        "cagr": decimal(found.cagr_ratio, language, 2),
        "status": words(f"ringkasan.status.{found.status.value}"),
        "cited": gap.target.citation,
        "meant_for": _meant_for(gap, view),
    }
    ratio = round_percent(float(gap.target.ratio), language)
    return html.Section(
        [
            html.H3(f"{ratio} {view.target_name(gap.target)}"),
            html.Dl(
                [
                    html.Div([html.Dt(words(f"ringkasan.components.{key}")), html.Dd(text)])
                    for key, text in rows.items()
                ]
            ),
        ]
    )


def _meant_for(gap: TargetGap, view: View) -> str:
    name = view.base_name(gap.target.denominator)
    if gap.same_denominator:
        return name
    return view.words("ringkasan.components.other_base", base=name, shown=view.denominator_name)
