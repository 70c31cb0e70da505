"""What was decided about a flag is seen on all pages that depend on it, and in what they give."""

import json

from cakupan.settings import Settings
from layouts.page_ids.mutu import MutuAction
from tests.callbacks.conftest import pages_of
from tests.callbacks.mutu.conftest import ABOVE, QUERY, Said, Visitor, correct, ranks

OWN = "?penyebut=employed"
RANKED = {
    "/": ("ranking", "movers"),
    "/wilayah": ("map", "regions"),
    "/wilayah/36": ("region-parts",),
    "/wilayah/36.01": ("peers",),
    "/wilayah/36.72": ("hero", "trend", "peers"),
    "/pertumbuhan": ("movers", "quadrant", "heat"),
    "/paritrana": ("paritrana-head", "paritrana-scores", "paritrana-sheet"),
}
"""Pages whose cards hold Kota Cilegon against others, or are about it: for slides and pictures."""
SUMMED = {
    "/": ("hero", "trend"),
    "/wilayah/36": ("hero", "trend"),
    "/target": ("target-figures", "target-way", "target-needs", "target-split"),
    "/pertumbuhan": ("growth-head", "causes", "shares", "parts-causes"),
    "/segmen": ("segmen-head",),
}
"""Cards of totals that the figures of Kota Cilegon are counted into."""
FEET = (
    ("/", "ringkasan-ranking-foot"),
    ("/wilayah", "wilayah-table-foot"),
    ("/wilayah", "wilayah-map-foot"),
    ("/wilayah/36.72", "daerah-hero-caption"),
    ("/pertumbuhan", "pertumbuhan-movers-foot"),
    ("/paritrana", "paritrana-scores-foot"),
)
"""Places on the screen."""


def missed(own: Settings, sentence: str, *asked: dict[str, tuple[str, ...]]) -> list[str]:
    """Cards, as they go into slides and pictures, whose caption does not say it."""
    with pages_of(own) as pages:
        return [
            f"{path} {name}"
            for cards in asked
            for path, names in cards.items()
            for shown in [{one.name: one.caption for one in pages.cards(path, query(path))}]
            for name in names
            if sentence not in shown[name]
        ]


def unsaid(visitor: Visitor, said: Said, sentence: str) -> list[str]:
    """Places on the screen that do not say it."""
    return [
        place
        for path, place in FEET
        if sentence not in said(visitor.draw(f"{place}.children", path, query(path))[place])
    ]


def query(path: str) -> str:
    return OWN if path.startswith("/wilayah/") else QUERY


def test_accepting_excluding_and_correcting_are_said_on_every_page_that_depends_on_it(
    visitor: Visitor, own: Settings, said: Said
) -> None:
    visitor.decide(MutuAction.EXCLUDE, ABOVE, name="Budi")
    sentence = "tanpa Kota Cilegon, dikecualikan oleh Budi"
    assert missed(own, sentence, RANKED) == []
    assert unsaid(visitor, said, sentence) == []
    assert ranks(visitor)["Kota Cilegon"] == "–"

    visitor.decide(MutuAction.REOPEN, ABOVE, name="Budi")
    visitor.decide(MutuAction.ACCEPT, ABOVE, name="Sari")
    sentence = "Kota Cilegon di atas 100% diterima oleh Sari"
    assert missed(own, sentence, RANKED) == []
    assert unsaid(visitor, said, sentence) == []
    assert ranks(visitor)["Kota Cilegon"] == "1"

    visitor.decide(MutuAction.REOPEN, ABOVE, name="Budi")
    correct(visitor, "455.000", name="Rina")
    sentence = "angka Kota Cilegon dikoreksi oleh Rina"
    assert missed(own, sentence, RANKED, SUMMED) == []
    assert unsaid(visitor, said, sentence) == []
    # 91.000 of 455.000 are fewer than anywhere else in Banten.
    assert ranks(visitor)["Kota Cilegon"] == "8"
    wilayah = visitor.draw("wilayah-table-foot.children", "/wilayah")["wilayah-rows"]
    assert "dikoreksi oleh Rina" in json.dumps(wilayah)
    hero = visitor.draw("daerah-hero-caption.children", "/wilayah/36.72", OWN)
    assert "20,00%" in json.dumps(hero)
