"""One slide of a deck: title, subtitle, figure, caption, the mark of sample figures, notes."""

from collections.abc import Sequence
from typing import Any

from pptx.oxml import parse_xml

from cakupan.domain.records import Record
from cakupan.exports.slides import places
from cakupan.exports.slides.chart_figure import CHART_NAME, chart_frame
from cakupan.exports.slides.figure import Figure
from cakupan.exports.slides.house_layouts import NAMESPACES
from cakupan.exports.slides.paint import MUTED
from cakupan.exports.slides.pen import Pen, fingerprint
from cakupan.exports.slides.places import INCH, Box
from cakupan.exports.slides.sample_mark import mark_sample
from cakupan.exports.slides.template_places import LayoutPlaces
from cakupan.exports.slides.text_shapes import Line, add_text
from cakupan.exports.slides.title_size import fit_title

SUBTITLE, CAPTION = "Keterangan judul", "Sumber"
_TEXT_HEIGHT = round(0.45 * INCH)
_NUMBER = (
    f'<p:sp {NAMESPACES}><p:nvSpPr><p:cNvPr id="{{id}}" name="Nomor"/>'
    '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
    '<p:nvPr><p:ph type="sldNum" sz="quarter" idx="{idx}"/></p:nvPr></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
    '<a:fld id="{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}" type="slidenum">'
    '<a:rPr lang="id-ID"/><a:t>‹#›</a:t></a:fld></a:p></p:txBody></p:sp>'
)


class SlideTexts(Record, frozen=True):
    """What stands around a figure. ``sample`` is the mark of sample figures, "" for real ones."""

    title: str
    subtitle: str
    caption: str
    notes: Sequence[str]
    sample: str = ""

    @property
    def heads(self) -> list[str]:
        """Fingerprints of title, subtitle and caption."""
        return [fingerprint(text) for text in (self.title, self.subtitle, self.caption)]


def add_figure_slide(
    deck: Any, layout: LayoutPlaces, figure: Figure, texts: SlideTexts, pen: Pen, *, marker: str
) -> Any:
    """A new slide at the end; the figure's outermost shape is named ``marker``."""
    slide = deck.slides.add_slide(layout.layout)
    holders = {one.placeholder_format.idx: one for one in slide.placeholders}
    area = area_of(layout)
    for idx, name in ((layout.subtitle, SUBTITLE), (layout.caption, CAPTION)):
        if idx is not None:
            holders[idx].name = name
    fill(holders, layout.title, texts.title, pen)
    fit_title(slide, layout.layout)
    if layout.subtitle is not None:
        fill(holders, layout.subtitle, texts.subtitle, pen)
    else:
        area = _above(slide, area, texts.subtitle, pen)
    if layout.caption is not None:
        fill(holders, layout.caption, texts.caption, pen)
    else:
        area = _below(slide, area, texts.caption, pen)
    for holder in holders.values():
        # An empty placeholder would ask the audience to click on it.
        if holder.placeholder_format.idx == layout.area or not holder.text_frame.text:
            holder.element.getparent().remove(holder.element)
    name_figure(figure.draw(slide.shapes, area, pen), marker)
    mark_sample(slide, texts.sample, pen)
    write_notes(slide, texts.notes, pen)
    number_slide(slide, layout.layout)
    return slide


def fill(holders: dict[int, Any], idx: int | None, text: str, pen: Pen) -> None:
    """Put a text into a placeholder, in the look of its layout."""
    if idx is not None and text:
        pen.write(holders[idx].text_frame.paragraphs[0], text)


def name_figure(drawn: Any, marker: str) -> None:
    """Mark a figure, and the chart in it, which is all that is left of a group taken apart."""
    drawn.name = marker
    frame = chart_frame(drawn)
    if frame is not None and frame is not drawn:
        frame.name = f"{marker} {CHART_NAME}"


def write_notes(slide: Any, paragraphs: Sequence[str], pen: Pen) -> None:
    """What to say, and what the words mean."""
    frame = slide.notes_slide.notes_text_frame
    if frame is None:
        return
    for place, text in enumerate(paragraphs):
        paragraph = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
        pen.write(paragraph, text)


def number_slide(slide: Any, layout: Any) -> None:
    """The number of the slide, where the layout has a place for it."""
    for shape in layout.placeholders:
        place = shape.element.ph
        if place.get("type") == "sldNum":
            tree = slide.shapes._spTree  # noqa: SLF001  python-pptx has no word for it
            tree.append(
                parse_xml(_NUMBER.format(id=tree.max_shape_id + 1, idx=place.get("idx", "0")))
            )


def area_of(layout: LayoutPlaces) -> Box:
    """Where a layout wants its figure; the house's own place where it does not say."""
    for holder in layout.layout.placeholders:
        if holder.placeholder_format.idx == layout.area and holder.width:
            return Box(holder.left, holder.top, holder.width, holder.height)
    return places.AREA


def _above(slide: Any, area: Box, text: str, pen: Pen) -> Box:
    """The subtitle over the figure, where a template has no place for it; gives what is left."""
    if not text:
        return area
    box = Box(area.left, area.top, area.width, _TEXT_HEIGHT)
    add_text(slide.shapes, box, [Line(text, 16, MUTED)], pen, name=SUBTITLE, inset=0)
    return Box(area.left, area.top + _TEXT_HEIGHT, area.width, area.height - _TEXT_HEIGHT)


def _below(slide: Any, area: Box, text: str, pen: Pen) -> Box:
    """The caption under the figure, where a template has no place for it; gives what is left."""
    if not text:
        return area
    box = Box(area.left, area.bottom - _TEXT_HEIGHT, area.width, _TEXT_HEIGHT)
    add_text(
        slide.shapes, box, [Line(text, 11, MUTED)], pen, name=CAPTION, anchor="bottom", inset=0
    )
    return Box(area.left, area.top, area.width, area.height - _TEXT_HEIGHT)
