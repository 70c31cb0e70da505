"""Which weights were saved under a name, by whom, and what came of them?"""

import json
from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.weights import WeightVersion
from cakupan.storage.reading import Reader
from cakupan.storage.tables import WeightVersionRow


def weight_versions(reader: Reader) -> list[WeightVersion]:
    """Every version there ever was, the newest first."""
    rows = reader.execute(select(WeightVersionRow.__table__).order_by(WeightVersionRow.id.desc()))
    return [_version(row) for row in rows]


def newest_of(reader: Reader, preset: int) -> WeightVersion | None:
    """The newest version of a preset; None where there is no such preset."""
    row = reader.execute(
        select(WeightVersionRow.__table__)
        .where(WeightVersionRow.preset == preset)
        .order_by(WeightVersionRow.number.desc())
        .limit(1)
    ).one_or_none()
    return _version(row) if row else None


def _version(row: Row[*tuple[Any, ...]]) -> WeightVersion:
    return WeightVersion(
        preset=row.preset,
        number=row.number,
        region_code=row.region_code,
        name=row.name,
        weights=json.loads(row.weights),
        note=row.note,
        by=row.saved_by,
        at=row.saved_at,
        is_retired=row.is_retired,
    )
