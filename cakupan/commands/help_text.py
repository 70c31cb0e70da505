"""Help of commands and options, in both languages."""

from cakupan.domain.language import Language
from cakupan.texts import words


def help_of(key: str) -> str:
    """Indonesian first, then English."""
    return "\n\n".join(words(language)(key) for language in Language)
