"""What was changed in a dialogue as what it is stored as: a load of a few figures."""

import json
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from cakupan.domain.figures import Figure
from cakupan.domain.loads import NewLoad


def edit_load(
    figures: Iterable[Figure], *, name: str, family: str, by: str, at: datetime
) -> NewLoad:
    """The load of a change. Its bytes are the change itself and its time: no two are the same."""
    content = [
        [
            *(figure.key.measure.value, figure.key.region_code, figure.key.period.text),
            *(figure.key.programme, figure.key.group, figure.key.publisher),
            *(figure.key.aspect, figure.key.stage),
            *(str(figure.value), figure.maturity.value, figure.citation),
        ]
        for figure in figures
    ]
    canonical = json.dumps([content, by, at.isoformat()], ensure_ascii=False)
    return NewLoad(
        file_name=name,
        sha256=sha256(canonical.encode()).hexdigest(),
        family=family,
        loaded_by=by,
        loaded_at=at,
    )
