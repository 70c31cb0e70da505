"""What each part gave to the change of the whole, as steps that add up to it."""

from fractions import Fraction
from functools import partial

from dash.development.base_component import Component

from cakupan.analytics.contributions import Contribution, Contributions
from cakupan.charts import Figure
from cakupan.charts.decomposition import contribution_steps
from cakupan.charts.empty import empty_figure
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.texts.column_text import value_text
from cakupan.texts.number_format import points
from layouts import elements as html
from layouts.captions import caption
from layouts.card import Filling
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.pertumbuhan.cards import SHARES
from layouts.pertumbuhan.view import Page
from layouts.view import Changes


def changes(page: Page) -> Changes:
    """The card filled."""
    found = _ordered(page)
    subtitle = page.words(
        "pertumbuhan.shares.subtitle",
        parts=page.view.parts_word,
        region=page.view.region.name,
        span=page.span,
    )
    if found is not None:
        total = points(found.points, page.view.language)
        subtitle += page.words("pertumbuhan.shares.total", total=total)
    title = _title(found, page)
    return SHARES.changes(
        Filling(
            title=title,
            subtitle=subtitle,
            figure=_figure(found, page),
            alt=page.words("pertumbuhan.shares.alternative", message=title),
            caption=caption(page.view),
            table=_table(found, subtitle, page),
            plan=partial(_plan, found, page),
            behind=page.behind,
            sample=page.sample,
            key=_notes(found, page),
            empty=found is None,
        ),
        page.words,
    )


def _ordered(page: Page) -> Contributions | None:
    """The contributions, largest first or smallest first; by name if so picked."""
    found = page.movement.contributions
    if found is None or not (found.known or found.remainder):
        return None
    if page.picks.order == "nama":
        known = sorted(found.known, key=lambda one: page.name(one.region_code))
    else:
        # By code first: a pair of a fraction and a code would compare each fraction twice.
        known = sorted(found.known, key=lambda one: one.region_code)
        sign = 1 if page.picks.order == "turun" else -1
        known.sort(key=lambda one: sign * one.points)
    return Contributions(found.points, tuple(known), found.remainder, found.missing, found.broken)


def _title(found: Contributions | None, page: Page) -> str:
    if found is None:
        return page.words("pertumbuhan.shares.none")
    if not found.known:
        return page.words("pertumbuhan.shares.none")
    best = max(found.known, key=_points)
    worst = min(found.known, key=_points)
    language = page.view.language
    if worst.points < 0 < best.points:
        return page.words(
            "pertumbuhan.shares.both",
            best=page.name(best.region_code),
            most=points(best.points, language),
            worst=page.name(worst.region_code),
            least=points(worst.points, language),
        )
    one = best if best.points > 0 else worst
    direction = "up" if best.points > 0 else "down"
    return page.words(
        f"pertumbuhan.shares.{direction}",
        name=page.name(one.region_code),
        points=points(one.points, language),
    )


def _points(one: Contribution) -> Fraction:
    return one.points


def _figure(found: Contributions | None, page: Page) -> Figure:
    if found is None:
        return empty_figure(page.words("pertumbuhan.empty"), page.view.style)
    names = [page.name(one.region_code) for one in found.known]
    return contribution_steps(found, names, _rest(found, page), page.view.style)


def _rest(found: Contributions, page: Page) -> str | None:
    """What the remainder is called; None where all parts are known and nothing is left."""
    if not (found.missing or found.broken or found.remainder):
        return None
    unknown = len(found.missing) + len(found.broken)
    key = "rest" if unknown else "beyond"
    return page.words(f"pertumbuhan.shares.{key}", count=unknown)


def _notes(found: Contributions | None, page: Page) -> list[Component]:
    """What is not known of the parts, by name."""
    missing = [
        part.region_code
        for part in page.movement.parts
        if not (part.before.participants and part.after.participants)
    ]
    broken = found.broken if found else ()
    listed = {"missing": tuple(missing), "broken": broken}
    return [
        html.P(
            page.words(
                f"pertumbuhan.shares.{key}",
                count=len(codes),
                total=len(page.movement.parts),
                parts=page.view.parts_word,
                names=page.names(codes),
            ),
            className="key",
        )
        for key, codes in listed.items()
        if codes
    ]


def _columns(found: Contributions | None, page: Page) -> tuple[Column, Column]:
    """Each part known, and in one row those that are not: they add up to the whole."""
    columns = ColumnsOf(page.words, "pertumbuhan.column")
    rows = [(page.name(one.region_code), one.points) for one in found.known] if found else []
    rest = _rest(found, page) if found else None
    if found and rest is not None:
        rows.append((rest, found.remainder))
    return (
        columns.text("region", (name for name, _ in rows)),
        columns.number("contribution", ColumnKind.POINTS, (step for _, step in rows)),
    )


def _table(found: Contributions | None, title: str, page: Page) -> FiguresTable:
    language, columns = page.view.language, _columns(found, page)
    if found is None:
        return FiguresTable.of(title, columns, language)
    whole = value_text(ColumnKind.POINTS, found.points, language)
    closing = (page.words("charts.causes.whole"), whole)
    return FiguresTable.of(title, columns, language, closing=closing)


def _plan(found: Contributions | None, page: Page) -> BarPlan:
    names, steps = _columns(found, page)
    return BarPlan(names, (steps,))
