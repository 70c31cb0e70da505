"""Who pays whose contributions, since when, for how long?"""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from cakupan.domain.ledger import LedgerLine
from cakupan.domain.measures import Maturity, Measure
from cakupan.domain.periods import Period
from cakupan.storage.queries.selection import usable, within
from cakupan.storage.records import whole_people
from cakupan.storage.tables import FigureRow, OriginRow, SeriesRow

_FIELDS = {
    Measure.SUBSIDISED_WORKERS.value: "workers",
    Measure.SUBSIDY_IDR_A_MONTH.value: "rupiah_a_month",
    Measure.SUBSIDY_MONTHS.value: "months",
}
_Key = tuple[str, str, str, str]


def ledger_lines(
    connection: Connection, *, region_prefix: str, publishers: Sequence[str]
) -> list[LedgerLine]:
    """Lines of a region and all below it, in order of region, start, group and payer.

    Workers, contribution and months of one region, group, payer and start make up a line.
    """
    rows = connection.execute(
        select(
            SeriesRow.measure,
            FigureRow.region_code,
            FigureRow.period,
            SeriesRow.group_name,
            SeriesRow.programme,
            FigureRow.value,
            FigureRow.scale,
            FigureRow.maturity,
            OriginRow.citation,
        )
        .join_from(FigureRow, SeriesRow)
        .join(OriginRow, OriginRow.id == FigureRow.origin_id)
        .where(
            FigureRow.is_current,
            SeriesRow.measure.in_(list(_FIELDS)),
            SeriesRow.publisher.in_(publishers),
            within(region_prefix),
            usable(FigureRow),
        )
    )
    numbers: dict[_Key, dict[str, int]] = {}
    beside: dict[_Key, tuple[str, bool]] = {}
    for row in rows:
        key = (row.region_code, row.period, row.group_name, row.programme)
        numbers.setdefault(key, {})[_FIELDS[row.measure]] = whole_people(row.value, row.scale)
        sample = row.maturity == Maturity.SAMPLE.value
        citation, before = beside.get(key, ("", False))
        beside[key] = (citation or row.citation, sample or before)
    return [
        LedgerLine(
            region_code=region,
            group=group,
            payer=payer,
            start=Period(start),
            workers=numbers[region, start, group, payer].get("workers"),
            rupiah_a_month=numbers[region, start, group, payer].get("rupiah_a_month"),
            months=numbers[region, start, group, payer].get("months"),
            citation=beside[region, start, group, payer][0],
            sample=beside[region, start, group, payer][1],
        )
        for region, start, group, payer in sorted(numbers)
    ]
