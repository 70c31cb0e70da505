"""The sample's claims and scholarships: a province's year over its parts and months, exactly.

Whole numbers throughout: cases, children and rupiah meet what was chosen, or published, to the last
one on every margin.
"""

from collections.abc import Iterator, Mapping
from zlib import crc32

from cakupan.domain.periods import Period
from etl.samples.apportion import apportion
from etl.samples.facts import ClaimChoice, Facts

PROGRAMMES = ("JKK", "JKM", "JHT", "JP", "JKP")
LEVELS = ("sd", "smp", "sma", "pt")
FIRST, LAST = Period("2024-01"), Period("2025-10")
ClaimCells = dict[tuple[Period, str, str], tuple[int, int]]
"""(cases, rupiah) by month, region and programme."""

# Permille of a year by month: accidents follow the work on sites, old-age savings are taken out
# after contracts end with the year and before the feast.
_SEASON = {
    "JKK": (76, 74, 80, 78, 82, 84, 86, 88, 88, 90, 88, 86),
    "JKM": (86, 80, 84, 82, 83, 82, 84, 83, 82, 84, 84, 86),
    "JHT": (108, 92, 96, 88, 82, 78, 80, 78, 76, 74, 72, 76),
    "JP": (80, 81, 82, 82, 83, 83, 84, 84, 85, 85, 85, 86),
    "JKP": (98, 96, 92, 88, 84, 82, 80, 78, 76, 76, 74, 76),
}
# What the law grants a child a year, in rupiah (Government Regulation 82/2019).
GRANTS = {"sd": 1_500_000, "smp": 2_000_000, "sma": 3_000_000, "pt": 12_000_000}
_THOUSAND = 1000
# Little enough that two regions of one size do not seem to have changed places.
_JITTER_PERMILLE = 12


def months() -> tuple[Period, ...]:
    """Every month from the first to the last."""
    every = (Period.of_month(year, month) for year in (2024, 2025) for month in range(1, 13))
    return tuple(month for month in every if FIRST <= month <= LAST)


def claims(province: str, codes: tuple[str, ...], facts: Facts) -> ClaimCells:
    """Claims of a province's parts: 2024 as chosen, 2025 the same months grown."""
    cells: ClaimCells = {}
    for programme in PROGRAMMES:
        choice = facts.claims[province, programme]
        for month, cases, rupiah in _by_month(programme, choice):
            weights = {code: _weight(code, programme, month, facts) for code in codes}
            split = apportion(cases, weights)
            paid = apportion(
                rupiah // _THOUSAND,
                {code: split[code] * _jitter(code, programme, month) for code in codes},
            )
            for code in codes:
                cells[month, code, programme] = (split[code], paid[code] * _THOUSAND)
    return cells


def scholarships(
    province: str, codes: tuple[str, ...], year: int, facts: Facts
) -> dict[tuple[str, str], int]:
    """Children by region and level."""
    found: dict[tuple[str, str], int] = {}
    for level in LEVELS:
        children = facts.scholarships[province, year, level]
        month = Period.of_month(year, 12)
        weights = {code: _weight(code, level, month, facts) for code in codes}
        split = apportion(children, weights)
        found |= {(code, level): split[code] for code in codes}
    return found


def _by_month(programme: str, choice: ClaimChoice) -> Iterator[tuple[Period, int, int]]:
    of_2024 = [month for month in months() if month.year == FIRST.year]
    season = dict(zip(of_2024, _SEASON[programme], strict=True))
    cases = apportion(choice.cases, season)
    thousands = apportion(choice.rupiah // _THOUSAND, {month: cases[month] for month in of_2024})
    for month in months():
        before = Period.of_month(FIRST.year, month.start.month)
        grown = _THOUSAND if month.year == FIRST.year else _THOUSAND + choice.growth
        yield (
            month,
            cases[before] * grown // _THOUSAND,
            thousands[before] * grown // _THOUSAND * _THOUSAND,
        )


def _weight(code: str, word: str, month: Period, facts: Facts) -> int:
    """Eligible people of a region, give or take a little."""
    employed = facts.workforce[code, month.year].employed or 0
    return employed * facts.choices[code].base_weight * _jitter(code, word, month)


def _jitter(code: str, word: str, month: Period) -> int:
    """A number around a thousand that is the same on every machine."""
    spread = 2 * _JITTER_PERMILLE + 1
    noise = crc32(f"{code} {word} {month.text}".encode()) % spread
    return _THOUSAND + noise - _JITTER_PERMILLE


def rupiah_of(children: Mapping[str, int]) -> dict[str, int]:
    """What the law grants for so many children of each level."""
    return {level: count * GRANTS[level] for level, count in children.items()}
