"""What a figure rests on, as it was typed: one line, neither empty nor endless."""

from cakupan.texts import Words
from layouts.dialog import LONGEST_CITATION


def read_citation(text: str, words: Words, *, topic: str) -> tuple[str, str | None]:
    """The source in one line, and what is wrong with it in the sentences of a page's topic."""
    citation = " ".join(text.split())
    if not citation:
        return citation, words(f"{topic}.fault.citation")
    if len(citation) > LONGEST_CITATION:
        return citation, words(f"{topic}.fault.citation_long", most=LONGEST_CITATION)
    return citation, None
