"""Which current figures a chart may use.

Frames and the answer to "where from?" share this choice, so that what is shown and what is cited
can never differ.
"""

from collections.abc import Iterator, Sequence

from sqlalchemy import SQLColumnExpression, exists, or_
from sqlalchemy.orm import aliased

from cakupan.domain.measures import Basis, Maturity, Measure
from cakupan.storage.tables import KEY_COLUMNS, FigureRow


def usual_basis(measure: Measure) -> Basis:
    """Participants are counted where they are registered unless asked otherwise."""
    return Basis.REGISTRATION if measure.value.startswith("participants") else Basis.NONE


def within(region_prefix: str) -> SQLColumnExpression[bool]:
    """Regions whose code begins with this: ``""`` all, ``"36"`` a province and its parts.

    A range rather than LIKE, because an index serves it; letters sort after digits everywhere.
    """
    return FigureRow.region_code.between(region_prefix, region_prefix + "z")


def chosen(
    *, measure: Measure, region_prefix: str, basis: Basis, publishers: Sequence[str]
) -> list[SQLColumnExpression[bool]]:
    """What makes a figure the one that stands for its region, segment and period.

    It is current, undisputed, of no single programme or group, and ``publishers``, in order of
    preference, name nobody before its own who states it too.
    """
    return [
        FigureRow.is_current,
        FigureRow.measure == measure.value,
        within(region_prefix),
        FigureRow.basis == basis.value,
        FigureRow.publisher.in_(publishers),
        FigureRow.programme == "",
        FigureRow.group_name == "",
        FigureRow.maturity != Maturity.DISPUTED.value,
        *_nobody_before(publishers),
    ]


def _nobody_before(publishers: Sequence[str]) -> Iterator[SQLColumnExpression[bool]]:
    # Four times as fast on 250.000 figures as numbering the rows of each group.
    other = aliased(FigureRow)
    same = [
        getattr(other, name) == getattr(FigureRow, name)
        for name in KEY_COLUMNS
        if name != "publisher"
    ]
    for place, publisher in enumerate(publishers[1:], start=1):
        preferred = exists().where(
            other.is_current,
            *same,
            other.publisher.in_(publishers[:place]),
            other.maturity != Maturity.DISPUTED.value,
        )
        yield or_(FigureRow.publisher != publisher, ~preferred)
