"""What it costs to close a gap, in whole rupiah."""


def cost_to_close(people: int, *, contribution: int, months: int) -> int:
    """``people × contribution × months``; ``contribution`` is rupiah a month for one person.

    5.000 people at Rp16.800 for 12 months are Rp1.008.000.000.
    """
    return people * contribution * months
