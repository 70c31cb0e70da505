"""Which loads brought sample figures?"""

from collections.abc import Collection

from sqlalchemy import exists, select

from cakupan.domain.measures import Maturity
from cakupan.storage.reading import Reader
from cakupan.storage.tables import FigureRow, LoadRow


def loads_with_samples(reader: Reader, load_ids: Collection[int]) -> frozenset[int]:
    """Those of these loads that state at least one sample figure."""
    sample = exists().where(
        FigureRow.load_id == LoadRow.id, FigureRow.maturity == Maturity.SAMPLE.value
    )
    found = select(LoadRow.id).where(LoadRow.id.in_(load_ids), sample)
    return frozenset(reader.execute(found).scalars())
