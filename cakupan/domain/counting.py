"""Who is counted as a participant: by which basis, and with construction workers or without."""

from cakupan.domain.measures import Basis
from cakupan.domain.records import Record


class Counting(Record, frozen=True):
    """Where participants are counted, and whether those of construction projects are among them."""

    basis: Basis = Basis.REGISTRATION
    construction: bool = True


USUAL = Counting()
"""How participants are counted unless asked otherwise."""
