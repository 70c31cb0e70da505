"""Files that strangers bring: a template or a deck is taken, anything else gets a sentence."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given as hypothesis_given
from hypothesis import settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

from cakupan.domain.language import Language
from cakupan.exports.slides.faults import DeckFaultError
from cakupan.exports.slides.house_template import house_bytes
from cakupan.exports.slides.opening import open_deck
from cakupan.exports.slides.templates import read_template, template_bytes
from cakupan.texts import words
from tests.exports.slides import conftest as given

PRESENTATION, TEMPLATE = (
    b"presentationml.presentation.main+xml",
    b"presentationml.template.main+xml",
)


def rebuilt(
    content: bytes,
    change: Callable[[str, bytes], bytes] = lambda _name, part: part,
    **more: bytes,
) -> bytes:
    written = BytesIO()
    with ZipFile(BytesIO(content)) as archive, ZipFile(written, "w", ZIP_DEFLATED) as target:
        for name in archive.namelist():
            target.writestr(name, change(name, archive.read(name)))
        for name, part in more.items():
            target.writestr(name, part)
    return written.getvalue()


def with_types(old: bytes, new: bytes) -> bytes:
    return rebuilt(
        house_bytes(),
        lambda name, part: part.replace(old, new) if name == "[Content_Types].xml" else part,
    )


def code_of(content: bytes) -> str:
    with pytest.raises(DeckFaultError) as caught:
        read_template(content)
    for language in Language:
        assert caught.value.sentence(words(language))
        caught.value.lacking(words(language))
    return caught.value.code


def test_a_potx_is_taken_as_a_template() -> None:
    template = read_template(with_types(PRESENTATION, TEMPLATE))
    assert template.places.figure.layout.name == "Cakupan Grafik"


def test_a_template_of_ours_gives_decks_as_any_other() -> None:
    template = read_template(house_bytes())
    content = given.make_deck([given.hero(), given.ranking()], template=template)
    titles = [slide.shapes.title.text for slide in given.opened(content).slides]
    assert titles == ["Cakupan Banten", "Pesan hero", "Pesan ranking", "Sumber dan definisi"]


def test_slides_of_a_template_are_not_carried_along() -> None:
    deck = given.opened(house_bytes())
    deck.slides.add_slide(deck.slide_layouts[0])
    written = BytesIO()
    deck.save(written)
    kept = template_bytes(read_template(written.getvalue()))
    assert len(given.opened(kept).slides) == 0
    assert not [name for name in ZipFile(BytesIO(kept)).namelist() if "/slides/" in name]


def test_layouts_of_other_names_are_found_by_what_they_hold() -> None:
    """PowerPoint's own layouts, wide: a centred title, and a title over content."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Inches(13.333), Inches(7.5)
    for layout in deck.slide_layouts:
        for holder in layout.placeholders:
            left, top, width, height = holder.left, holder.top, holder.width, holder.height
            holder.left, holder.width = round(left * 4 / 3), round(width * 4 / 3)
            holder.top, holder.height = top, height
    written = BytesIO()
    deck.save(written)
    template = read_template(written.getvalue())
    assert template.places.figure.layout.name == "Title and Content"
    content = given.make_deck([given.hero(), given.table()], template=template)
    slide = given.opened(content).slides[1]
    texts = [one.text_frame.text for one in slide.shapes if one.has_text_frame]
    assert slide.shapes.title.text == "Pesan hero"
    assert given.hero().caption in texts
    assert given.hero().subtitle in texts


def test_a_wrong_template_is_told_everything_that_is_missing() -> None:
    deck = Presentation()
    for layout in list(deck.slide_layouts)[1:]:
        deck.slide_layouts.remove(layout)
    for holder in list(deck.slide_layouts[0].placeholders):
        holder.element.getparent().remove(holder.element)
    written = BytesIO()
    deck.save(written)
    with pytest.raises(DeckFaultError) as caught:
        read_template(written.getvalue())
    assert caught.value.missing == ("no_cover", "no_figure", "not_wide")
    assert "16:9" in caught.value.lacking(words(Language.ID))[2]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "not_a_deck"),
        (b"%PDF-1.7", "not_a_deck"),
        (b"\xd0\xcf\x11\xe0 a locked file", "old_or_locked"),
        (b"PK\x03\x04 cut off", "corrupted"),
        (house_bytes()[:-200], "corrupted"),
        (with_types(PRESENTATION, b"presentationml.presentation.macroEnabled.main+xml"), "macros"),
        (with_types(PRESENTATION, b"wordprocessingml.document.main+xml"), "not_a_deck"),
        (rebuilt(house_bytes(), **{"ppt/vbaProject.bin": b"x"}), "macros"),
        (rebuilt(house_bytes(), **{"../outside.xml": b"<x/>"}), "unsafe"),
        (rebuilt(house_bytes(), **{"PPT/presentation.xml": b"<x/>"}), "unsafe"),
        (rebuilt(house_bytes(), **{"huge.bin": bytes(260 * 2**20)}), "unsafe"),
        (rebuilt(house_bytes(), **{"a.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}), "unsafe"),
        (
            rebuilt(house_bytes(), lambda n, p: b"<a" if n == "ppt/presentation.xml" else p),
            "corrupted",
        ),
    ],
)
def test_what_is_no_sound_presentation_gets_a_sentence(content: bytes, code: str) -> None:
    assert code_of(content) == code


@hypothesis_given(st.integers(0, len(house_bytes()) - 1), st.integers(1, 255))
@settings(max_examples=60, deadline=None)
def test_a_damaged_byte_never_gets_further_than_a_sentence(place: int, change: int) -> None:
    content = bytearray(house_bytes())
    content[place] ^= change
    with suppress(DeckFaultError):
        open_deck(bytes(content))
