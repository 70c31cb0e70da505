"""Everything one drawing of the page is made from: a view, and what only this page asks."""

from collections.abc import Sequence

import pandas as pd

from cakupan.analytics.peers import Peers
from cakupan.analytics.yearly import Year
from cakupan.domain.records import Record
from layouts.records import Cited
from layouts.traced import Traced
from layouts.view import View


class Profile(Record, frozen=True):
    """``course`` is SegmentCourse.line.

    ``traced`` are the figures behind the coverage shown: participants, then workers.
    """

    view: View
    peers: Peers
    course: pd.DataFrame
    years: Sequence[Year]
    cited: Sequence[Cited]
    traced: Sequence[Traced]
