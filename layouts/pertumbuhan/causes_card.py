"""Why the region's coverage moved: participants and workforce, adding up to the change."""

from dash.development.base_component import Component

from cakupan.analytics.growth import PointsChange
from cakupan.charts import Figure
from cakupan.charts.decomposition import causes
from cakupan.charts.empty import empty_figure
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.number_format import count, points
from layouts import elements as html
from layouts.captions import caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import CAUSES
from layouts.pertumbuhan.view import Page
from layouts.view import Changes


def changes(page: Page) -> Changes:
    """The card filled."""
    change = page.movement.whole.points
    title = _title(change, page)
    subtitle = page.words(
        "pertumbuhan.causes.subtitle", region=page.view.region.name, span=page.span
    )
    names, steps = columns = _columns(change, page)
    return CAUSES.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(change, page),
            alt=page.words("pertumbuhan.causes.alternative", message=title),
            caption=caption(page.view),
            table=FiguresTable.of(subtitle, columns, page.view.language),
            plan=BarPlan(names, (steps,)),
            behind=page.behind,
            sample=page.sample,
            key=_arithmetic(change, page),
            empty=change is None,
        ),
        page.words,
    )


def _title(change: PointsChange | None, page: Page) -> str:
    if change is None:
        return page.why_not()
    return page.words(
        "pertumbuhan.causes.title",
        participants=points(change.participants_part, page.view.language),
        workers=points(change.workers_part, page.view.language),
    )


def _arithmetic(change: PointsChange | None, page: Page) -> list[Component]:
    """Both steps worked out by hand, in the numbers of the region."""
    whole = page.movement.whole
    before, after = whole.before, whole.after
    if change is None or not (
        before.participants and before.workers and after.participants and after.workers
    ):
        return []
    language = page.view.language
    numbers = {
        "more": count(after.participants.value - before.participants.value, language),
        "participants": count(after.participants.value, language),
        "growth": count(after.workers.value - before.workers.value, language),
        "first": count(before.workers.value, language),
        "last": count(after.workers.value, language),
    }
    steps = {"participants": change.participants_part, "workers": change.workers_part}
    return [
        html.P(
            page.words(f"pertumbuhan.causes.by_{name}", step=points(step, language), **numbers),
            className="key",
        )
        for name, step in steps.items()
    ]


def _figure(change: PointsChange | None, page: Page) -> Figure:
    if change is None:
        return empty_figure(page.words("pertumbuhan.empty"), page.view.style)
    return causes(change, page.view.style)


def _columns(change: PointsChange | None, page: Page) -> tuple[Column, ...]:
    """Both steps and what they add up to; no row where no change can be said."""
    columns = ColumnsOf(page.words, "pertumbuhan.column")
    steps = (
        {}
        if change is None
        else {
            "participants": change.participants_part,
            "workers": change.workers_part,
            "whole": change.points,
        }
    )
    return (
        columns.text("cause", (page.words(f"charts.causes.{name}") for name in steps)),
        columns.number("points", ColumnKind.POINTS, steps.values()),
    )
