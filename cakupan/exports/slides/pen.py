"""Writes the texts of a slide, and later finds again those that nobody has changed.

Of every text a fingerprint is kept. What still reads as it was written is ours to write anew; what
a person changed stays.
"""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import Any

from cakupan.domain.records import Record, field
from cakupan.exports.untrusted_cells import plain_text

PRINT_SIZE = 6


class Change(Record, frozen=True):
    """What was written anew on a slide: what it is, what it was, what it is now."""

    what: str
    old: str
    new: str


class Pen(Record):
    """``known`` are fingerprints of what was written before; None where a slide is new."""

    known: frozenset[str] | None = None
    written: list[str] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)

    def is_ours(self, text: str) -> bool:
        """Whether a text reads as it was once written here."""
        return self.known is not None and fingerprint(text) in self.known

    def note(self, text: str) -> str:
        """Remember a text that is written elsewhere, such as into a chart."""
        sound = plain_text(text)
        self.written.append(fingerprint(sound))
        return sound

    def write(self, paragraph: Any, text: str, *, what: str = "", tell: bool = True) -> None:
        """Put a text into a paragraph of ours; one that a person changed is left and noted.

        ``tell`` is false where whoever writes notes the change.
        """
        old = paragraph.text
        if self.known is not None and old and not self.is_ours(old):
            if old.strip() != text.strip():
                self.kept.append(old.strip())
            return
        sound = self.note(text)
        if old.strip() != sound.strip():
            _say(paragraph, sound)
            if self.known is not None and tell:
                self.changes.append(Change(what, old.strip(), sound))

    def write_all(self, paragraphs: Iterable[Any], texts: Iterable[str], *, what: str = "") -> None:
        """Texts of one shape, paragraph by paragraph."""
        for paragraph, text in zip(paragraphs, texts, strict=False):
            self.write(paragraph, text, what=what)


def fingerprint(text: str) -> str:
    """Six hexadecimal digits; spaces and line breaks do not count."""
    return sha256(re.sub(r"\s+", " ", text).strip().encode()).hexdigest()[:PRINT_SIZE]


def _say(paragraph: Any, text: str) -> None:
    """The text in the look of the paragraph's first run."""
    runs = list(paragraph.runs)
    if not runs:
        paragraph.add_run().text = text
        return
    runs[0].text = text
    for run in runs[1:]:
        run._r.getparent().remove(run._r)  # noqa: SLF001  python-pptx has no word for it
