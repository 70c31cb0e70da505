"""Counts the rows of a sheet as its pieces go by, to be sure that no lone row stands far below."""

import re

# So many rows of nothing between two rows are a gap.
FAR = 10_000
_ROW = re.compile(rb"""<row\s[^<>]*?\br=["'](\d{1,7})["']""")
_END = 64 * 1024


class RowTally:
    """What is cut by the border of two pieces, or written otherwise, is not counted: that is safe.

    A sheet of which too little is counted is only looked at more closely.
    """

    def __init__(self) -> None:
        self._tags = 0
        self._end = b""

    def see(self, piece: bytes) -> None:
        """The next piece of the sheet."""
        self._tags += piece.count(b"<row ")
        self._end = piece if len(piece) >= _END else (self._end + piece)[-_END:]

    @property
    def may_have_gap(self) -> bool:
        """Whether the numbers of the rows leave room for a gap: below one there are few of many."""
        numbers = _ROW.findall(self._end)
        return not numbers or int(numbers[-1]) - self._tags >= FAR
