"""What the child handed back, checked line by line: it is as little trusted as the file."""

import json
from array import array
from base64 import b64decode
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.records import Record, field
from etl.jailed.limits import Limits
from etl.readers.areas import Area, Areas
from etl.readers.rows import Block, CellValue, Column, Rows, packed
from etl.readers.workbook import Sheet

_CONTAINERS = frozenset({"xlsx", "xlsm", "xlsb", "xls", "ods", "html", "csv"})


class Answer(Record, frozen=True):
    """Sheets as read and findings of the reader."""

    container: str
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...]
    from_1904: bool = False


def read_answer(lines: Iterable[bytes], limits: Limits) -> Answer | None:
    """The answer of these lines; None where they are not one, or stop before their end."""
    building = _Building(limits.sheet_cells)
    decoder = json.JSONDecoder(object_hook=building.untag)
    try:
        for line in lines:
            building.take(decoder.decode(line.decode()))
    except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
        return None
    return building.answer() if building.ended else None


class _SheetParts(Record):
    said: dict[str, Any]
    blocks: list[Block] = field(default_factory=list)
    height: int = 0

    def sheet(self) -> Sheet:
        said = self.said
        return Sheet(
            name=str(said["sheet"]),
            rows=Rows(self.blocks),
            hidden=said.get("hidden") is True,
            hidden_rows=_spans(said.get("hidden_rows", ())),
            hidden_columns=_spans(said.get("hidden_columns", ())),
            merges=_areas(said.get("merges", ())),
            percents=_areas(said.get("percents", ())),
        )


class _Building(Record):
    most_rows: int
    container: str = ""
    from_1904: bool = False
    ended: bool = False
    parts: list[_SheetParts] = field(default_factory=list)
    sheets: list[Sheet] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    texts: dict[CellValue, CellValue] = field(default_factory=dict)

    def take(self, value: object) -> None:
        if isinstance(value, list):
            self._block(*value)
        elif isinstance(value, dict):
            self._note(value)
        else:
            raise TypeError(type(value).__name__)

    def answer(self) -> Answer:
        return Answer(
            container=self.container,
            sheets=tuple(self.sheets),
            findings=tuple(self.findings),
            from_1904=self.from_1904,
        )

    def _block(self, first: int, height: int, columns: list[list[Any]]) -> None:
        if not self.parts:
            raise ValueError("rows before their sheet")
        part = self.parts[-1]
        if not (part.height <= first and 0 < height <= self.most_rows - first):
            raise ValueError(f"{height} rows from {first}")
        if any(len(column) != height for column in columns):
            raise ValueError("columns of unequal length")
        kept = tuple(
            column if isinstance(column, tuple) else packed(column, self.texts)
            for column in columns
        )
        part.blocks.append(Block(int(first), int(height), kept))
        part.height = first + height

    def _note(self, said: dict[str, Any]) -> None:
        if "sheet" in said:
            self.parts.append(_SheetParts(said))
        elif "finding" in said:
            finding = said["finding"]
            self.findings.append(Finding(**{**finding, "severity": Severity(finding["severity"])}))
        elif said.get("container") in _CONTAINERS:
            self.container = said["container"]
            self.from_1904 = said.get("from_1904") is True
        else:
            self.ended = said["end"] is True
            self.sheets = [part.sheet() for part in self.parts]

    def untag(self, said: dict[str, Any]) -> Any:
        """What JSON has no word for: days, moments, texts told once."""
        if said.keys() == {"date"}:
            return date.fromisoformat(said["date"])
        if said.keys() == {"moment"}:
            return datetime.fromisoformat(said["moment"])
        if said.keys() == {"texts", "places"}:
            # Nothing else that is decoded is a tuple.
            return self._repeated(packed(said["texts"], self.texts), said["places"])
        return said

    def _repeated(self, texts: Column, places: str) -> tuple[CellValue, ...]:
        which = array("H")
        which.frombytes(b64decode(places, validate=True))
        return tuple(map(texts.__getitem__, which))


def _areas(said: Iterable[Iterable[int]]) -> Areas:
    areas = [Area(*map(int, sides)) for sides in said]
    if not all(0 <= one.top <= one.bottom and 0 <= one.left <= one.right for one in areas):
        raise ValueError("an area inside out")
    return Areas(areas)


def _spans(said: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((int(first), int(last)) for first, last in said)
