"""The cards of the page, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.cards.hero import Hero
from layouts.page_ids.daerah import DaerahId as Id

HERO = Hero(
    figure=Id.HERO_FIGURE,
    head=Id.HERO_HEAD,
    bullet_box=Id.BULLET_BOX,
    bullet=Id.BULLET,
    ladder=Id.LADDER,
    orientation=Id.ORIENTATION,
    published=Id.PUBLISHED,
    indicators=Id.INDICATORS,
    components=Id.COMPONENTS,
    caption=Id.HERO_CAPTION,
    origin_button=Id.ORIGIN_BUTTON,
)
TREND = ChartCard(
    head=Id.TREND_HEAD,
    box=Id.TREND_BOX,
    graph=Id.TREND,
    foot=Id.TREND_FOOT,
    table=Id.TREND_TABLE,
    name="trend",
    min_height=340,
)
PEERS = ChartCard(
    head=Id.PEERS_HEAD,
    box=Id.PEERS_BOX,
    graph=Id.PEERS,
    foot=Id.PEERS_FOOT,
    table=Id.PEERS_TABLE,
    name="peers",
    min_height=300,
)
SEGMENTS = ChartCard(
    head=Id.SEGMENTS_HEAD,
    box=Id.SEGMENTS_BOX,
    graph=Id.SEGMENTS,
    foot=Id.SEGMENTS_FOOT,
    table=Id.SEGMENTS_TABLE,
    name="segments",
    min_height=92,
)
COURSE = ChartCard(
    head=Id.COURSE_HEAD,
    box=Id.COURSE_BOX,
    graph=Id.COURSE,
    foot=Id.COURSE_FOOT,
    table=Id.COURSE_TABLE,
    name="course",
    min_height=260,
)
CHARTS = (TREND, PEERS, SEGMENTS, COURSE)
