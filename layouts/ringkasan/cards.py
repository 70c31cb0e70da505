"""The cards of the page, each by the ids of its places."""

from layouts.card import ChartCard
from layouts.cards.hero import Hero
from layouts.ids import RingkasanId as Id

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
RANKING = ChartCard(
    head=Id.RANKING_HEAD,
    box=Id.RANKING_BOX,
    graph=Id.RANKING,
    foot=Id.RANKING_FOOT,
    table=Id.RANKING_TABLE,
    name="ranking",
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
    min_height=236,
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
CHARTS = (TREND, RANKING, MOVERS, SEGMENTS)
