"""Writes small .xls workbooks (BIFF8 in a compound file), which no library of ours writes."""

import struct
from collections.abc import Iterator, Sequence

from tests.faults.values import ERROR_NUMBERS, Cell, Error, Percent

SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_LEAST = 4096


def xls(
    rows: Sequence[Sequence[Cell]],
    *,
    name: str = "Data",
    hidden: bool = False,
    from_1904: bool = False,
    before: bytes = b"",
    within: bytes = b"",
    merges: Sequence[tuple[int, int, int, int]] = (),
) -> bytes:
    """A workbook of one sheet; records ``before`` begin it, records ``within`` its sheet."""
    texts = sorted({cell for row in rows for cell in row if type(cell) is str})
    dates = record(0x0022, struct.pack("<H", 1)) if from_1904 else b""
    styles = b"".join(record(0x00E0, struct.pack("<HH16x", 0, form)) for form in (0, 10))
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0x0DBB, 0x07CC, 0, 6))
    label = name.encode("latin-1")
    bound = struct.pack("<BBBB", int(hidden), 0, len(label), 0) + label
    shared = b"".join(struct.pack("<HB", len(t), 1) + t.encode("utf-16-le") for t in texts)
    strings = record(0x00FC, struct.pack("<II", len(texts), len(texts)) + shared)
    head = begin + before + dates + styles
    place = len(head) + len(bound) + 8 + len(strings) + 4
    book = head + record(0x0085, struct.pack("<I", place) + bound) + strings + record(0x000A)
    return compound({"Workbook": book + _sheet(rows, texts, merges, within)})


def record(kind: int, body: bytes = b"") -> bytes:
    """One BIFF record."""
    return struct.pack("<HH", kind, len(body)) + body


def compound(streams: dict[str, bytes]) -> bytes:
    """A compound file, version 3, of streams that are each padded to four kilobytes."""
    padded = {name: _padded(data, max(_LEAST, len(data))) for name, data in streams.items()}
    content = b"".join(_padded(data, SECTOR) for data in padded.values())
    count = len(content) // SECTOR
    tables = 1
    while tables * 128 < tables + 1 + count:
        tables += 1
    chain = [_FAT] * tables + [_END]
    entries = [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, data) in enumerate(padded.items(), start=1):
        first, size = len(chain), -(-len(data) // SECTOR)
        chain += [*range(first + 1, first + size), _END]
        following = number + 1 if number < len(padded) else _FREE
        entries.append(_entry(name, 2, first, len(data), following=following))
    chain += [_FREE] * (tables * 128 - len(chain))
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6,
        0, tables, tables, 0, _LEAST, _END, 0, _END, 0,
    )  # fmt: skip
    listed = struct.pack("<109I", *range(tables), *[_FREE] * (109 - tables))
    table = struct.pack(f"<{len(chain)}I", *chain)
    return head + listed + table + _padded(b"".join(entries), SECTOR) + content


def _sheet(
    rows: Sequence[Sequence[Cell]],
    texts: list[str],
    merges: Sequence[tuple[int, int, int, int]],
    within: bytes,
) -> bytes:
    begin = record(0x0809, struct.pack("<HHHHII", 0x0600, 0x10, 0x0DBB, 0x07CC, 0, 6))
    width = max(map(len, rows), default=0)
    size = record(0x0200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0))
    cells = b"".join(_cells(rows, texts))
    sides = b"".join(
        struct.pack("<HHHH", top, bottom, left, right) for top, left, bottom, right in merges
    )
    merged = record(0x00E5, struct.pack("<H", len(merges)) + sides) if merges else b""
    return begin + within + size + cells + merged + record(0x000A)


def _cells(rows: Sequence[Sequence[Cell]], texts: list[str]) -> Iterator[bytes]:
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, int(isinstance(cell, Percent)))
            if isinstance(cell, Error):
                yield record(0x0205, place + bytes([ERROR_NUMBERS[cell.text], 1]))
            elif isinstance(cell, str):
                yield record(0x00FD, place + struct.pack("<I", texts.index(cell)))
            elif cell is not None:
                yield record(0x0203, place + struct.pack("<d", float(cell)))


def _entry(
    name: str, kind: int, first: int, size: int, *, child: int = _FREE, following: int = _FREE
) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII36x", len(letters), kind, 1, _FREE, following, child)
        + struct.pack("<III", first, size, 0)
    )


def _padded(data: bytes, size: int) -> bytes:
    return data + bytes(-len(data) % size)
