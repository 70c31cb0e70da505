"""The first card: coverage as one big number, the way to go, what was published, its source."""

from dash import html

from cakupan.analytics.summary import TargetGap
from cakupan.charts.bullet import bullet
from cakupan.charts.empty import blank_figure
from cakupan.charts.messages import gap_message
from cakupan.charts.target_marks import round_percent
from cakupan.charts.theme import graph_config
from cakupan.texts import Words
from cakupan.texts.number_format import count, percent
from layouts.attributes import aria
from layouts.captions import caption
from layouts.card import resting_graph
from layouts.ids import RingkasanId as Id
from layouts.reasons import reason_sentence
from layouts.ringkasan.big_number import big_number
from layouts.ringkasan.components import components
from layouts.ringkasan.indicators import indicators
from layouts.ringkasan.published import published
from layouts.view import Changes, Slot, View

_BULLET_HEIGHT = 90

SLOTS: tuple[Slot, ...] = (
    (Id.HERO_FIGURE, "children"),
    (Id.HERO_HEAD, "children"),
    (Id.BULLET_BOX, "hidden"),
    (Id.BULLET_BOX, "aria-label"),
    (Id.BULLET, "figure"),
    (Id.BULLET, "config"),
    (Id.LADDER, "children"),
    (Id.PUBLISHED, "children"),
    (Id.INDICATORS, "children"),
    (Id.COMPONENTS, "children"),
    (Id.HERO_CAPTION, "children"),
    (Id.ORIGIN_BUTTON, "children"),
)


def at_rest(words: Words) -> html.Section:
    """The card before any number has come."""
    bullet_box = html.Div(
        id=Id.BULLET_BOX,
        className="plot",
        role="img",
        style={"minHeight": _BULLET_HEIGHT},
        children=resting_graph(Id.BULLET, words, height=_BULLET_HEIGHT),
        **aria(label=words("shell.card.loading")),
    )
    return html.Section(
        className="card hero",
        children=[
            html.Div(
                className="hero-top",
                children=[
                    html.Div(id=Id.HERO_FIGURE, className="hero-figure"),
                    html.Div(
                        className="hero-way",
                        children=[
                            html.Div(id=Id.HERO_HEAD, className="card-head"),
                            bullet_box,
                            html.Div(id=Id.LADDER, className="ladder"),
                            html.Div(id=Id.PUBLISHED, className="published"),
                        ],
                    ),
                ],
            ),
            html.Div(id=Id.INDICATORS, className="indicators"),
            html.Details(id=Id.COMPONENTS, className="components"),
            html.Footer(
                className="hero-foot",
                children=[
                    html.P(id=Id.HERO_CAPTION, className="caption"),
                    html.Button(id=Id.ORIGIN_BUTTON, className="link-button", type="button"),
                ],
            ),
        ],
    )


def changes(view: View) -> Changes:
    """The card filled."""
    words = view.words
    coverage = view.summary.headline.coverage
    return {
        (Id.HERO_FIGURE, "children"): big_number(view),
        (Id.HERO_HEAD, "children"): html.H2(_message(view)),
        (Id.BULLET_BOX, "hidden"): coverage is None,
        (Id.BULLET_BOX, "aria-label"): _alternative(view),
        (Id.BULLET, "figure"): blank_figure(height=_BULLET_HEIGHT)
        if coverage is None
        else bullet(coverage, view.marks, view.style),
        (Id.BULLET, "config"): graph_config(view.language),
        (Id.LADDER, "children"): [
            _rung(gap, view) for gap in view.summary.gaps if gap.people_needed is not None
        ],
        (Id.PUBLISHED, "children"): published(view),
        (Id.INDICATORS, "children"): indicators(view),
        (Id.COMPONENTS, "children"): components(view),
        (Id.HERO_CAPTION, "children"): caption(view),
        (Id.ORIGIN_BUTTON, "children"): words("ringkasan.origin.button"),
    }


def _message(view: View) -> str:
    headline = view.summary.headline
    if headline.reason is None:
        return gap_message(view.summary.gaps, region=view.region.name, words=view.words)
    return reason_sentence(headline.reason, view)


def _alternative(view: View) -> str:
    coverage = percent(view.summary.headline.coverage, view.language)
    aims = "; ".join(f"{_aim(gap, view)}: {_missing(gap, view)}" for gap in view.summary.gaps)
    return view.words("ringkasan.hero.alternative", coverage=coverage, targets=aims)


def _rung(gap: TargetGap, view: View) -> html.P:
    """One target in words: what the flags of the bullet chart have no room for."""
    return html.P([html.B(_aim(gap, view)), html.Span(_missing(gap, view))])


def _aim(gap: TargetGap, view: View) -> str:
    ratio = round_percent(float(gap.target.ratio), view.language)
    return f"{ratio} {view.target_name(gap.target)}"


def _missing(gap: TargetGap, view: View) -> str:
    if gap.people_needed is None:
        return view.words("ringkasan.hero.unknown")
    if gap.people_needed == 0:
        return view.words("ringkasan.hero.reached")
    people = count(gap.people_needed, view.language)
    if gap.people_a_month is None:
        return view.words("ringkasan.hero.missing", people=people)
    monthly = count(gap.people_a_month, view.language)
    return view.words("ringkasan.hero.missing_monthly", people=people, monthly=monthly)
