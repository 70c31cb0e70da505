"""The first slide: what the deck is about, where and when."""

from typing import Any

from cakupan.domain.records import Record
from cakupan.exports.slides.pen import Pen, fingerprint
from cakupan.exports.slides.sample_mark import mark_sample
from cakupan.exports.slides.slide_page import fill
from cakupan.exports.slides.template_places import LayoutPlaces
from cakupan.exports.slides.title_size import fit_title


class CoverTexts(Record, frozen=True):
    """``sample`` is the mark of sample figures, "" for real ones."""

    title: str
    subtitle: str
    caption: str
    sample: str = ""

    @property
    def heads(self) -> list[str]:
        """Fingerprints of title, subtitle and caption."""
        return [fingerprint(text) for text in (self.title, self.subtitle, self.caption)]


def add_cover(deck: Any, layout: LayoutPlaces, texts: CoverTexts, pen: Pen) -> Any:
    """The slide; a template without a place for a text goes without it."""
    slide = deck.slides.add_slide(layout.layout)
    holders = {one.placeholder_format.idx: one for one in slide.placeholders}
    fill(holders, layout.title, texts.title, pen)
    # A cover often has one place more, and no matter which.
    fill(
        holders,
        layout.subtitle if layout.subtitle is not None else layout.area,
        texts.subtitle,
        pen,
    )
    fill(holders, layout.caption, texts.caption, pen)
    for holder in holders.values():
        if not (holder.has_text_frame and holder.text_frame.text):
            holder.element.getparent().remove(holder.element)
    fit_title(slide, layout.layout)
    mark_sample(slide, texts.sample, pen)
    return slide
