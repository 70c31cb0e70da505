"""A change of a ledger line as what it is stored as: its numbers, and what they replace."""

from decimal import Decimal

from cakupan.domain.figures import Figure, FigureKey
from cakupan.domain.ledger import LedgerKey, LedgerLine
from cakupan.domain.measures import Maturity, Measure, unit_of
from cakupan.domain.periods import Period
from cakupan.storage.queries.ledger import LedgerFigure, StatedLine

FAMILY = "ledger-edit"
PUBLISHER = "pemda"
"""Who states a line that was typed here and in no file before; the form says so too."""


def line_figures(line: LedgerLine, replaced: StatedLine | None) -> tuple[Figure, ...]:
    """The three numbers of a line; under another key than before, the old ones are retired.

    Each number stays with the publisher who stated it before.
    """
    own = {one.measure: one.publisher for one in reversed(replaced.figures)} if replaced else {}
    usual = replaced.figures[0].publisher if replaced else PUBLISHER
    numbers = {
        Measure.SUBSIDISED_WORKERS: line.workers,
        Measure.SUBSIDY_IDR_A_MONTH: line.rupiah_a_month,
        Measure.SUBSIDY_MONTHS: line.months,
    }
    new = tuple(
        _figure(
            _key(line.key, measure, own.get(measure, usual)),
            number,
            citation=line.citation,
            maturity=Maturity.FINAL,
        )
        for measure, number in numbers.items()
        if number is not None
    )
    if replaced is None or replaced.line.key == line.key:
        return new
    return (*new, *retired_figures(replaced, citation=line.citation))


def retired_figures(replaced: StatedLine, *, citation: str) -> tuple[Figure, ...]:
    """The figures that say that a line holds no more, whoever stated it."""
    return tuple(_retired(replaced.line.key, one, citation) for one in replaced.figures)


def _retired(key: LedgerKey, one: LedgerFigure, citation: str) -> Figure:
    return _figure(
        _key(key, one.measure, one.publisher),
        one.value,
        citation=citation,
        maturity=Maturity.RETIRED,
    )


def _key(key: LedgerKey, measure: Measure, publisher: str) -> FigureKey:
    return FigureKey(
        region_code=key.region_code,
        measure=measure,
        period=Period(key.start),
        publisher=publisher,
        programme=key.payer,
        group=key.group,
    )


def _figure(key: FigureKey, value: int, *, citation: str, maturity: Maturity) -> Figure:
    return Figure(
        key=key,
        value=Decimal(value),
        unit=unit_of(key.measure),
        rounding_unit=Decimal(1),
        maturity=maturity,
        sheet="",
        cell="",
        citation=citation,
    )
