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
TREND = ChartCard.around(Id.TREND, name="trend", min_height=340)
RANKING = ChartCard.around(Id.RANKING, name="ranking", min_height=300, scrolls=True)
MOVERS = ChartCard.around(Id.MOVERS, name="movers", min_height=236)
SEGMENTS = ChartCard.around(Id.SEGMENTS, name="segments", min_height=92)
CHARTS = (TREND, RANKING, MOVERS, SEGMENTS)
