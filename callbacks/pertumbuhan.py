"""The Pertumbuhan page at work: one callback draws every card together."""

from dash import Dash, Input, State

from cakupan.analytics.comparison import comparable_years
from cakupan.analytics.headline import headline
from cakupan.analytics.heat import HeatGrid, HeatMeasure, heat_grid
from cakupan.analytics.months import MONTHS_A_YEAR, month_number
from cakupan.analytics.movement import Movement, movement
from cakupan.analytics.published_pairs import PublishedRatio, published_pairs
from cakupan.analytics.summary import Headline
from cakupan.texts import words
from callbacks.drawing import Drawing, view_of
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled
from callbacks.wiring import clientside
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.pertumbuhan import controls, heat_card, page
from layouts.pertumbuhan.picks import Picks, base_year, picks
from layouts.pertumbuhan.view import Page, month_of
from layouts.view import Changes, View

_EPOCH = 1970


def register(app: Dash, *, source: Source) -> None:
    """Wire the page."""
    drawing(source).register(app)
    selects = [Input(name, "value") for name in controls.SELECTS]
    clientside(app, "steer", *selects, State(Id.STEERED, "data"), first=False)


def drawing(source: Source) -> Drawing:
    """How the page is drawn."""
    return Drawing(page.FRAME, page.SLOTS, draw, source)


def draw(figures: Figures, request: Request, found: Settled) -> Changes:
    """Every card of the page."""
    view = view_of(figures, request, found)
    if view is None:
        region = figures.reference.directory[found.choices.region_code]
        return page.FRAME.nothing(region, words(found.choices.language))
    return page.changes(_page(figures, view))


def _page(figures: Figures, view: View) -> Page:
    region, panel = view.region, view.panel
    month = month_number(view.summary.headline.period.end)
    years = [_EPOCH + each // MONTHS_A_YEAR for each in comparable_years(panel, region.code, month)]
    picked = picks(view.choices, years=years)
    year = base_year(picked.base, years)
    start = None if year is None else (year - _EPOCH) * MONTHS_A_YEAR + month % MONTHS_A_YEAR
    # The same whatever measure, order, number or grid is picked.
    moved, earlier = figures.recent(
        "movement",
        (view.choices.denominator_id, region.code, month, start),
        lambda: _moved(view, month, start),
    )
    return Page(
        view=view,
        picks=picked,
        movement=moved,
        grid=_grid(view, picked, month),
        pairs=published_pairs(
            [
                PublishedRatio(one.ratio, one.period, one.publisher, one.note)
                for one in view.published
            ]
        ),
        earlier=earlier,
    )


def _moved(view: View, month: int, start: int | None) -> tuple[Movement, Headline]:
    """The movement up to a month, and where the region stood when it began."""
    moved = movement(view.panel, view.region, month=month, before=start)
    return moved, _earlier(view, moved.before)


def _earlier(view: View, month: int) -> Headline:
    """Where the region stood in the month given by its number."""
    region, panel, period = view.region, view.panel, month_of(month)
    codes = [region.code, *(part.code for part in panel.directory.parts(region.code))]
    counted = panel.in_month(codes, period)
    return headline(counted, region=region, period=period, workforce=panel.workforce)


def _grid(view: View, picked: Picks, month: int) -> HeatGrid:
    """The parts by coverage, or in the order of their codes, over the newest months."""
    count = heat_card.NARROW_MONTHS if view.style.compact else heat_card.MONTHS
    codes = [part.code for part in view.panel.directory.parts(view.region.code)]
    measure = HeatMeasure.COVERAGE if picked.grid == "cakupan" else HeatMeasure.POINTS
    return heat_grid(view.panel, codes, range(month - count + 1, month + 1), measure)
