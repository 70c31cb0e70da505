"""From a card as data to the figures of its slides."""

from cakupan.domain.language import Language
from cakupan.domain.plans import (
    BarPlan,
    LinePlan,
    NumberPlan,
    PartPlan,
    Plan,
    TablePlan,
    TilePlan,
)
from cakupan.domain.shown import Shown
from cakupan.exports.slides.bars import bar_pages
from cakupan.exports.slides.columns_chart import column_pages, stands
from cakupan.exports.slides.figure import Figure, Page
from cakupan.exports.slides.lines import line_pages
from cakupan.exports.slides.number_cards import NumberFigure
from cakupan.exports.slides.parts import PartFigure
from cakupan.exports.slides.places import AREA, Box
from cakupan.exports.slides.tables import table_pages
from cakupan.exports.slides.tiles import TileFigure


def pages_of(shown: Shown, language: Language, area: Box = AREA) -> list[Page]:
    """The card's figure for an area, on one slide or more; a table where it has no other plan."""
    plan, alt = shown.plan, shown.alt or shown.title
    shapes = _shapes(plan, alt, language)
    if shapes is not None:
        return [Page(shapes)]
    if isinstance(plan, LinePlan) and plan.moments.values:
        return line_pages(plan, alt=alt, language=language)
    if isinstance(plan, BarPlan) and plan.names.values:
        if stands(plan, language):
            return column_pages(plan, alt=alt, language=language)
        return bar_pages(plan, alt=alt, language=language, area=area)
    columns = plan.columns if isinstance(plan, TablePlan) else shown.columns
    return table_pages(columns, alt=alt, language=language, area=area) if columns else []


def _shapes(plan: Plan | None, alt: str, language: Language) -> Figure | None:
    """A figure of shapes, always on one slide; None for a plan of another kind, or an empty one."""
    if isinstance(plan, NumberPlan) and plan.numbers:
        return NumberFigure(plan, alt)
    if isinstance(plan, TilePlan) and plan.tiles:
        return TileFigure(plan, alt)
    if isinstance(plan, PartPlan) and plan.names.values:
        return PartFigure(plan, alt, language)
    return None
