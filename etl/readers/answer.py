"""What the child handed back, checked line by line: it is as little trusted as the file."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from cakupan.domain.findings import Finding, Severity
from etl.jailed.limits import Limits
from etl.readers.workbook import CellValue, Sheet


@dataclass(frozen=True, slots=True)
class Answer:
    """Sheets as read and findings of the reader."""

    container: str
    sheets: tuple[Sheet, ...]
    findings: tuple[Finding, ...]


def read_answer(lines: Iterable[bytes], limits: Limits) -> Answer | None:
    """The answer of these lines; None where they are not one, or stop before their end."""
    building = _Building(limits.sheet_cells)
    try:
        for line in lines:
            building.take(_DECODER.decode(line.decode()))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return building.answer() if building.ended else None


@dataclass(slots=True)
class _Building:
    most_rows: int
    container: str = ""
    ended: bool = False
    sheets: list[tuple[str, list[tuple[CellValue, ...]]]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def take(self, value: object) -> None:
        if isinstance(value, list):
            self.rows.append(tuple(value))
        elif isinstance(value, int):
            self._skip(value)
        elif isinstance(value, dict):
            self._note(value)
        else:
            raise TypeError(type(value).__name__)

    @property
    def rows(self) -> list[tuple[CellValue, ...]]:
        if not self.sheets:
            raise ValueError("a row before its sheet")
        return self.sheets[-1][1]

    def answer(self) -> Answer:
        return Answer(
            container=self.container,
            sheets=tuple(Sheet(name=name, rows=tuple(rows)) for name, rows in self.sheets),
            findings=tuple(self.findings),
        )

    def _skip(self, count: int) -> None:
        if not 0 < count <= self.most_rows - len(self.rows):
            raise ValueError(f"{count} empty rows")
        self.rows.extend([()] * count)

    def _note(self, said: dict[str, Any]) -> None:
        if "sheet" in said:
            self.sheets.append((str(said["sheet"]), []))
        elif "finding" in said:
            finding = said["finding"]
            self.findings.append(Finding(**{**finding, "severity": Severity(finding["severity"])}))
        elif "container" in said:
            self.container = str(said["container"])
        else:
            self.ended = said["end"] is True


def _untag(pairs: dict[str, Any]) -> Any:
    if pairs.keys() == {"date"}:
        return date.fromisoformat(pairs["date"])
    if pairs.keys() == {"moment"}:
        return datetime.fromisoformat(pairs["moment"])
    return pairs


_DECODER = json.JSONDecoder(object_hook=_untag)
