"""A folder as an office has one, and a watcher that goes through it once."""

from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from etl import __main__ as cli
from tests.behind import behind

SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
CLEAN = [*SAID, ["Kode", "2024", "2025"], ["36.01", 1, 2], ["36.02", 3, 4]]
ASKS = [*SAID, ["Kabupaten/Kota", "2025"], ["Tangerang", 1]]
REFUSED = [*CLEAN, ["36.99", 1, 1]]


class Office:
    """A watched folder and the database behind it."""

    def __init__(self, folder: Path, database: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.database, self._capsys = folder, database, capsys
        self.code = 0

    def put(self, name: str, rows: list[list[object]]) -> Path:
        """A workbook of these rows."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(path)
        return path

    def watch(self, *options: str) -> str:
        """One round; what it said, without the time in front of each line."""
        given = ["watch", str(self.folder), "--once", "--settle", "0.05", "--by", "sari", *options]
        self.code = cli.main(given)
        said = self._capsys.readouterr()
        return "".join(line[21:] + "\n" for line in said.out.splitlines()) + said.err

    def names(self) -> list[str]:
        """Every file of the folder but those of the watcher."""
        paths = (path for path in self.folder.rglob("*") if path.is_file())
        names = (path.relative_to(self.folder).as_posix() for path in paths)
        return sorted(name for name in names if not name.startswith(".cakupan/"))

    def loads(self) -> list[tuple[str, str, str]]:
        """File, who and state of every load."""
        asked = "SELECT file_name, loaded_by, state FROM load ORDER BY id"
        with behind(self.database) as connection:
            return [tuple(row) for row in connection.exec_driver_sql(asked)]

    def run(self, *arguments: object) -> str:
        """Another command."""
        self.code = cli.main([str(one) for one in arguments])
        said = self._capsys.readouterr()
        return said.out + said.err


@pytest.fixture(scope="module", autouse=True)
def parser() -> None:
    """Files are read in a child, as they are in earnest."""


@pytest.fixture
def office(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Office:
    database = tmp_path / "data" / "cakupan.db"
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", f"sqlite:///{database}")
    folder = tmp_path / "kiriman"
    folder.mkdir()
    return Office(folder, database, capsys)


@pytest.fixture
def put(office) -> Callable[..., Path]:
    return office.put
