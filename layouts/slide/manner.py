"""How the cards of a deck are to be shown."""

from collections.abc import Mapping
from typing import Any

from cakupan.charts.theme import Theme
from cakupan.domain.language import Language
from cakupan.domain.records import Record


class Manner(Record, frozen=True):
    """``large`` with figures and whole tables, else as previews; ``compact`` for a phone."""

    language: Language = Language.ID
    theme: Theme = Theme.LIGHT
    large: bool = False
    compact: bool = False

    @classmethod
    def of(cls, data: object) -> "Manner":
        """Read what a browser sends; what is missing or strange is as usual."""
        given: Mapping[str, Any] = data if isinstance(data, Mapping) else {}
        return cls(
            language=Language.EN if given.get("language") == Language.EN.value else Language.ID,
            theme=Theme.DARK if given.get("theme") == Theme.DARK.value else Theme.LIGHT,
            large=given.get("large") is True,
            compact=given.get("compact") is True,
        )
