"""A change of a target as what it is stored as: a load of one figure, or of two.

The second figure retires what the first takes the place of, where the two have different keys.
"""

from datetime import datetime
from decimal import Decimal

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.measures import Maturity, Measure, Unit
from cakupan.domain.periods import Period
from callbacks.target_form import Draft
from callbacks.targets_in_force import Stated

FAMILY = "target-edit"
PUBLISHER = "Cakupan"
"""Who states a target that was typed here, where no file had stated it before."""


def change_figures(draft: Draft, replaced: Stated | None, *, at: datetime) -> tuple[Figure, ...]:
    """The figures of a target that is new, or takes the place of another one."""
    new = _figure(
        FigureKey(
            region_code=draft.region_code,
            measure=Measure.TARGET_COVERAGE,
            period=_period(draft.year, replaced, at),
            publisher=_publisher(replaced),
            programme=draft.denominator,
            group=draft.framework,
        ),
        draft.ratio,
        citation=draft.citation,
        maturity=Maturity.FINAL,
    )
    if replaced is None:
        return (new,)
    [gone] = retire_figures(replaced, citation=draft.citation, at=at)
    ships_under_one_key = replaced.loaded is None and replaced.target.year == draft.year
    return (new,) if ships_under_one_key or gone.key == new.key else (new, gone)


def retire_figures(replaced: Stated, *, citation: str, at: datetime) -> tuple[Figure, ...]:
    """The figure that says that a target in force holds no more."""
    target, loaded = replaced.target, replaced.loaded
    key = FigureKey(
        region_code=target.region_code,
        measure=Measure.TARGET_COVERAGE,
        period=_period(target.year, replaced, at),
        publisher=_publisher(replaced),
        programme=loaded.denominator if loaded else target.denominator,
        group=loaded.framework if loaded else target.framework,
    )
    return (_figure(key, target.ratio, citation=citation, maturity=Maturity.RETIRED),)


def _period(year: int | None, replaced: Stated | None, at: datetime) -> Period:
    """The target's year; without one the day it was stated on, which a change keeps."""
    if year is not None:
        return Period.of_year(year)
    if replaced and replaced.loaded and replaced.target.year is None:
        return replaced.loaded.period
    return Period.of_day(at.date())


def _publisher(replaced: Stated | None) -> str:
    return replaced.loaded.publisher if replaced and replaced.loaded else PUBLISHER


def _figure(key: FigureKey, ratio: Decimal, *, citation: str, maturity: Maturity) -> Figure:
    return Figure(
        key=key,
        value=ratio,
        unit=Unit.RATIO,
        rounding_unit=Decimal("0.0001"),
        maturity=maturity,
        sheet="",
        cell="",
        citation=citation,
    )
