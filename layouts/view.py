"""Everything one drawing of a page is made from. Names in the reader's language are asked here."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import pandas as pd

from cakupan.analytics.grades import Graded
from cakupan.analytics.panel import Panel
from cakupan.analytics.summary import Summary
from cakupan.charts.target_marks import TargetMark
from cakupan.charts.theme import Style
from cakupan.domain.corrections import Correction
from cakupan.domain.counting import Counting
from cakupan.domain.flags import Decision, FlagKey
from cakupan.domain.language import Language
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record, field
from cakupan.domain.reference import Denominator, Reference, Target, Term
from cakupan.domain.regions import Region, RegionKind
from cakupan.domain.releases import Edition
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import MISSING
from layouts.choices import Choices
from layouts.records import Fresh, Published

Slot = tuple[str, str]
"""A component's id and the property that a callback fills."""

Changes = Mapping[Slot, object]


def localized(thing: object, field: str, language: Language) -> str:
    """``name`` of a reference row in one language: its field ``name_id`` or ``name_en``."""
    return str(getattr(thing, f"{field}_{language}"))


def _name(which: str, things: Iterable[Any], field: str, language: Language, unknown: str) -> str:
    """The name of the one with this id, or that of an unknown one."""
    found = (localized(one, field, language) for one in things if one.id == which)
    return next(found, unknown)


def base_name(denominator_id: str, reference: Reference, language: Language) -> str:
    """A base by its short name; one that is in no list by the words it was loaded with."""
    unknown = denominator_id or MISSING
    return _name(denominator_id, reference.denominators, "short", language, unknown)


def term_name(term_id: str, terms: Iterable[Term], language: Language) -> str:
    """Nelayan for nelayan; what no list knows is its own name."""
    return _name(term_id, terms, "name", language, term_id.replace("_", " "))


def target_name(
    framework_id: str, year: int | None, reference: Reference, language: Language
) -> str:
    """RPJMD 2030, or RPJMD alone: without what a framework's name explains in brackets."""
    name = _name(framework_id, reference.frameworks, "name", language, framework_id)
    framework = name.split(" (")[0]
    return f"{framework} {year}" if year else framework


def publisher_name(publisher_id: str, reference: Reference, language: Language) -> str:
    """A publisher's name; an outlet that is not in the list is its own name."""
    return _name(publisher_id, reference.publishers, "name", language, publisher_id)


def wall_clock(when: datetime, language: Language) -> str:
    """A stored time (UTC) as the clock on the wall of this machine showed it."""
    return date_format.moment(when.astimezone(), language)


class View(Record, frozen=True):
    """A summary with the choices and records around it, ready to be drawn.

    ``borrowed_from`` is the region whose targets are shown for orientation, if not its own.
    ``counting`` says who counts as a participant where a page lets the reader choose it.
    ``decisions`` are those in force about flags, ``corrections`` those beneath the month shown;
    ``open_red`` is the number of red flags that wait
    for one, None where nobody asked. ``graded`` says how far the region's coverage can be quoted.
    ``edition`` is the release the figures are of, None for the running ones.
    """

    choices: Choices
    reference: Reference
    style: Style
    panel: Panel
    summary: Summary
    published: Sequence[Published]
    fresh: Sequence[Fresh]
    borrowed_from: str | None = None
    counting: Counting | None = None
    decisions: Mapping[FlagKey, Decision] = field(default_factory=dict)
    corrections: Sequence[Correction] = ()
    open_red: int | None = None
    graded: Graded | None = None
    edition: Edition | None = None

    @property
    def words(self) -> Words:
        """The reader's sentences."""
        return self.style.words

    @property
    def language(self) -> Language:
        """The reader's language."""
        return self.style.language

    @property
    def region(self) -> Region:
        """The region shown."""
        return self.reference.directory[self.choices.region_code]

    @property
    def parts_word(self) -> str:
        """What the parts are called: kabupaten/kota, or provinsi for the nation."""
        nation = self.region.kind is RegionKind.NATION
        return self.words("charts.parts.provinces" if nation else "charts.parts.regencies")

    @property
    def denominator(self) -> Denominator:
        """The base chosen."""
        return self.reference.denominator(self.choices.denominator_id)

    @property
    def denominator_name(self) -> str:
        """The base by its short name."""
        return localized(self.denominator, "short", self.language)

    def base_name(self, denominator_id: str) -> str:
        """A base by its short name; one that is in no list by the words it was loaded with."""
        return base_name(denominator_id, self.reference, self.language)

    @property
    def marks(self) -> tuple[TargetMark, ...]:
        """The targets as figures show them."""
        return tuple(
            TargetMark(
                ratio=float(gap.target.ratio),
                name=self.target_name(gap.target),
                year=gap.target.year,
                people_needed=gap.people_needed,
            )
            for gap in self.summary.gaps
        )

    def target_name(self, target: Target) -> str:
        """RPJMD 2030; RPJMD alone for a target without a year."""
        return target_name(target.framework, target.year, self.reference, self.language)

    def publisher_name(self, publisher_id: str) -> str:
        """A publisher's name; an outlet that is not in the list is its own name."""
        return publisher_name(publisher_id, self.reference, self.language)

    def moment(self, when: datetime) -> str:
        """A stored time (UTC) as the clock on the wall of this machine showed it."""
        return wall_clock(when, self.language)

    def segment_names(self, field: str) -> dict[Segment, str]:
        """Names of the segments: ``field`` is ``name`` or ``short``."""
        return {
            info.segment: localized(info, field, self.language) for info in self.reference.segments
        }

    def named(self, frame: pd.DataFrame) -> pd.DataFrame:
        """A frame with region_code, and the regions' short names in a column ``name``."""
        directory = self.reference.directory
        names = [directory[code].short_name for code in frame["region_code"].tolist()]
        return frame.assign(name=pd.array(names, dtype="str"))
