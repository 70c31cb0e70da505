"""What the address asks of the page: which months, and the sentence whose numbers are checked."""

from enum import StrEnum

from cakupan.domain.records import Record
from layouts.choices import Choices


class Span(StrEnum):
    """The month shown, or its year so far."""

    YEAR = "tahun"
    MONTH = "bulan"


class Asked(Record, frozen=True):
    """The page's own choices; typed numbers stay as they were typed."""

    span: Span = Span.YEAR
    cases: str = ""
    rupiah: str = ""
    average: str = ""

    @property
    def sentence(self) -> tuple[str, str, str]:
        """The three numbers to hold against each other, as typed."""
        return self.cases, self.rupiah, self.average

    @property
    def steered(self) -> dict[str, str]:
        """What the controls show, by parameter."""
        return {
            "rentang": self.span.value,
            "kasus": self.cases,
            "rupiah": self.rupiah,
            "rerata": self.average,
        }


def asked(choices: Choices) -> Asked:
    """Read the address; what makes no sense is the start."""
    span = choices.page_choice("rentang")
    return Asked(
        span=Span(span) if span in set(Span) else Span.YEAR,
        cases=choices.page_choice("kasus").strip(),
        rupiah=choices.page_choice("rupiah").strip(),
        average=choices.page_choice("rerata").strip(),
    )
