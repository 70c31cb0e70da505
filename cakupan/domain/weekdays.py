"""Days of the week as invitations and reports write them, and whether a written one can be."""

from datetime import date

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_NEAR = 3


def weekday_of(name: str) -> int:
    """0 for Senin to 6 for Minggu; ``ValueError`` for anything else."""
    if name not in WEEKDAYS:
        raise ValueError(name)
    return WEEKDAYS.index(name)


def is_possible(day: date, name: str) -> bool:
    """Whether a date written with this weekday can be: 30 July 2024 was no Rabu."""
    return day.weekday() == weekday_of(name)


def years_that_fit(day: date, name: str) -> tuple[int, ...]:
    """The years up to three before and after in which this day of the year is that weekday."""
    fitting = []
    for year in range(day.year - _NEAR, day.year + _NEAR + 1):
        try:
            moved = day.replace(year=year)
        except ValueError:
            # 29 February of a year that has none.
            continue
        if is_possible(moved, name):
            fitting.append(year)
    return tuple(fitting)
