"""The chart cards of the page, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id

CAUSES = ChartCard.around(Id.CAUSES, name="causes", min_height=134)
YEAR = ChartCard.around(Id.YEAR, name="year", min_height=250)
SHARES = ChartCard.around(Id.SHARES, name="shares", min_height=300, scrolls=True)
MOVERS = ChartCard.around(Id.MOVERS, name="movers", min_height=300, scrolls=True)
PARTS = ChartCard.around(Id.PARTS, name="parts-causes", min_height=300, scrolls=True)
QUADRANT = ChartCard.around(Id.QUADRANT, name="quadrant", min_height=340)
HEAT = ChartCard.around(Id.HEAT, name="heat", min_height=300, scrolls=True)
ALL = (CAUSES, YEAR, SHARES, MOVERS, PARTS, QUADRANT, HEAT)
