"""Which files stand behind the figures of many regions at once?"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select

from cakupan.domain.measures import Measure
from cakupan.storage.queries.selection import chosen, usual_basis
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow, SeriesRow


def files_behind(
    reader: Reader,
    *,
    measure: Measure,
    period_texts: Collection[str],
    publishers: Sequence[str],
) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """File names by region and period, for figures chosen exactly as the frames choose them."""
    figures = chosen(
        measure=measure,
        region_prefix="",
        basis=usual_basis(measure),
        publishers=publishers,
    )
    columns = reader.fetch(
        select(FigureRow.region_code, FigureRow.period, LoadRow.file_name)
        .join_from(FigureRow, SeriesRow)
        .join(LoadRow, LoadRow.id == FigureRow.load_id)
        .where(figures, FigureRow.period.in_(period_texts))
        .distinct()
    )
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for region, period, file_name in zip(*columns, strict=True):
        found[region, period].append(file_name)
    # Few files stand behind thousands of figures: what is said alike is kept once.
    alike: dict[tuple[str, ...], tuple[str, ...]] = {}
    stated = ((place, tuple(sorted(names))) for place, names in found.items())
    return {place: alike.setdefault(names, names) for place, names in stated}
