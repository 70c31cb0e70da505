"""The whole text: heading, two paragraphs, facts, and each term explained once."""

from cakupan.domain.records import Record
from cakupan.exports.press.facts import facts
from cakupan.exports.press.matter import PressMatter
from cakupan.exports.press.paragraphs import standing, way_ahead
from cakupan.exports.press.told import Term, Told
from cakupan.texts import date_format
from cakupan.texts.number_format import percent


class PressText(Record, frozen=True):
    """A press text in one language. ``notes`` explain each term used, then name the source.

    ``warnings`` stand above all: of samples, and of an embargo.
    """

    warnings: tuple[str, ...]
    heading: str
    paragraphs: tuple[str, ...]
    facts_heading: str
    facts: tuple[str, ...]
    notes_heading: str
    notes: tuple[str, ...]

    @property
    def plain(self) -> str:
        """The text as it is pasted into a letter or sent by a messenger."""
        parts = [*self.warnings, self.heading, *self.paragraphs]
        for heading, lines in (
            (self.facts_heading, self.facts),
            (self.notes_heading, self.notes),
        ):
            if lines:
                parts.append("\n".join([heading, *(f"• {line}" for line in lines)]))
        return "\n\n".join(parts) + "\n"


def press_text(matter: PressMatter) -> PressText:
    """What can be said of a region; every number in it is one of the page's figures."""
    paragraphs, listed = (standing(matter), way_ahead(matter)), facts(matter)
    return PressText(
        warnings=_warnings(matter),
        heading=_heading(matter),
        paragraphs=tuple(one.text for one in paragraphs),
        facts_heading=matter.words("press.facts"),
        facts=tuple(one.text for one in listed),
        notes_heading=matter.words("press.notes"),
        notes=(*_explained((*paragraphs, *listed), matter), *_source(matter)),
    )


def _warnings(matter: PressMatter) -> tuple[str, ...]:
    sample = [matter.words("press.sample")] if matter.summary.headline.sample else []
    embargo = [matter.words("press.embargo", moment=matter.embargo)] if matter.embargo else []
    return (*embargo, *sample)


def _heading(matter: PressMatter) -> str:
    headline, region = matter.summary.headline, matter.region.name
    if headline.coverage is None:
        return matter.words("press.heading.without", region=region)
    coverage = percent(headline.coverage, matter.language)
    return matter.words("press.heading.coverage", region=region, coverage=coverage)


def _explained(sentences: tuple[Told, ...], matter: PressMatter) -> list[str]:
    used = {term for one in sentences for term in one.terms}
    fields = {"base": matter.base_long, "source": matter.source, "parts": matter.parts_word}
    return [matter.words(f"press.term.{term}", **fields) for term in Term if term in used]


def _source(matter: PressMatter) -> list[str]:
    headline, words = matter.summary.headline, matter.words
    day = date_format.day(headline.period.end, matter.language)
    lines = [words("press.source", source=matter.source, day=day)]
    if matter.release:
        lines.append(words("press.release", release=matter.release))
    return lines
