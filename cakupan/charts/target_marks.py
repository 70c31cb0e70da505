"""A target as a figure shows it: where it stands, what it is called, and who is still missing."""

from cakupan.domain.language import Language
from cakupan.domain.records import Record
from cakupan.texts.number_format import percent


class TargetMark(Record, frozen=True):
    """One target. ``name`` is "RPJMD 2030"; ``people_needed`` is 0 when it is reached."""

    ratio: float
    name: str
    year: int | None
    people_needed: int | None


def round_percent(ratio: float, language: Language) -> str:
    """65% for a whole percentage, 60,27% for any other: a stated aim is not given false digits."""
    whole = abs(ratio * 100 - round(ratio * 100)) < 1e-9
    return percent(ratio, language, 0 if whole else 2)
