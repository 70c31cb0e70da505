"""How many participants are there, by region, period and segment?"""

from collections.abc import Sequence
from datetime import datetime
from operator import attrgetter

import pandas as pd

from cakupan.domain.measures import Basis, Measure
from cakupan.storage.queries.frames import people_frame
from cakupan.storage.queries.selection import chosen
from cakupan.storage.reading import Reader


def participant_counts(
    reader: Reader,
    *,
    region_prefix: str,
    basis: Basis = Basis.REGISTRATION,
    publishers: Sequence[str],
    as_of: datetime | None = None,
) -> pd.DataFrame:
    """Active participants, the ``participants`` frame of cakupan.analytics.

    ``date`` is the period's last day, the cut-off. ``region_prefix`` is ``""`` for all, ``"36"``
    for a province and its parts; ``publishers`` stand in order of preference; ``as_of`` asks what
    was current at a moment of the past.
    """
    figures = chosen(
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix=region_prefix,
        basis=basis,
        publishers=publishers,
        as_of=as_of,
    )
    return people_frame(
        reader, figures, count="participants", publishers=publishers, day=attrgetter("end")
    )
