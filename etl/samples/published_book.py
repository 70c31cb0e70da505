"""The workbook of published figures, each with its outlet, date and source. All real."""

from decimal import Decimal

from cakupan.domain.language import Language
from cakupan.domain.regions import RegionDirectory
from cakupan.domain.sheets import Cell, SampleBook
from cakupan.texts.date_format import period
from etl.samples.facts import Facts, Published
from etl.samples.wording import Wording


def published_book(facts: Facts, directory: RegionDirectory, wording: Wording) -> SampleBook:
    """One row a figure, in the order of the fact file."""
    rows = [_row(figure, directory, wording) for figure in facts.published]
    return wording.book("published", wording.sheet("published", rows))


def _row(figure: Published, directory: RegionDirectory, wording: Wording) -> tuple[Cell, ...]:
    return (
        figure.code,
        directory[figure.code].name,
        wording.word("measures", figure.measure),
        wording.word("segments", figure.segment),
        wording.words["payers"].get(figure.programme, figure.programme),
        wording.words["groups"].get(figure.group, figure.group),
        wording.word("bases", figure.basis),
        period(figure.period, Language.ID, short=True),
        _number(figure.value),
        wording.word("units", figure.unit),
        _number(figure.rounding),
        figure.publisher,
        figure.citation,
        wording.word("maturities", figure.maturity),
        figure.note,
    )


def _number(value: Decimal) -> Cell:
    return int(value) if value == value.to_integral_value() else value
