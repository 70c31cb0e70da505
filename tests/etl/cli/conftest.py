"""A terminal with a database of its own, and three files: a good one, a doubtful, a bad."""

from pathlib import Path

import pytest

from etl import __main__ as cli
from tests.etl.cli.terminal import SAID, TABLE, Run, Write


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "cakupan.db"
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str, str]:
        code = cli.main([str(one) for one in arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return call


@pytest.fixture
def good(write_book: Write) -> Path:
    return write_book("baik.xlsx", {"S": TABLE})


@pytest.fixture
def question(write_book: Write) -> Path:
    return write_book("tanya.xlsx", {"S": [*SAID, ["Kabupaten/Kota", "2025"], ["Tangerang", 1]]})


@pytest.fixture
def refused(write_book: Write) -> Path:
    return write_book("tolak.xlsx", {"S": [*TABLE, ["36.99", 1, 1]]})
