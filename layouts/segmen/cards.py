"""The chart cards of the page, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.page_ids.segmen import SegmenId as Id

SPLIT = ChartCard.around(Id.SPLIT, name="segmen-split", min_height=92)
COURSE = ChartCard.around(Id.COURSE, name="segmen-course", min_height=260)
GROUPS = ChartCard.around(Id.GROUPS, name="segmen-groups", min_height=280)
REGIONS = ChartCard.around(Id.REGIONS, name="segmen-regions", min_height=280, scrolls=True)
ALL = (SPLIT, COURSE, GROUPS, REGIONS)
