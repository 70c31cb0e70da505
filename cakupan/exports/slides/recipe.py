"""What a deck remembers of how it was made, in the custom properties of the document.

PowerPoint and LibreOffice keep them when they save. A slide is found again by the name of its
figure's shape, its texts by their fingerprints.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from cakupan.domain.decks import DeckItem
from cakupan.domain.language import Language
from cakupan.domain.records import Record, asdict
from cakupan.exports.slides.custom_properties import read_properties, write_properties
from cakupan.exports.slides.pen import PRINT_SIZE

VERSION = 1
PREFIX, VERSION_KEY = "Cakupan ", "Cakupan versi"
_LONGEST = 240


class NewerDeckError(ValueError):
    """The deck was made by a newer version of the program."""


class SlidePart(StrEnum):
    """What a slide of ours is."""

    COVER = "cover"
    CARD = "card"
    CLOSING = "closing"


class SlideRecipe(Record, frozen=True):
    """One slide: the shape's name, the card it was drawn from, which page of it, its texts.

    ``heads`` are fingerprints of title, subtitle and caption; ``texts`` those of all texts.
    """

    marker: str
    part: SlidePart
    item: DeckItem | None
    page: int
    heads: Sequence[str]
    texts: Sequence[str]


class Recipe(Record, frozen=True):
    """A deck as it was made."""

    language: Language
    name: str
    slides: Sequence[SlideRecipe]


def remember(deck: Any, recipe: Recipe) -> None:
    """Write the recipe into the document; what stood there of an earlier one is replaced."""
    packed = base64.b64encode(zlib.compress(_dump(recipe).encode(), 9)).decode()
    pieces = [packed[at : at + _LONGEST] for at in range(0, len(packed), _LONGEST)]
    named = {f"{PREFIX}{number:03}": piece for number, piece in enumerate(pieces, start=1)}
    write_properties(deck, {VERSION_KEY: str(VERSION), **named}, prefix=PREFIX)


def recall(deck: Any) -> Recipe | None:
    """The recipe of a deck; None where it has none or nobody can read it any more.

    Raises NewerDeckError where a newer version wrote it.
    """
    found = read_properties(deck)
    version = found.get(VERSION_KEY, "")
    if not version.isdigit():
        return None
    if int(version) > VERSION:
        raise NewerDeckError
    pieces = (
        found[name] for name in sorted(found) if name.startswith(PREFIX) and name != VERSION_KEY
    )
    try:
        unpacked = zlib.decompressobj().decompress(base64.b64decode("".join(pieces)), 10**7)
        return _load(json.loads(unpacked))
    except (binascii.Error, zlib.error, ValueError, KeyError, TypeError):
        return None


def _dump(recipe: Recipe) -> str:
    slides = [
        {
            "m": one.marker,
            "k": one.part,
            "i": asdict(one.item) if one.item else None,
            "g": one.page,
            "h": "".join(one.heads),
            "t": "".join(one.texts),
        }
        for one in recipe.slides
    ]
    return json.dumps({"l": recipe.language.value, "n": recipe.name, "s": slides})


def _load(data: dict[str, Any]) -> Recipe:
    slides = [
        SlideRecipe(
            marker=str(one["m"]),
            part=SlidePart(one["k"]),
            item=DeckItem.of(one["i"]),
            page=int(one["g"]),
            heads=_prints(one["h"]),
            texts=_prints(one["t"]),
        )
        for one in data["s"]
    ]
    return Recipe(Language(data["l"]), str(data["n"]), slides)


def _prints(text: str) -> list[str]:
    return [text[at : at + PRINT_SIZE] for at in range(0, len(text), PRINT_SIZE)]
