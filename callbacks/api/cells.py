"""From what frames and records hold to what an answer holds: whole numbers, numbers, or nothing."""

from datetime import UTC, datetime
from decimal import Decimal

from cakupan.domain.regions import Region
from cakupan.texts.number_format import is_missing


def whole(value: float | None) -> int | None:
    """A count or a rank; None for a missing one."""
    return None if value is None or is_missing(value) else int(value)


def ratio(value: float | None) -> float | None:
    """A ratio as it was worked out, unrounded; None for a missing one."""
    return None if value is None or is_missing(value) else float(value)


def number(value: Decimal) -> int | float:
    """A stored number: whole where it is whole, else the float that is written with its digits."""
    return int(value) if value == value.to_integral_value() else float(value)


def moment(when: datetime) -> str:
    """A time as ISO 8601 in UTC, to the second."""
    return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def naming(region: Region) -> tuple[str, str, str]:
    """Code, name and kind."""
    return region.code, region.name, region.kind.value
