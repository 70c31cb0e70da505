"""Opens presentations that somebody brings: templates, and decks edited by hand.

A stranger's file is looked at before it is parsed: it may be no presentation, hold macros, unpack
to more than memory, or ask a parser to read other files.
"""

import re
import zlib
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from pptx import Presentation

from cakupan.exports.slides.faults import DeckFaultError

LARGEST = 40 * 2**20
_LARGEST_UNPACKED, _LARGEST_MARKUP, _MOST_PARTS = 250 * 2**20, 60 * 2**20, 4000
_TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.presentationml.{}.main+xml"
_DECK = _MAIN.format("presentation")
# python-pptx opens presentations only: a template or a show is the same under another name.
_ALIKE = (_MAIN.format("template"), _MAIN.format("slideshow"))
_MACROS = re.compile(rb"macroEnabled|vbaProject|vbaData", re.IGNORECASE)
_DECLARED = re.compile(rb"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_BROKEN = (BadZipFile, zlib.error, OSError, NotImplementedError, RuntimeError, EOFError, ValueError)
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"


def open_deck(content: bytes) -> Any:
    """The presentation of python-pptx. Raises DeckFaultError with a reason a person understands."""
    if len(content) > LARGEST:
        raise DeckFaultError("too_large", limit=LARGEST // 2**20)
    if content.startswith(_OLD_OR_LOCKED):
        raise DeckFaultError("old_or_locked")
    sound = _checked(content)
    try:
        deck = Presentation(BytesIO(sound))
        _touch(deck)
    except Exception as fault:
        # python-pptx raises whatever a broken part makes it stumble over.
        raise DeckFaultError("corrupted") from fault
    return deck


def _checked(content: bytes) -> bytes:
    """The file as python-pptx takes it, after a look at everything in it."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            members = archive.infolist()
            names = [member.filename for member in members]
            _check_sizes([member.file_size for member in members], names)
            if _TYPES not in names:
                raise DeckFaultError("not_a_deck")
            types = archive.read(_TYPES)
            _check_types(types, names)
            for member in members:
                if member.filename.endswith((".xml", ".rels", ".vml")):
                    _check_markup(archive.read(member))
            return content if _DECK.encode() in types else _renamed(archive, types)
    except _BROKEN as fault:
        if isinstance(fault, DeckFaultError):
            raise
        code = "corrupted" if content.startswith(b"PK") else "not_a_deck"
        raise DeckFaultError(code) from fault


def _check_sizes(sizes: list[int], names: list[str]) -> None:
    too_much = sum(sizes) > _LARGEST_UNPACKED or len(sizes) > _MOST_PARTS
    outside = any(name.startswith(("/", "\\")) or ".." in name.split("/") for name in names)
    doubled = len({name.casefold() for name in names}) != len(names)
    if too_much or outside or doubled:
        raise DeckFaultError("unsafe")


def _check_types(types: bytes, names: list[str]) -> None:
    if _MACROS.search(types) or any(_MACROS.search(name.encode()) for name in names):
        raise DeckFaultError("macros")
    if not any(kind.encode() in types for kind in (_DECK, *_ALIKE)):
        raise DeckFaultError("not_a_deck")


def _check_markup(markup: bytes) -> None:
    """Markup that declares entities can grow without end or read other files; Office writes none.

    A UTF-16 declaration is looked for too.
    """
    plain = markup.replace(b"\x00", b"")
    if len(markup) > _LARGEST_MARKUP or _DECLARED.search(plain):
        raise DeckFaultError("unsafe")


def _renamed(archive: ZipFile, types: bytes) -> bytes:
    """A template under the name of a presentation."""
    for kind in _ALIKE:
        types = types.replace(kind.encode(), _DECK.encode())
    written = BytesIO()
    with ZipFile(written, "w") as target:
        for member in archive.infolist():
            content = types if member.filename == _TYPES else archive.read(member)
            target.writestr(member, content)
    return written.getvalue()


def _touch(deck: Any) -> None:
    """Ask for everything that will be asked for later, so that faults come now."""
    for slide in deck.slides:
        for shape in slide.shapes:
            _ = shape.name, shape.shape_type
    for master in deck.slide_masters:
        for layout in master.slide_layouts:
            _ = [one.placeholder_format.idx for one in layout.placeholders]
