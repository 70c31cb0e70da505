"""The sample's eligible base: every kabupaten/kota of a province and every year, in whole people.

Scaled from BPS employed people, met exactly by the stated totals. No participants come in here.
"""

from collections.abc import Mapping

from cakupan.domain.measures import Measure, Segment
from cakupan.domain.periods import Period
from etl.samples.apportion import fill_up
from etl.samples.facts import Facts

YEARS = range(2021, 2026)
Base = Mapping[tuple[str, int], int]


def eligible_base(province: str, codes: tuple[str, ...], facts: Facts) -> Base:
    """Eligible workers by (code, year): the parts of ``province`` and the province itself."""
    last = YEARS[-1]
    weights = {
        code: facts.choices[code].base_weight * _employed(facts, code, last) for code in codes
    }
    latest = _of_year(province, weights, last, facts)
    base = {(code, last): value for code, value in latest.items()}
    for year in YEARS[:-1]:
        weights = {code: latest[code] * _movement(facts, code, year) for code in codes}
        of_year = _of_year(province, weights, year, facts)
        base |= {(code, year): value for code, value in of_year.items()}
    return base


def _of_year(province: str, weights: Mapping[str, int], year: int, facts: Facts) -> dict[str, int]:
    keys = {
        code: (code, Measure.ELIGIBLE_WORKERS, Segment.TOTAL, Period.of_year(year))
        for code in (province, *weights)
    }
    fixed = {code: facts.stated[key] for code, key in keys.items() if key in facts.stated}
    total = fixed.pop(province)
    return {province: total} | fill_up(total, fixed, weights)


def _movement(facts: Facts, code: str, year: int) -> int:
    """A quarter of what employed people moved from ``year`` to the last year, in millionths.

    BPS re-based its weights between these years, so that some kota jump by a fifth: the whole
    movement would show in coverage as something that never happened.
    """
    last = _employed(facts, code, YEARS[-1])
    return (3 * last + _employed(facts, code, year)) * 1_000_000 // (4 * last)


def _employed(facts: Facts, code: str, year: int) -> int:
    employed = facts.workforce[code, year].employed
    if employed is None:
        raise ValueError(f"no employed people for {code} in {year}")
    return employed
