"""The Indonesian words of the sample workbooks, read from sheets.toml. No figures come in here."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cakupan.domain.records import Record
from cakupan.domain.regions import Region, RegionKind
from cakupan.domain.sheets import Cell, SampleBook, SampleSheet, SheetColumn

FILE_NAME = "sheets.toml"


class Wording(Record, frozen=True):
    """Names of books and sheets, metadata lines, headers, and codes as words."""

    mark: str
    books: Mapping[str, Mapping[str, str]]
    metadata: Mapping[str, Mapping[str, str]]
    sheet_names: Mapping[str, str]
    columns: Mapping[str, tuple[SheetColumn, ...]]
    words: Mapping[str, Mapping[str, str]]

    def word(self, table: str, code: str) -> str:
        """What a code of the fact files is called in a cell; nothing where it is empty."""
        return self.words[table][code] if code else ""

    def total_name(self, region: Region) -> str:
        """How a row that adds up the rows around it is called: Provinsi Banten, INDONESIA."""
        key = "nation" if region.kind is RegionKind.NATION else "province"
        return self.words["rows"][key].format(name=region.name)

    def book(self, key: str, *sheets: SampleSheet) -> SampleBook:
        """A workbook under its file name and title."""
        return SampleBook(self.books[key]["file"], self.books[key]["title"], sheets)

    def sheet(
        self,
        key: str,
        rows: Sequence[tuple[Cell, ...]],
        *,
        total_rows: Iterable[int] = (),
        sample: bool = False,
        **fields: str,
    ) -> SampleSheet:
        """A sheet with its metadata lines and headers; ``fields`` fill the lines' names."""
        lines = self.metadata[key].items()
        return SampleSheet(
            name=self.sheet_names[key],
            metadata=tuple((label, text.format(**fields)) for label, text in lines),
            columns=self.columns[key],
            rows=tuple(rows),
            total_rows=frozenset(total_rows),
            mark=self.mark if sample else "",
        )


def read_wording(facts_dir: Path) -> Wording:
    """Read sheets.toml beside the fact files."""
    content = tomllib.loads((facts_dir / FILE_NAME).read_text(encoding="utf-8"))
    sheets, books, mark = content.pop("sheets"), content.pop("books"), content.pop("mark")
    return Wording(
        mark=mark,
        books=books,
        metadata={key: sheet["metadata"] for key, sheet in sheets.items()},
        sheet_names={key: sheet["name"] for key, sheet in sheets.items()},
        columns={
            key: tuple(SheetColumn(header, width) for header, width in sheet["columns"])
            for key, sheet in sheets.items()
        },
        words=content,
    )
