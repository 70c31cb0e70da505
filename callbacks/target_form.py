"""What was typed into the form of a target: understood, or a sentence for each faulty field."""

import re
from collections.abc import Container, Mapping
from decimal import Decimal

from cakupan.domain.records import Record
from cakupan.domain.reference import Reference, Target
from cakupan.texts import Words
from callbacks.citation import read_citation
from layouts.dialog import Faults
from layouts.ids import TargetFieldId as Field

FIRST_YEAR, LAST_YEAR = 2000, 2100
_PERCENT = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")


class Draft(Record, frozen=True):
    """A target as typed, in sound values."""

    region_code: str
    framework: str
    year: int | None
    ratio: Decimal
    denominator: str
    citation: str

    @property
    def key(self) -> tuple[str, str, int | None]:
        """What there is one target in force for."""
        return (self.region_code, self.framework, self.year)

    def says_as(self, target: Target) -> bool:
        """Whether it states what a target states already."""
        return (self.key, self.ratio, self.denominator, self.citation) == (
            (target.region_code, target.framework, target.year),
            target.ratio,
            target.denominator,
            target.citation,
        )


def read_draft(typed: Mapping[str, str], reference: Reference, words: Words) -> Draft | Faults:
    """The target that was typed, or what has to be mended, field by field."""
    faults: dict[str, str] = {}
    known: dict[Field, Container[str]] = {
        Field.REGION: reference.directory,
        Field.FRAMEWORK: {one.id for one in reference.frameworks},
        Field.DENOMINATOR: {one.id for one in reference.denominators},
    }
    for field, ids in known.items():
        if typed[field] not in ids:
            faults[field] = words(f"target.fault.{field.removeprefix('target-field-')}")
    year = read_year(typed[Field.YEAR])
    if year is None and typed[Field.YEAR]:
        faults[Field.YEAR] = words("target.fault.year", value=typed[Field.YEAR])
    ratio = read_percent(typed[Field.RATIO])
    if ratio is None:
        faults[Field.RATIO] = words("target.fault.ratio", value=typed[Field.RATIO])
    citation, wrong = read_citation(typed[Field.CITATION], words, topic="target")
    if wrong:
        faults[Field.CITATION] = wrong
    if faults or ratio is None:
        return faults
    region, framework, denominator = (typed[field] for field in known)
    return Draft(region, framework, year, ratio, denominator, citation)


def read_percent(text: str) -> Decimal | None:
    """0.655 for "65,5" or "65,5%"; None where it is no percentage above 0 and up to 100."""
    found = _PERCENT.fullmatch(text.strip())
    if not found or not text.isascii():
        return None
    ratio = Decimal(f"{found[1]}.{found[2] or 0}") / 100
    return ratio if 0 < ratio <= 1 else None


def read_year(text: str) -> int | None:
    """A year that a target can have."""
    digits = text.strip()
    if len(digits) != 4 or not (digits.isascii() and digits.isdigit()):
        return None
    year = int(digits)
    return year if FIRST_YEAR <= year <= LAST_YEAR else None
