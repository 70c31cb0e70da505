"""What the address asks of the page: where participants are counted, and whether Jakon counts."""

from collections.abc import Mapping
from typing import TypeVar

from cakupan.domain.counting import Counting
from cakupan.domain.measures import Basis
from layouts.choices import Choices

T = TypeVar("T")
BASIS, CONSTRUCTION = "basis", "jakon"
BASES = {"pendaftaran": Basis.REGISTRATION, "domisili": Basis.DOMICILE}
CONSTRUCTIONS = {"dengan": True, "tanpa": False}


def read_counting(choices: Choices) -> Counting:
    """Who is to be counted; what makes no sense is the start."""
    basis = BASES.get(choices.page_choice(BASIS), Basis.REGISTRATION)
    return Counting(basis, CONSTRUCTIONS.get(choices.page_choice(CONSTRUCTION), True))


def steered(counting: Counting) -> dict[str, str]:
    """What the controls show, by parameter."""
    return {
        BASIS: _named(BASES, counting.basis),
        CONSTRUCTION: _named(CONSTRUCTIONS, counting.construction),
    }


def _named(names: Mapping[str, T], value: T) -> str:
    return next(name for name, one in names.items() if one == value)
