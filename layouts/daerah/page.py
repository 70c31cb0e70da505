"""The page as a whole: at rest and filled."""

from cakupan.texts import Words
from layouts import elements as html
from layouts import region_path
from layouts.cards import freshness_card, segments_card, trend_card
from layouts.daerah import (
    cards,
    cited_card,
    course_card,
    parts_card,
    pathway,
    peers_card,
    sources_card,
    years_card,
)
from layouts.daerah.page_frame import FRAME
from layouts.daerah.region_profile import Profile
from layouts.page_ids.daerah import DaerahId as Id
from layouts.view import Changes, Slot

PATH = region_path.PATTERN
TITLE = "daerah.title"

SLOTS: tuple[Slot, ...] = (
    *FRAME.slots,
    *pathway.SLOTS,
    *cards.HERO.slots,
    *(slot for card in cards.CHARTS for slot in card.slots),
    (Id.YEARS, "children"),
    *parts_card.SLOTS,
    *cited_card.SLOTS,
    (Id.SOURCES, "children"),
    (Id.FRESHNESS, "children"),
)
"""Every place and property that a drawing of the page fills."""


def at_rest(words: Words) -> html.Div:
    """Every place of the page, empty, with its room kept."""
    return FRAME.at_rest(
        "daerah",
        [
            pathway.at_rest(words),
            cards.HERO.at_rest(words),
            cards.TREND.at_rest(words),
            cards.PEERS.at_rest(words),
            parts_card.at_rest(),
            cards.SEGMENTS.at_rest(words),
            cards.COURSE.at_rest(words),
            years_card.at_rest(),
            cited_card.at_rest(),
            sources_card.at_rest(),
            freshness_card.at_rest(Id.FRESHNESS),
        ],
    )


def changes(profile: Profile) -> Changes:
    """The page filled from one profile."""
    view = profile.view
    return {
        **FRAME.shown(),
        **pathway.changes(view),
        **cards.HERO.changes(view),
        **trend_card.changes(cards.TREND, view),
        **peers_card.changes(profile),
        **parts_card.changes(profile),
        **segments_card.changes(cards.SEGMENTS, view),
        **course_card.changes(profile),
        **years_card.changes(profile),
        **cited_card.changes(profile),
        **sources_card.changes(profile),
        **freshness_card.changes(Id.FRESHNESS, view),
    }
