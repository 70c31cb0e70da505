"""A compound file (OLE, the box of old Excel): its streams, every chain of sectors proven to end.

An engine that follows a chain which runs in a circle would never come back.
"""

import struct
from collections.abc import Iterator

from etl.jailed.refusal import RefusedError

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADER = 512
_IN_HEADER = 109
_ENTRY = 128
_LAST_REAL = 0xFFFFFFFA
_STREAM, _ROOT = 2, 5


class CompoundFile:
    """Opened at once: what is damaged raises RefusedError here or in ``stream``."""

    def __init__(self, data: bytes) -> None:
        if len(data) < _HEADER:
            raise RefusedError("file-truncated")
        major, shift, small_shift = struct.unpack_from("<H2xHH", data, 26)
        if major > 4:
            raise RefusedError("file-newer", kind="OLE")
        if major < 3 or shift not in (9, 12) or small_shift != 6:
            raise RefusedError("file-truncated")
        self._data = data
        self._size = 1 << shift
        self._table = self._sector_table()
        first_directory, self._small_below = struct.unpack_from("<I4xI", data, 48)
        directory = b"".join(self._sectors(first_directory))
        self._entries = dict(_entries(directory, wide=major == 4))
        self._small_table = _words(self._sectors(struct.unpack_from("<I", data, 60)[0]))
        root = self._entries.get("")
        self._small = b"".join(self._sectors(root[0])) if root and root[1] else b""

    @property
    def names(self) -> list[str]:
        """Names of the streams, in the order of the directory."""
        return [name for name in self._entries if name]

    def stream(self, name: str) -> bytes:
        """The content of a stream, which is as long as the directory says."""
        first, size = self._entries[name]
        if size < self._small_below:
            places = _chain(self._small_table, first, len(self._small_table))
            content = b"".join(self._small[place << 6 : (place + 1) << 6] for place in places)
        else:
            content = b"".join(self._sectors(first))
        if len(content) < size:
            raise RefusedError("file-truncated")
        return content[:size]

    def _sector_table(self) -> tuple[int, ...]:
        """Which sector follows which: it is itself spread over sectors, listed in the header."""
        data = self._data
        listed = list(struct.unpack_from(f"<{_IN_HEADER}I", data, 76))
        more, count = struct.unpack_from("<II", data, 68)
        each = self._size // 4 - 1
        for _ in range(min(count, len(data) // self._size)):
            if more >= _LAST_REAL:
                break
            *numbers, more = struct.unpack(f"<{each + 1}I", self._sector(more, whole=True))
            listed += numbers
        return _words(self._sector(number) for number in listed if number < _LAST_REAL)

    def _sectors(self, first: int) -> Iterator[bytes]:
        return (self._sector(place) for place in _chain(self._table, first, len(self._table)))

    def _sector(self, number: int, *, whole: bool = False) -> bytes:
        # The header takes a sector's room; the last sector of a file may be short.
        start = (number + 1) * self._size
        sector = self._data[start : start + self._size]
        if not sector or (whole and len(sector) < self._size):
            raise RefusedError("file-truncated")
        return sector


def _chain(table: tuple[int, ...], first: int, most: int) -> Iterator[int]:
    place = first
    for _ in range(most + 1):
        if place >= _LAST_REAL:
            return
        if place >= len(table):
            break
        yield place
        place = table[place]
    # Out of the table, or longer than it: in a circle.
    raise RefusedError("file-truncated")


def _words(pieces: Iterator[bytes]) -> tuple[int, ...]:
    data = b"".join(pieces)
    return struct.unpack(f"<{len(data) // 4}I", data[: len(data) // 4 * 4])


def _entries(directory: bytes, *, wide: bool) -> Iterator[tuple[str, tuple[int, int]]]:
    """Name, first sector and size of each stream; the root, whose name is empty here, first."""
    for place in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, place + 64)
        first, low, high = struct.unpack_from("<III", directory, place + 116)
        size = low | (high << 32) if wide else low
        name = directory[place : place + min(max(length - 2, 0), 62)].decode("utf-16-le", "replace")
        if kind == _ROOT:
            yield "", (first, size)
        elif kind == _STREAM:
            yield name, (first, size)
