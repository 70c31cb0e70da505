"""Our own empty deck, 16:9: made once of python-pptx's, with our theme, master and layouts."""

from functools import cache
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as REL
from pptx.oxml import parse_xml

from cakupan.exports.slides import places
from cakupan.exports.slides.house_layouts import cover_slide, figure_slide, master_slide
from cakupan.exports.slides.theme_part import theme_xml

_COVER, _FIGURE = 0, 5
_UNWANTED = {REL.PRINTER_SETTINGS, REL.THUMBNAIL}


def house_deck() -> Any:
    """A new presentation without slides."""
    return Presentation(BytesIO(house_bytes()))


@cache
def house_bytes() -> bytes:
    """The file of the empty deck: also where an office can begin its own template."""
    deck: Any = Presentation()
    deck.slide_width, deck.slide_height = places.SLIDE.width, places.SLIDE.height
    layouts = list(deck.slide_layouts)
    for place, layout in enumerate(layouts):
        if place not in {_COVER, _FIGURE}:
            deck.slide_layouts.remove(layout)
    _show(deck.slide_master, master_slide())
    _show(layouts[_COVER], cover_slide())
    _show(layouts[_FIGURE], figure_slide())
    del layouts[_FIGURE].element.attrib["type"]
    deck.slide_master.part.part_related_by(REL.THEME).blob = theme_xml()
    for owner in (deck.part, deck.part.package):
        _drop_unwanted(owner)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _show(owner: Any, content: str) -> None:
    """Put new content in the place of what a master or layout shows."""
    owner.element.replace(owner.element.cSld, parse_xml(content))


def _drop_unwanted(owner: Any) -> None:
    """Leave out the printer settings and the picture of the file that python-pptx begins with."""
    relations = getattr(owner, "rels", None) or owner._rels  # noqa: SLF001  a package has no other
    for name in [key for key, one in relations.items() if one.reltype in _UNWANTED]:
        relations.pop(name)
