"""The chart cards of the page, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id

CAUSES = ChartCard(
    head=Id.CAUSES_HEAD,
    box=Id.CAUSES_BOX,
    graph=Id.CAUSES,
    foot=Id.CAUSES_FOOT,
    table=Id.CAUSES_TABLE,
    name="causes",
    min_height=134,
)
YEAR = ChartCard(
    head=Id.YEAR_HEAD,
    box=Id.YEAR_BOX,
    graph=Id.YEAR,
    foot=Id.YEAR_FOOT,
    table=Id.YEAR_TABLE,
    name="year",
    min_height=250,
)
SHARES = ChartCard(
    head=Id.SHARES_HEAD,
    box=Id.SHARES_BOX,
    graph=Id.SHARES,
    foot=Id.SHARES_FOOT,
    table=Id.SHARES_TABLE,
    name="shares",
    min_height=300,
    scrolls=True,
)
MOVERS = ChartCard(
    head=Id.MOVERS_HEAD,
    box=Id.MOVERS_BOX,
    graph=Id.MOVERS,
    foot=Id.MOVERS_FOOT,
    table=Id.MOVERS_TABLE,
    name="movers",
    min_height=300,
    scrolls=True,
)
PARTS = ChartCard(
    head=Id.PARTS_HEAD,
    box=Id.PARTS_BOX,
    graph=Id.PARTS,
    foot=Id.PARTS_FOOT,
    table=Id.PARTS_TABLE,
    name="parts-causes",
    min_height=300,
    scrolls=True,
)
QUADRANT = ChartCard(
    head=Id.QUADRANT_HEAD,
    box=Id.QUADRANT_BOX,
    graph=Id.QUADRANT,
    foot=Id.QUADRANT_FOOT,
    table=Id.QUADRANT_TABLE,
    name="quadrant",
    min_height=340,
)
HEAT = ChartCard(
    head=Id.HEAT_HEAD,
    box=Id.HEAT_BOX,
    graph=Id.HEAT,
    foot=Id.HEAT_FOOT,
    table=Id.HEAT_TABLE,
    name="heat",
    min_height=300,
    scrolls=True,
)
ALL = (CAUSES, YEAR, SHARES, MOVERS, PARTS, QUADRANT, HEAT)
