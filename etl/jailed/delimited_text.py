"""Text with delimiters: which encoding, which delimiter, and its rows. All cells stay text."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from etl.jailed.refusal import RefusedError

# A cell of Excel holds 32.767 characters: far beyond that a quote was left open.
csv.field_size_limit(2**20)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f]")
_DECLARED = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
# At equal evidence the rarer sign in running text is the delimiter: a comma is also a decimal.
_DELIMITERS = "\t;,"
_SAMPLE_ROWS = 500
_SAMPLE_LENGTH = 256 * 1024
_END = "\x1f"


def decode(data: bytes) -> str:
    """The text of the bytes: by its byte order mark, else UTF-8, else Windows-1252.

    Bytes that are no text in any of these are refused.
    """
    bare = data.lstrip(b" \t\r\n")
    for mark, encoding in _MARKS:
        if bare.startswith(mark):
            return _strict(bare[len(mark) :], encoding)
    if data[1:2] == b"\x00":
        return _strict(data, "utf-16-le")
    if data[:1] == b"\x00":
        return _strict(data, "utf-16-be")
    try:
        return _strict(data, "utf-8")
    except RefusedError:
        return _strict(data, "cp1252")


def rows(text: str) -> Iterator[list[str]]:
    """The records of the text, blank ones as empty lists. A quote left open is refused."""
    declared = _DECLARED.match(text)
    body = text[declared.end() :] if declared else text
    delimiter = declared[1] if declared else _delimiter(body)
    # A quote that is never closed swallows the rest of the file: then this last line is not read.
    held: list[str] = []
    count = 0
    try:
        for count, record in enumerate(_records(f"{body}\n{_END}", delimiter), start=1):
            if count > 1:
                yield held
            held = record
    except csv.Error as fault:
        raise RefusedError("csv-quote-open", row=count + 1) from fault
    if held != [_END]:
        raise RefusedError("csv-quote-open", row=count)


def _strict(data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as fault:
        raise RefusedError("not-a-spreadsheet", kind="?") from fault
    if _CONTROL.search(text):
        raise RefusedError("not-a-spreadsheet", kind="?")
    return text


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    # newline="" leaves \r alone: it ends a line, or stands inside a quoted cell.
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """The sign that cuts most rows into the same number of cells, more than one."""
    return max(_DELIMITERS, key=lambda sign: _evenness(text, sign))


def _evenness(text: str, delimiter: str) -> float:
    sample = islice(_records(text[:_SAMPLE_LENGTH], delimiter), _SAMPLE_ROWS)
    widths = Counter(len(record) for record in sample if record)
    cut = [count for width, count in widths.items() if width > 1]
    return max(cut) / widths.total() if cut else 0
