"""What it costs to close a gap, in whole rupiah."""

LEAST_CONTRIBUTION, YEAR_OF_MONTHS = 16_800, 12
"""The least a worker without an employer pays for JKK and JKM together, in rupiah a month."""


def cost_to_close(people: int, *, contribution: int, months: int) -> int:
    """``people × contribution × months``; ``contribution`` is rupiah a month for one person.

    5.000 people at Rp16.800 for 12 months are Rp1.008.000.000.
    """
    return people * contribution * months
