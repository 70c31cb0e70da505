"""A change of a dossier as what it is stored as: figures of a load, and what they take back."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.juries import JuryFact, JuryItem, Nominee
from cakupan.domain.measures import Maturity, unit_of
from cakupan.domain.periods import Period

FAMILY = "dossier-edit"
PUBLISHER = "pemda"
"""Who states a stage or a document that was noted here and in no file before."""

Values = Mapping[JuryItem, Decimal | None]
"""What is to hold of items from now on; None takes an item back."""


def held(facts: Iterable[JuryFact]) -> dict[JuryItem, Decimal]:
    """What holds of each item; of two who state it the later load counts."""
    return {fact.item: fact.value for fact in facts if fact.value is not None}


def changed_only(values: Values, before: Values) -> dict[JuryItem, Decimal | None]:
    """Those that say something else than what holds."""
    return {item: value for item, value in values.items() if value != before.get(item)}


def dossier_figures(
    nominee: Nominee, values: Values, facts: Sequence[JuryFact], *, citation: str
) -> tuple[Figure, ...]:
    """The figures of a change. Each item stays with whoever stated it before."""
    before = held(facts)
    return tuple(
        Figure(
            key=_key(nominee, item, publisher),
            # What is taken back keeps the number that it had.
            value=number,
            unit=unit_of(item.measure),
            rounding_unit=_last_place(number),
            maturity=Maturity.RETIRED if value is None else Maturity.FINAL,
            sheet="",
            cell="",
            citation=citation,
        )
        for item, value in values.items()
        for number in (before.get(item, Decimal(0)) if value is None else value,)
        for publisher in _publishers(item, facts)
    )


def _publishers(item: JuryItem, facts: Sequence[JuryFact]) -> list[str]:
    stated = [fact.publisher for fact in facts if fact.item == item]
    return stated or [item.judge or PUBLISHER]


def _key(nominee: Nominee, item: JuryItem, publisher: str) -> FigureKey:
    return FigureKey(
        region_code=nominee.region_code,
        measure=item.measure,
        period=Period.of_year(nominee.award_year),
        publisher=publisher,
        programme=nominee.name,
        group=nominee.category,
        aspect=item.aspect,
        stage=item.stage,
    )


def _last_place(number: Decimal) -> Decimal:
    """The unit of the last digit that was typed: 0.1 of 82.5."""
    exponent = number.as_tuple().exponent
    return Decimal(1).scaleb(min(0, exponent)) if isinstance(exponent, int) else Decimal(1)
