"""Which words a decision is put in: a break is real or stays one, all else is let in or out."""

from cakupan.domain.flags import FlagCode, FlagKey, Verdict
from cakupan.texts import Words


def verdict_words(part: str, verdict: Verdict, key: FlagKey, words: Words, **fields: str) -> str:
    """The words of ``part`` (action, decided, done, dialog) for a verdict about a flag."""
    of_break = key.code == FlagCode.SERIES_BREAK and verdict is not Verdict.REOPENED
    return words(f"mutu.{'break_' if of_break else ''}{part}.{verdict.value}", **fields)
