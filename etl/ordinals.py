"""Places as awards write them: 1, I, Terbaik II, Juara 3."""

import re
from decimal import Decimal

from etl.number_text import NumberProblem, NumberReading

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_PLACE = re.compile(
    r"(?:(?:terbaik|juara|peringkat|pemenang|ke|no|nomor)[\s.\-]*)*(?P<place>[ivx]+|\d{1,3})\.?"
)


def read_place(reading: NumberReading, text: str) -> NumberReading:
    """The reading of a cell, or the place that its words say; "Harapan I" is none."""
    if reading.problem is not NumberProblem.UNREADABLE:
        return reading
    found = _PLACE.fullmatch(" ".join(text.casefold().split()))
    place = found["place"] if found else ""
    if place in _ROMAN:
        return NumberReading(Decimal(_ROMAN.index(place) + 1))
    return NumberReading(Decimal(place)) if place.isdecimal() else reading
