"""Writing down weights under a name. A change is a new version; nothing is ever deleted."""

import json

from sqlalchemy import Connection, Engine, func, insert, select

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.weights import WeightsDraft, WeightVersion
from cakupan.storage.audit import record
from cakupan.storage.data_version import advance
from cakupan.storage.errors import WeightsChangedError
from cakupan.storage.queries.weights import newest_of
from cakupan.storage.reading import unscoped
from cakupan.storage.scoping import refuse_outside
from cakupan.storage.tables import WeightVersionRow


def keep_weights(engine: Engine, draft: WeightsDraft) -> WeightVersion:
    """Add a version, the first of a new preset where it follows none.

    Raises WeightsChangedError where somebody else has saved a newer version meanwhile.
    """
    refuse_outside([draft.follows.region_code if draft.follows else draft.region_code])
    with engine.begin() as connection:
        advance(connection)
        version = _numbered(connection, draft)
        connection.execute(
            insert(WeightVersionRow).values(
                preset=version.preset,
                number=version.number,
                region_code=version.region_code,
                name=version.name,
                weights=json.dumps(dict(version.weights), sort_keys=True),
                note=version.note,
                is_retired=version.is_retired,
                saved_by=version.by,
                saved_at=version.at,
            )
        )
        kind = AuditKind.WEIGHTS_RETIRED if version.is_retired else AuditKind.WEIGHTS_SAVED
        details = {
            "preset": version.address,
            "region": version.region_code,
            "name": version.name,
            "weights": json.dumps(dict(version.weights), sort_keys=True),
        }
        record(connection, AuditEvent(kind, version.by, version.at, details))
    return version


def _numbered(connection: Connection, draft: WeightsDraft) -> WeightVersion:
    follows = draft.follows
    if follows is None:
        highest = connection.scalar(select(func.max(WeightVersionRow.preset))) or 0
        preset, number = highest + 1, 1
    else:
        newest = newest_of(unscoped(connection), follows.preset)
        if newest is None or newest.number != follows.number:
            by = newest.by if newest else follows.by
            raise WeightsChangedError(name=follows.name, by=by)
        preset, number = follows.preset, follows.number + 1
    return WeightVersion(
        preset=preset,
        number=number,
        region_code=follows.region_code if follows else draft.region_code,
        name=draft.name,
        weights=draft.weights,
        note=draft.note,
        by=actor().signs(draft.by),
        at=draft.at,
        is_retired=draft.is_retired,
    )
