"""Every page drawn for an address without a browser, to be taken away in another form."""

from collections.abc import Mapping, Sequence

from cakupan.domain.records import Record
from cakupan.domain.shown import Shown
from callbacks import (
    bandingkan,
    daerah,
    manfaat,
    metode,
    mutu,
    paritrana,
    pertumbuhan,
    ringkasan,
    segmen,
    target,
    wilayah,
)
from callbacks.drawing import Drawing
from callbacks.figures import Source
from callbacks.reading import Request
from callbacks.regions_reading import Atlas
from layouts.pages import page_at
from layouts.records import KnownFault
from layouts.taken import DrawnCard, drawn_cards


class Showing(Record, frozen=True):
    """The drawings of each page, by its path as ``layouts.pages`` writes it."""

    drawings: Mapping[str, Sequence[Drawing]]

    @classmethod
    def of(cls, source: Source, *, atlas: Atlas, faults: Sequence[KnownFault]) -> "Showing":
        """All pages with figures, in the order of the menu."""
        sections = {
            "/": [ringkasan.drawing(source)],
            "/wilayah": [wilayah.drawing(source, atlas), bandingkan.drawing(source, atlas)],
            "/wilayah/<kode>": [daerah.drawing(source)],
            "/target": [target.drawing(source)],
            "/pertumbuhan": [pertumbuhan.drawing(source)],
            "/segmen": [segmen.drawing(source)],
            "/manfaat": [manfaat.drawing(source)],
            "/paritrana": [paritrana.drawing(source)],
            "/mutu": [mutu.drawing(source)],
            "/metode": [metode.drawing(source, faults)],
        }
        return cls(sections)

    def cards(self, path: str, search: str) -> list[Shown]:
        """The cards of a page for the query of an address; none where no page has figures."""
        return self.asked(Request.of({"path": path, "search": search}))

    def asked(self, request: Request) -> list[Shown]:
        """The same for a request; a name is given to one card only."""
        cards = (card for drawing in self._of(request.path) for card in drawing.cards(request))
        return list({card.name: card for card in cards}.values())

    def drawn(self, path: str, search: str, *, compact: bool = False) -> list[DrawnCard]:
        """The same with their figures; ``compact`` as a narrow screen shows them."""
        request = Request.of({"path": path, "search": search, "compact": compact})
        return drawn_cards(drawing.changes(request) for drawing in self._of(path))

    def card(self, path: str, search: str, name: str) -> Shown | None:
        """One card of a page by its name."""
        return next((one for one in self.cards(path, search) if one.name == name), None)

    def _of(self, path: str) -> Sequence[Drawing]:
        page = page_at(path)
        return self.drawings.get(page.path, ()) if page else ()
