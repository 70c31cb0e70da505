"""What a person ruled on single places of a file: ``region-ambiguous@Rekap!A7=16.08``.

A ruling is given to a finding's code and place. One given to a whole sheet, such as
``digits-slipped@Rekap``, holds wherever in it nothing else was said.
"""

from collections.abc import Mapping

from cakupan.domain.measures import Measure
from cakupan.domain.records import Record, field

RIGHT, LEFT_OUT, TO_MEND = "benar", "lewati", "perbaiki"
"""The number is right, is left out of the load, is wrong and will be mended in the file."""
_AT = "@"


class Taught(Record, frozen=True):
    """What rulings say of a name or a word wherever a table holds it.

    ``names`` lead to codes of regions, ``words`` to measures; both are as the table writes them.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Measure] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.names or self.words)


NOTHING_TAUGHT = Taught()


def place_id(code: str, sheet: str, cell: str | None) -> str:
    """What is answered to, of one place or, without a cell, of a sheet."""
    return f"{code}{_AT}{sheet}!{cell}" if cell else f"{code}{_AT}{sheet}"


def topic_of(question: str) -> str:
    """What a question is about: the finding's code, or what a table leaves unsaid."""
    return question.partition(_AT)[0]


def ruling(answers: Mapping[str, str], code: str, sheet: str, cell: str | None) -> str:
    """What was ruled on a place; empty where nothing was."""
    if not answers:
        return ""
    own = answers.get(place_id(code, sheet, cell), "")
    return (own or answers.get(place_id(code, sheet, None), "")).strip()
