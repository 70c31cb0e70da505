"""Exit codes of the command line."""

from collections.abc import Iterable

OK, REFUSED, USAGE, UNANSWERED, INTERNAL = 0, 1, 2, 3, 70
INTERRUPTED = 130
_WORST_LAST = (OK, UNANSWERED, REFUSED)


def worst(codes: Iterable[int]) -> int:
    """The exit code of several files."""
    return max(codes, key=_WORST_LAST.index)
