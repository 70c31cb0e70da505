"""What the address asks: where participants are counted, whether Jakon counts, who would pay."""

from collections.abc import Mapping
from typing import TypeVar

from cakupan.analytics.closing import Bearing
from cakupan.domain.counting import Counting
from cakupan.domain.measures import Basis
from layouts.choices import Choices

T = TypeVar("T")
BASIS, CONSTRUCTION, BEARING = "basis", "jakon", "beban"
BASES = {"pendaftaran": Basis.REGISTRATION, "domisili": Basis.DOMICILE}
CONSTRUCTIONS = {"dengan": True, "tanpa": False}
BEARINGS = {"kelompok": Bearing.OWN_GROUP, "semua": Bearing.ALL}


def read_counting(choices: Choices) -> Counting:
    """Who is to be counted; what makes no sense is the start."""
    basis = BASES.get(choices.page_choice(BASIS), Basis.REGISTRATION)
    return Counting(basis, CONSTRUCTIONS.get(choices.page_choice(CONSTRUCTION), True))


def read_bearing(choices: Choices) -> Bearing:
    """Over whom the cost of those not registered is divided; what makes no sense is the start."""
    return BEARINGS.get(choices.page_choice(BEARING), Bearing.OWN_GROUP)


def steered(counting: Counting, bearing: Bearing) -> dict[str, str]:
    """What the controls show, by parameter."""
    return {
        BEARING: _named(BEARINGS, bearing),
        BASIS: _named(BASES, counting.basis),
        CONSTRUCTION: _named(CONSTRUCTIONS, counting.construction),
    }


def _named(names: Mapping[str, T], value: T) -> str:
    return next(name for name, one in names.items() if one == value)
