"""The cards of the section, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.page_ids.bandingkan import BandingkanId as Id

LINES = ChartCard(
    head=Id.LINES_HEAD,
    box=Id.LINES_BOX,
    graph=Id.LINES,
    foot=Id.LINES_FOOT,
    table=Id.LINES_TABLE,
    name="paired-lines",
    min_height=340,
)
SHARES = ChartCard(
    head=Id.SHARES_HEAD,
    box=Id.SHARES_BOX,
    graph=Id.SHARES,
    foot=Id.SHARES_FOOT,
    table=Id.SHARES_TABLE,
    name="paired-shares",
    min_height=150,
)
CHARTS = (LINES, SHARES)
