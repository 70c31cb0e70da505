"""The chart cards of the page, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.page_ids.segmen import SegmenId as Id

SPLIT = ChartCard(
    head=Id.SPLIT_HEAD,
    box=Id.SPLIT_BOX,
    graph=Id.SPLIT,
    foot=Id.SPLIT_FOOT,
    table=Id.SPLIT_TABLE,
    name="segmen-split",
    min_height=92,
)
COURSE = ChartCard(
    head=Id.COURSE_HEAD,
    box=Id.COURSE_BOX,
    graph=Id.COURSE,
    foot=Id.COURSE_FOOT,
    table=Id.COURSE_TABLE,
    name="segmen-course",
    min_height=260,
)
GROUPS = ChartCard(
    head=Id.GROUPS_HEAD,
    box=Id.GROUPS_BOX,
    graph=Id.GROUPS,
    foot=Id.GROUPS_FOOT,
    table=Id.GROUPS_TABLE,
    name="segmen-groups",
    min_height=280,
)
REGIONS = ChartCard(
    head=Id.REGIONS_HEAD,
    box=Id.REGIONS_BOX,
    graph=Id.REGIONS,
    foot=Id.REGIONS_FOOT,
    table=Id.REGIONS_TABLE,
    name="segmen-regions",
    min_height=280,
    scrolls=True,
)
ALL = (SPLIT, COURSE, GROUPS, REGIONS)
