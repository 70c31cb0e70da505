"""Averages: rupiah a claim, a child, a month, that no rule of the programmes explains.

Most of them are sums in another unit: thousands taken for rupiah, or rupiah for millions.
"""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from cakupan.domain.figure_columns import Subject
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.regions import RegionDirectory
from etl.checks.lines import Known, name_of
from etl.checks.telling import tell
from etl.finding_codes import Code


class _Average(NamedTuple):
    """What money is paid for, and the least and the most that is paid for one."""

    of: Measure
    least: int
    most: int


# The smallest pension is some hundred thousand a month; the highest claims are those of work
# accidents, 48 wages at once. A scholarship is 1.5 million a year in primary school, and at most
# 174 million for two children up to a degree (PP 82/2019).
_AVERAGES = {
    Measure.CLAIMS_IDR: _Average(Measure.CLAIMS, 100_000, 500_000_000),
    Measure.SCHOLARSHIPS_IDR: _Average(Measure.SCHOLARSHIPS, 500_000, 174_000_000),
}
# The two smallest programmes cost Rp16.800 a month, half of it where there is a rebate.
_LEAST_A_MONTH, _MOST_A_MONTH = 8_400, 1_000_000
MONEY_OF = {average.of: money for money, average in _AVERAGES.items()}


def check_averages(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    """Sums of money that do not fit what they were paid for, and contributions that none pays."""
    told: set[tuple[Subject, str, str]] = set()
    for subject, line in known.file.items():
        money = subject._replace(measure=MONEY_OF.get(subject.measure, subject.measure))
        average = _AVERAGES.get(money.measure)
        if average is None:
            continue
        counted = money._replace(measure=average.of)
        for region_code, series in line.items():
            for period, place in series.items():
                if (money, region_code, period) in told:
                    continue
                told.add((money, region_code, period))
                paid = known.find(money, region_code, period)
                many = known.find(counted, region_code, period)
                if paid is not None and many is not None:
                    yield from _judged(known, place, (paid, many), average, directory)
    yield from _contributions(known, directory)


def _judged(
    known: Known,
    place: int,
    pair: tuple[int, int],
    average: _Average,
    directory: RegionDirectory,
) -> Iterator[Finding]:
    """The finding stands at ``place``, the one of the two that is in the file."""
    paid, many = (Decimal(known.values[one]) for one in pair)
    figure = known.figure(place)
    about = {
        "measure": name_of(known.shared(pair[0]).subject),
        "of": name_of(known.shared(pair[1]).subject),
        "period": figure.key.period.text,
    }
    if not many:
        if paid:
            yield tell(Code.MONEY_FOR_NOTHING, figure, directory, **about, rupiah=_rounded(paid))
        return
    mean = paid / many
    if not average.least <= mean <= average.most:
        yield tell(
            Code.AVERAGE_IMPLAUSIBLE,
            figure,
            directory,
            **about,
            rupiah=_rounded(paid),
            count=_rounded(many),
            average=_rounded(mean),
        )


def _contributions(known: Known, directory: RegionDirectory) -> Iterator[Finding]:
    for subject, line in known.file.items():
        if subject.measure is not Measure.SUBSIDY_IDR_A_MONTH:
            continue
        for series in line.values():
            for place in series.values():
                if not _LEAST_A_MONTH <= known.values[place] <= _MOST_A_MONTH:
                    figure = known.figure(place)
                    yield tell(
                        Code.CONTRIBUTION_IMPLAUSIBLE,
                        figure,
                        directory,
                        rupiah=_rounded(figure.value),
                    )


def _rounded(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_HALF_UP))
