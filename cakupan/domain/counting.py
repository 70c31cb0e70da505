"""Who is counted as a participant: by which basis, and with construction workers or without."""

from dataclasses import dataclass

from cakupan.domain.measures import Basis


@dataclass(frozen=True, slots=True)
class Counting:
    """Where participants are counted, and whether those of construction projects are among them."""

    basis: Basis = Basis.REGISTRATION
    construction: bool = True


USUAL = Counting()
"""How participants are counted unless asked otherwise."""
