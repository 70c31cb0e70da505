"""Writes the texts around a figure anew, and the figure itself, on a slide edited by hand."""

from collections.abc import Sequence
from typing import Any

from cakupan.exports.slides.cover_slide import CoverTexts
from cakupan.exports.slides.figure import Figure
from cakupan.exports.slides.pen import Change, Pen, fingerprint
from cakupan.exports.slides.places import Box
from cakupan.exports.slides.sample_mark import SAMPLE_MARK, mark_sample
from cakupan.exports.slides.slide_page import SlideTexts, name_figure, write_notes
from cakupan.texts import Words

_HEADS = ("title", "subtitle", "caption")


def title_of(slide: Any) -> str:
    """What the slide is called, "" where it has no title."""
    title = slide.shapes.title
    return title.text_frame.text.strip() if title is not None else ""


def renew_figure(slide: Any, shape: Any, figure: Figure, pen: Pen, *, marker: str) -> bool:
    """New figures in the shape; another kind of figure is drawn in its place, at its size.

    False where that cannot be: ``shape`` is the slide, for the figure was taken apart.
    """
    if figure.renew(shape, pen):
        return True
    if shape is slide:
        return False
    box = Box(shape.left, shape.top, shape.width, shape.height)
    drawn = figure.draw(slide.shapes, box, pen)
    name_figure(drawn, marker)
    shape.element.addprevious(drawn.element)
    shape.element.getparent().remove(shape.element)
    return True


def renew_texts(slide: Any, texts: SlideTexts, heads: Sequence[str], pen: Pen, say: Words) -> None:
    """Title, subtitle, caption and notes, as far as they read as they were written."""
    _renew_heads(slide, (texts.title, texts.subtitle, texts.caption), heads, pen, say)
    _renew_sample(slide, texts.sample, pen)
    _renew_notes(slide, texts.notes, pen)


def renew_cover(slide: Any, texts: CoverTexts, heads: Sequence[str], pen: Pen, say: Words) -> None:
    """The first slide."""
    _renew_heads(slide, (texts.title, texts.subtitle, texts.caption), heads, pen, say)
    _renew_sample(slide, texts.sample, pen)


def _renew_heads(
    slide: Any, new: Sequence[str], heads: Sequence[str], pen: Pen, say: Words
) -> None:
    texts = [one for one in slide.shapes if one.has_text_frame]
    for name, text, head in zip(_HEADS, new, heads, strict=True):
        same = next((one for one in texts if fingerprint(one.text_frame.text) == head), None)
        if same is not None and text:
            _renew_text(same.text_frame, text, pen, what=say(f"slides.what.{name}"))
        elif name == "title" and title_of(slide) not in {"", text}:
            pen.kept.append(title_of(slide))


def _renew_text(frame: Any, text: str, pen: Pen, *, what: str) -> None:
    """A text of one paragraph, in however many somebody's program has broken it."""
    first, *others = frame.paragraphs
    old = frame.text.strip()
    sound = pen.note(text)
    if old == sound.strip():
        return
    for other in others:
        other._p.getparent().remove(other._p)  # noqa: SLF001  python-pptx has no word for it
    runs = list(first.runs)
    for run in runs[1:]:
        run._r.getparent().remove(run._r)  # noqa: SLF001  same
    (runs[0] if runs else first.add_run()).text = sound
    pen.changes.append(Change(what, old, sound))


def _renew_sample(slide: Any, text: str, pen: Pen) -> None:
    """Figures that are samples say so; real ones no longer do."""
    marks = [one for one in slide.shapes if one.name == SAMPLE_MARK]
    if text and marks:
        pen.note(text)
    elif text:
        mark_sample(slide, text, pen)
    for mark in marks if not text else ():
        mark.element.getparent().remove(mark.element)


def _renew_notes(slide: Any, notes: Sequence[str], pen: Pen) -> None:
    """Notes of which no paragraph was touched are written anew; others stay."""
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    if frame is None:
        write_notes(slide, notes, pen)
        return
    old = [one for one in frame.paragraphs if one.text.strip()]
    if not all(pen.is_ours(one.text) for one in old):
        return
    first, *others = frame.paragraphs
    for other in others:
        other._p.getparent().remove(other._p)  # noqa: SLF001  python-pptx has no word for it
    first.clear()
    fresh = Pen()
    write_notes(slide, notes, fresh)
    pen.written += fresh.written
