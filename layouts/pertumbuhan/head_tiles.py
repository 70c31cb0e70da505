"""The numbers under the heading: participants, workforce, coverage, and the year so far."""

from cakupan.analytics.rounding import GrowthBounds, Rounded
from cakupan.domain.plans import NumberTile
from cakupan.texts.number_format import count, growth, percent, points
from layouts.pertumbuhan.view import Page
from layouts.pertumbuhan.year_card import months_in_words


def head_tiles(page: Page) -> tuple[NumberTile, ...]:
    """Participants, workforce and coverage, and the year so far."""
    whole, view = page.movement.whole, page.view
    before, after = whole.before, whole.after
    change = whole.points.points if whole.points else None
    label = page.words
    return (
        NumberTile(
            label("pertumbuhan.head.participants", span=page.span),
            growth(whole.growth.growth if whole.growth else None, view.language),
            _counts(before.participants, after.participants, whole.growth, page),
        ),
        NumberTile(
            label("pertumbuhan.head.workers", span=page.span),
            growth(whole.workers_growth.growth if whole.workers_growth else None, view.language),
            _counts(before.workers, after.workers, whole.workers_growth, page),
        ),
        NumberTile(
            label("pertumbuhan.head.coverage", span=page.span),
            points(change, view.language),
            _levels(page) + _points_bounds(page),
        ),
        _so_far(page),
    )


def _counts(
    before: Rounded | None, after: Rounded | None, change: GrowthBounds | None, page: Page
) -> str:
    """2.624.700 → 2.727.000, with the bounds of the growth where figures are rounded."""
    language = page.view.language
    if before is None and after is None:
        return page.words("pertumbuhan.head.none")
    text = " → ".join(
        count(figure.value if figure else None, language) for figure in (before, after)
    )
    if change is None or change.low == change.high:
        return text
    low, high = growth(change.low, language), growth(change.high, language)
    return text + page.words("pertumbuhan.head.between", low=low, high=high)


def _levels(page: Page) -> str:
    """44,44% → 46,03%: the two levels are shown also where they are not compared."""
    levels = [each.coverage for each in (page.movement.whole.before, page.movement.whole.after)]
    if levels == [None, None]:
        return page.words("pertumbuhan.head.none")
    return " → ".join(percent(level, page.view.language) for level in levels)


def _points_bounds(page: Page) -> str:
    bounds = page.movement.whole.points_range
    if bounds is None or bounds[0] == bounds[1]:
        return ""
    low, high = (points(bound, page.view.language) for bound in bounds)
    return page.words("pertumbuhan.head.between", low=low, high=high)


def _so_far(page: Page) -> NumberTile:
    year = page.movement.year
    complete = "whole" if year.complete else "part"
    note = page.words(f"pertumbuhan.head.year_{complete}", year=year.year, stated=year.stated)
    label = page.words(
        "pertumbuhan.head.so_far",
        months=months_in_words(page),
        year=year.year,
        base=year.base_year,
    )
    return NumberTile(label, growth(year.growth, page.view.language), note)
