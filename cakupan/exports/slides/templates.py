"""An institution's own template: looked through when it is brought, emptied when it is used."""

from io import BytesIO
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as REL

from cakupan.domain.records import Record
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.exports.slides.house_template import house_deck
from cakupan.exports.slides.opening import open_deck
from cakupan.exports.slides.template_places import TemplatePlaces, find_places

_WIDE, _TOLERANCE = 16 / 9, 0.02
_SMALLEST_AREA = 0.25


class Template(Record, frozen=True):
    """A presentation without slides and where it wants things to stand."""

    deck: Any
    places: TemplatePlaces


def house_template() -> Template:
    """Our own."""
    deck = house_deck()
    places, missing = find_places(deck)
    if places is None:
        raise DeckFaultError("template", missing=tuple(missing))
    return Template(deck, places)


def read_template(content: bytes) -> Template:
    """An office's template without its slides; its masters and layouts stay as they are.

    Raises DeckFaultError("template") with everything that is missing at once.
    """
    deck = open_deck(content)
    places, missing = find_places(deck)
    if abs(deck.slide_width / deck.slide_height - _WIDE) > _TOLERANCE:
        missing.append("not_wide")
    if places is not None and _is_small(deck, places):
        missing.append("small_area")
    if places is None or missing:
        raise DeckFaultError("template", missing=tuple(missing))
    _empty(deck)
    return Template(deck, places)


def template_bytes(template: Template) -> bytes:
    """The emptied template as a file."""
    written = BytesIO()
    template.deck.save(written)
    return written.getvalue()


def _is_small(deck: Any, places: TemplatePlaces) -> bool:
    """Whether the place for the figure is too small to be read from afar."""
    area = next(
        one
        for one in places.figure.layout.placeholders
        if one.placeholder_format.idx == places.figure.area
    )
    whole = deck.slide_width * deck.slide_height
    return bool(area.width * area.height < _SMALLEST_AREA * whole)


def _empty(deck: Any) -> None:
    """Drop the slides, and the sections of the presentation that name them."""
    listed = deck.slides._sldIdLst  # noqa: SLF001  python-pptx cannot remove a slide
    for one in list(listed):
        deck.part.drop_rel(one.rId)
        listed.remove(one)
    for extension in deck.part._element.xpath("./p:extLst"):  # noqa: SLF001  python-pptx shows none
        extension.getparent().remove(extension)
    for relation in [key for key, one in deck.part.rels.items() if one.reltype == REL.COMMENTS]:
        deck.part.drop_rel(relation)
