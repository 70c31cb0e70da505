"""What the reader has picked on this page, as it stands in the address behind the choices.

``?dasar=awal&ukuran=persen&urut=cakupan&jumlah=10&peta=poin``; what makes no sense is told.
"""

from collections.abc import Sequence

from cakupan.domain.records import Record
from layouts.choices import Choices

MEASURES = ("poin", "persen")
ORDERS = ("naik", "turun", "cakupan", "nama")
NUMBERS = ("3", "5", "10", "semua")
GRIDS = ("cakupan", "poin")
LAST_YEAR, FROM_START = "lalu", "awal"
_USUAL_NUMBER = "5"
_MOST = 10_000


class Picks(Record, frozen=True):
    """Each as it stands in the address. ``base`` is last year, the first one, or a year.

    ``ignored`` are the names of parameters that made no sense.
    """

    base: str = LAST_YEAR
    measure: str = MEASURES[0]
    order: str = ORDERS[0]
    number: str = _USUAL_NUMBER
    grid: str = GRIDS[0]
    ignored: tuple[str, ...] = ()

    @property
    def by_points(self) -> bool:
        """Whether regions are measured by points, not by the growth of their participants."""
        return self.measure == MEASURES[0]

    @property
    def each_way(self) -> int:
        """How many of the best and how many of the worst."""
        return _MOST if self.number == NUMBERS[-1] else int(self.number)

    @property
    def shown(self) -> dict[str, str]:
        """By parameter, what the page shows."""
        return {
            "dasar": self.base,
            "ukuran": self.measure,
            "urut": self.order,
            "jumlah": self.number,
            "peta": self.grid,
        }


def picks(choices: Choices, *, years: Sequence[int]) -> Picks:
    """What is picked; ``years`` are those with the month that is compared, newest first."""
    usual, known = Picks(), [str(year) for year in years]
    offered: dict[str, tuple[Sequence[str], str]] = {
        "dasar": ((LAST_YEAR, FROM_START, *known), usual.base),
        "ukuran": (MEASURES, usual.measure),
        "urut": (ORDERS, usual.order),
        "jumlah": (NUMBERS, usual.number),
        "peta": (GRIDS, usual.grid),
    }
    asked = {name: choices.page_choice(name) for name in offered}
    taken = {
        name: asked[name] if asked[name] in values else otherwise
        for name, (values, otherwise) in offered.items()
    }
    return Picks(
        base=taken["dasar"],
        measure=taken["ukuran"],
        order=taken["urut"],
        number=taken["jumlah"],
        grid=taken["peta"],
        ignored=tuple(name for name in offered if asked[name] and asked[name] != taken[name]),
    )


def base_year(base: str, years: Sequence[int]) -> int | None:
    """The year a base stands for; None for last year, with or without data."""
    if base == FROM_START:
        return years[-1] if years else None
    return int(base) if base.isdigit() else None
