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
TREND = ChartCard.around(Id.TREND, name="trend", min_height=340)
PEERS = ChartCard.around(Id.PEERS, name="peers", min_height=300)
SEGMENTS = ChartCard.around(Id.SEGMENTS, name="segments", min_height=92)
COURSE = ChartCard.around(Id.COURSE, name="course", min_height=260)
CHARTS = (TREND, PEERS, SEGMENTS, COURSE)
