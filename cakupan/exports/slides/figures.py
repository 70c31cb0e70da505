"""From a card as data to the figures of its slides."""

from cakupan.domain.language import Language
from cakupan.domain.plans import (
    BarPlan,
    LinePlan,
    NumberPlan,
    PartPlan,
    TablePlan,
    TilePlan,
)
from cakupan.domain.shown import Shown
from cakupan.exports.slides.bars import bar_pages
from cakupan.exports.slides.columns_chart import column_pages, stands
from cakupan.exports.slides.figure import Page
from cakupan.exports.slides.lines import line_pages
from cakupan.exports.slides.number_cards import NumberFigure
from cakupan.exports.slides.parts import PartFigure
from cakupan.exports.slides.tables import table_pages
from cakupan.exports.slides.tiles import TileFigure


def pages_of(shown: Shown, language: Language) -> list[Page]:
    """The card's figure, on one slide or more; a table where it has no plan of its own."""
    plan, alt = shown.plan, shown.alt or shown.title
    if isinstance(plan, NumberPlan) and plan.numbers:
        return [Page(NumberFigure(plan, alt))]
    if isinstance(plan, TilePlan) and plan.tiles:
        return [Page(TileFigure(plan, alt))]
    if isinstance(plan, PartPlan) and plan.names.values:
        return [Page(PartFigure(plan, alt, language))]
    if isinstance(plan, LinePlan) and plan.moments.values:
        return line_pages(plan, alt=alt, language=language)
    if isinstance(plan, BarPlan) and plan.names.values:
        draw = column_pages if stands(plan) else bar_pages
        return draw(plan, alt=alt, language=language)
    columns = plan.columns if isinstance(plan, TablePlan) else shown.columns
    return table_pages(columns, alt=alt, language=language) if columns else []
