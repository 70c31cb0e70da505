"""A title that would not fit its place in a template is written smaller.

PowerPoint shrinks a text only while it is edited, not when a file is opened.
"""

from typing import Any

from pptx.util import Pt

from cakupan.exports.slides.places import POINT
from cakupan.exports.slides.text_shapes import fitting

_UNSAID, _LEAST, _LINE = 44.0, 18.0, 1.2


def fit_title(slide: Any, layout: Any) -> None:
    """Give the title a size of its own where that of the layout is too large for its text."""
    title = slide.shapes.title
    if title is None or not title.text_frame.text or not title.width:
        return
    size = own = _size_of(layout, title)
    text = title.text_frame.text
    while size > _LEAST:
        lines = max(1, int(title.height / POINT / (size * _LINE)))
        if fitting(text, width=title.width, size=size, least=_LEAST, lines=lines) >= size:
            break
        size -= 1
    if size < own:
        for run in title.text_frame.paragraphs[0].runs:
            run.font.size = Pt(size)


def _size_of(layout: Any, title: Any) -> float:
    """The size a layout or its master gives titles, in points."""
    idx = title.placeholder_format.idx
    said = [
        size
        for holder in layout.placeholders
        if holder.placeholder_format.idx == idx
        for size in holder.element.xpath(".//a:lstStyle/a:lvl1pPr/a:defRPr/@sz")
    ]
    said += layout.slide_master.element.xpath("./p:txStyles/p:titleStyle/a:lvl1pPr/a:defRPr/@sz")
    return float(said[0]) / 100 if said else _UNSAID
