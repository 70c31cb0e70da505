"""The cards of the section, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.page_ids.bandingkan import BandingkanId as Id

LINES = ChartCard.around(Id.LINES, name="paired-lines", min_height=340)
SHARES = ChartCard.around(Id.SHARES, name="paired-shares", min_height=150)
CHARTS = (LINES, SHARES)
