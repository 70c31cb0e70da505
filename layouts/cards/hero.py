"""The first card: coverage as one big number, the way to go, what was published, its source."""

from cakupan.analytics.summary import TargetGap
from cakupan.charts.bullet import bullet
from cakupan.charts.empty import blank_figure
from cakupan.charts.messages import gap_message
from cakupan.charts.target_marks import round_percent
from cakupan.charts.theme import graph_config
from cakupan.domain.records import Record
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import count, percent
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.behind import coverage_behind
from layouts.captions import caption, region_and_period
from layouts.card import paper_picture, resting_graph
from layouts.card_menu import menu_button
from layouts.cards.big_number import big_number
from layouts.cards.components import components
from layouts.cards.hero_numbers import hero_columns, hero_plan
from layouts.cards.indicators import indicators
from layouts.cards.published import published
from layouts.reasons import reason_sentence
from layouts.taken import as_data
from layouts.view import Changes, Slot, View

_BULLET_HEIGHT = 90


class Hero(Record, frozen=True):
    """The places of the card, by id."""

    figure: str
    head: str
    bullet_box: str
    bullet: str
    ladder: str
    orientation: str
    published: str
    indicators: str
    components: str
    caption: str
    origin_button: str

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every place and property that ``changes`` fills."""
        filled = (
            *(self.figure, self.head, self.ladder, self.orientation, self.published),
            *(self.indicators, self.components, self.caption, self.origin_button),
        )
        return (
            *((place, "children") for place in filled),
            (self.bullet_box, "hidden"),
            (self.bullet_box, "aria-label"),
            (self.bullet, "figure"),
            (self.bullet, "config"),
        )

    def at_rest(self, words: Words) -> html.Section:
        """The card before any number has come."""
        bullet_box = html.Div(
            id=self.bullet_box,
            className="plot",
            role="img",
            style={"minHeight": _BULLET_HEIGHT},
            children=resting_graph(self.bullet, words, height=_BULLET_HEIGHT),
            **aria(label=words("shell.card.loading")),
        )
        way = [
            html.Div(id=self.head, className="card-head"),
            bullet_box,
            paper_picture("hero"),
            html.Div(id=self.ladder, className="ladder"),
            html.P(id=self.orientation, className="orientation"),
            html.Div(id=self.published, className="published"),
        ]
        foot = [
            html.P(id=self.caption, className="caption"),
            html.Button(
                id=self.origin_button,
                className="link-button",
                type="button",
                **data(origin="hero"),
            ),
        ]
        return html.Section(
            className="card hero",
            children=[
                menu_button("hero", head=self.head),
                html.Div(
                    className="hero-top",
                    children=[
                        html.Div(id=self.figure, className="hero-figure"),
                        html.Div(className="hero-way", children=way),
                    ],
                ),
                html.Div(id=self.indicators, className="indicators"),
                html.Details(id=self.components, className="components"),
                html.Footer(className="hero-foot", children=foot),
            ],
        )

    def changes(self, view: View) -> Changes:
        """The card filled."""
        words = view.words
        coverage = view.summary.headline.coverage
        return {
            **as_data(self.figure, _as_data(view)),
            (self.figure, "children"): big_number(view),
            (self.head, "children"): html.H2(_message(view)),
            (self.bullet_box, "hidden"): coverage is None,
            (self.bullet_box, "aria-label"): _alternative(view),
            (self.bullet, "figure"): blank_figure(height=_BULLET_HEIGHT)
            if coverage is None
            else bullet(coverage, view.marks, view.style),
            (self.bullet, "config"): graph_config(view.language),
            (self.ladder, "children"): [
                _rung(gap, view) for gap in view.summary.gaps if gap.people_needed is not None
            ],
            (self.orientation, "children"): _orientation(view),
            (self.published, "children"): published(view),
            (self.indicators, "children"): indicators(view),
            (self.components, "children"): components(view),
            (self.caption, "children"): caption(view),
            (self.origin_button, "children"): words("card.menu.origin"),
        }


def _as_data(view: View) -> Shown:
    return Shown(
        name="hero",
        title=_message(view),
        subtitle=region_and_period(view),
        caption=caption(view),
        alt=_alternative(view),
        columns=hero_columns(view),
        plan=hero_plan(view),
        behind=coverage_behind(view),
        sample=view.summary.headline.sample,
        empty=view.summary.headline.coverage is None,
    )


def _orientation(view: View) -> str | None:
    """Whose targets these are, where they are not the region's own."""
    if view.borrowed_from is None:
        return None
    lender = view.reference.directory[view.borrowed_from]
    return view.words("daerah.orientation", lender=lender.name, region=view.region.short_name)


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
