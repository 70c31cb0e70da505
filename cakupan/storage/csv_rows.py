"""Reading a reference CSV row by row, with file and line in every complaint."""

import csv
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TypeVar

from cakupan.domain.records import Record
from cakupan.storage.errors import ReferenceDataError

T = TypeVar("T")


class CsvRow(Record, frozen=True):
    """One row and where it stands; a value is text until it is asked for as something else."""

    file: str
    line: int
    fields: Mapping[str, str]

    def text(self, column: str) -> str:
        """A value that must be there."""
        if not self.fields[column]:
            raise self.fault("reference_empty", column)
        return self.fields[column]

    def optional(self, column: str) -> str:
        """A value that may be empty."""
        return self.fields[column]

    def parsed(self, column: str, parse: Callable[[str], T]) -> T:
        """A value made into something by ``parse``, which raises ValueError for nonsense."""
        try:
            return parse(self.text(column))
        except ValueError as error:
            raise self.fault("reference_value", column) from error

    def known(self, column: str, among: Container[str]) -> str:
        """A value that names something another file has."""
        if self.text(column) not in among:
            raise self.fault("reference_unknown", column)
        return self.fields[column]

    def fault(self, code: str, column: str) -> ReferenceDataError:
        """The error about one value of this row."""
        value = self.fields[column]
        return ReferenceDataError(code, file=self.file, line=self.line, column=column, value=value)


def read_rows(path: Path, columns: Sequence[str], *, unique: Sequence[str]) -> Iterator[CsvRow]:
    """Rows of a UTF-8 file with exactly these columns; no two agree in all ``unique`` columns.

    Raises ReferenceDataError for a missing or unreadable file and for a malformed row.
    """
    try:
        content = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        raise ReferenceDataError("reference_missing", file=path.name) from error
    except UnicodeDecodeError as error:
        raise ReferenceDataError("reference_encoding", file=path.name) from error
    lines = _lines(path.name, content)
    if next(lines, (1, []))[1] != list(columns):
        raise ReferenceDataError("reference_columns", file=path.name, columns=",".join(columns))
    seen: set[tuple[str, ...]] = set()
    for line, values in lines:
        row = _row(path.name, line, columns, values)
        identity = tuple(row.fields[column] for column in unique)
        if identity in seen:
            raise row.fault("reference_twice", unique[0])
        seen.add(identity)
        yield row


def _lines(file: str, content: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(content), strict=True)
    try:
        for values in reader:
            yield reader.line_num, values
    except csv.Error as error:
        raise ReferenceDataError("reference_fields", file=file, line=reader.line_num) from error


def _row(file: str, line: int, columns: Sequence[str], values: Sequence[str]) -> CsvRow:
    if len(values) != len(columns):
        raise ReferenceDataError("reference_fields", file=file, line=line)
    return CsvRow(file=file, line=line, fields=dict(zip(columns, values, strict=True)))
