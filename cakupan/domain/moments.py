"""Moments of the past as people name them: a day means its end, on this computer's clock."""

from datetime import date, datetime, time


def moment_of(text: str) -> datetime:
    """``2025-11-27`` is the end of that day, ``2025-11-27T14:00`` that minute; both with a zone.

    A moment that names no zone is of this computer's. ``ValueError`` for anything else.
    """
    if len(text) == 10:
        return end_of(date.fromisoformat(text))
    return _zoned(datetime.fromisoformat(text))


def end_of(day: date) -> datetime:
    """The last moment of a day here. ``ValueError`` for a day that no clock can hold."""
    return _zoned(datetime.combine(day, time.max))


def _zoned(moment: datetime) -> datetime:
    try:
        return moment.astimezone() if moment.tzinfo is None else moment
    except (OverflowError, OSError) as fault:
        raise ValueError(moment) from fault
