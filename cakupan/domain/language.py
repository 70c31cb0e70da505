"""The two languages a reader can choose."""

from enum import StrEnum


class Language(StrEnum):
    """Indonesian comes first everywhere; English is its mirror."""

    ID = "id"
    EN = "en"
