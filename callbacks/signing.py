"""Who signs. Where somebody is logged in the field for the name holds theirs, and no other."""

from cakupan.domain.acting import actor
from layouts.view import Changes, Slot


def signed_slots(field: str) -> tuple[Slot, ...]:
    """What is filled of a field for the name."""
    return ((field, "value"), (field, "readOnly"))


def signed(field: str) -> Changes:
    """The field with the name of the log-in, fixed; where nobody logs in it stays as it is."""
    name = actor().name
    return {(field, "value"): name, (field, "readOnly"): True} if name else {}
