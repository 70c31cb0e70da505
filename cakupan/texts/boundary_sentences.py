"""What is wrong with an office's file of outlines, in words."""

from cakupan.domain.boundaries import BoundaryFault
from cakupan.texts.number_format import count
from cakupan.texts.words import Words


def boundary_sentence(fault: BoundaryFault, say: Words) -> str:
    """The sentence of a fault: what, where, what to do, and what the map shows meanwhile."""
    fields = {
        name: count(value, say.language) if isinstance(value, int) else value
        for name, value in fault.fields.items()
    }
    return say(f"boundaries.{fault.code}", **fields)
