"""What the reader assumes, as it stands in the address: ``?tumbuh=1.5&tambah=9000&tahun=2030``.

A parameter that is missing is the start; nonsense falls back to it and is named.
"""

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from cakupan.analytics.cost import LEAST_CONTRIBUTION, YEAR_OF_MONTHS
from cakupan.analytics.sharing import Rule
from cakupan.analytics.what_if import Assumption
from cakupan.domain.records import Record
from layouts.choices import Choices

T = TypeVar("T")
PATH = "/target"
RULES = {"kekurangan": Rule.GAP, "pekerja": Rule.WORKFORCE, "setara": Rule.EFFORT}
GROWTH, A_MONTH, YEAR, RATIO = "tumbuh", "tambah", "tahun", "rasio"
RULE, CONTRIBUTION, MONTHS, PEOPLE = "aturan", "iuran", "bulan", "orang"
NAMES = (GROWTH, A_MONTH, YEAR, RATIO, RULE, CONTRIBUTION, MONTHS, PEOPLE)
CONTRIBUTION_AT_FIRST, MONTHS_AT_FIRST = LEAST_CONTRIBUTION, YEAR_OF_MONTHS

LEAST_GROWTH, MOST_GROWTH = Decimal(-10), Decimal(20)
MOST_A_MONTH, MOST_PEOPLE, MOST_CONTRIBUTION, MOST_MONTHS = 9_999_999, 299_999_999, 9_999_999, 600
LAST_YEAR = 2100


class Asked(Record, frozen=True):
    """Everything assumed. ``people`` None is the whole need; ``ignored`` names what was nonsense.

    ``stated`` is what holds without a word in the address, ``of_target`` whether it is a target on
    record or only a proposal.
    """

    assumed: Assumption
    rule: Rule
    contribution: int
    months: int
    people: int | None
    stated: Assumption
    of_target: bool
    ignored: tuple[str, ...]


def read_asked(choices: Choices, stated: Assumption, *, of_target: bool, first_year: int) -> Asked:
    """The assumptions of an address; ``stated`` stands in for those it does not name."""
    ignored: list[str] = []

    def read(name: str, understand: Callable[[str], T | None], otherwise: T) -> T:
        text = choices.page_choice(name)
        if not text:
            return otherwise
        meant = understand(text)
        if meant is None:
            ignored.append(name)
            return otherwise
        return meant

    return Asked(
        assumed=Assumption(
            growth=read(GROWTH, _growth, stated.growth),
            a_month=read(A_MONTH, _whole(0, MOST_A_MONTH), stated.a_month),
            year=read(YEAR, _whole(first_year, LAST_YEAR), stated.year),
            ratio=read(RATIO, _ratio, stated.ratio),
        ),
        rule=read(RULE, RULES.get, Rule.GAP),
        contribution=read(CONTRIBUTION, _whole(0, MOST_CONTRIBUTION), CONTRIBUTION_AT_FIRST),
        months=read(MONTHS, _whole(1, MOST_MONTHS), MONTHS_AT_FIRST),
        people=read(PEOPLE, _whole(0, MOST_PEOPLE), None),
        stated=stated,
        of_target=of_target,
        ignored=tuple(ignored),
    )


def in_percent(ratio: Decimal) -> Decimal:
    """65 for 0.65, without zeros that say nothing: as it stands in a field and in the address."""
    scaled = (ratio * 100).normalize()
    return scaled.quantize(Decimal(1)) if scaled == scaled.to_integral_value() else scaled


def assumed_by_parameter(asked: Asked) -> dict[str, str]:
    """What is assumed, by parameter, as it stands in a field; empty for the whole need."""
    return {
        GROWTH: str(in_percent(asked.assumed.growth)),
        A_MONTH: str(asked.assumed.a_month),
        YEAR: str(asked.assumed.year),
        RATIO: str(in_percent(asked.assumed.ratio)),
        CONTRIBUTION: str(asked.contribution),
        MONTHS: str(asked.months),
        PEOPLE: "" if asked.people is None else str(asked.people),
    }


def stated_by_parameter(asked: Asked) -> dict[str, str]:
    """What holds where the address does not name a parameter."""
    return {
        GROWTH: str(in_percent(asked.stated.growth)),
        A_MONTH: str(asked.stated.a_month),
        YEAR: str(asked.stated.year),
        RATIO: str(in_percent(asked.stated.ratio)),
        RULE: next(iter(RULES)),
        CONTRIBUTION: str(CONTRIBUTION_AT_FIRST),
        MONTHS: str(MONTHS_AT_FIRST),
        PEOPLE: "",
    }


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    if not number.is_finite() or len(number.as_tuple().digits) > 9 or abs(number.adjusted()) > 9:
        return None
    return number


def _growth(text: str) -> Decimal | None:
    number = _number(text)
    if number is None or not LEAST_GROWTH <= number <= MOST_GROWTH:
        return None
    return number / 100


def _ratio(text: str) -> Decimal | None:
    number = _number(text)
    return number / 100 if number is not None and 0 < number <= 100 else None


def _whole(least: int, most: int) -> Callable[[str], int | None]:
    def understand(text: str) -> int | None:
        return int(text) if _is_whole(text) and least <= int(text) <= most else None

    return understand


def _is_whole(text: str) -> bool:
    return len(text) <= 9 and text.isascii() and text.isdigit()
