"""``python -m cakupan backup|restore|verify`` as an operator runs them."""

import shutil
from pathlib import Path

import pytest

from cakupan.__main__ import main
from cakupan.settings import ROOT
from etl.__main__ import main as etl_main
from tests.behind import tamper


@pytest.fixture
def database(empty_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cakupan.db"
    shutil.copy(empty_database, path)
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", f"sqlite:///{path.as_posix()}")
    return path


@pytest.mark.sqlite_file
def test_a_backup_is_written_checked_and_restored(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["backup"]) == 0
    [copy] = (database.parent / "backups").iterdir()
    assert "ditulis dan diperiksa" in capsys.readouterr().out
    assert main(["restore", str(copy), "--yes"]) == 0
    assert "Isi sebelumnya disimpan di" in capsys.readouterr().out
    assert main(["verify"]) == 0
    assert "utuh (0 muatan" in capsys.readouterr().out


@pytest.mark.sqlite_file
def test_a_backup_goes_into_a_folder_that_is_named(database: Path, tmp_path: Path) -> None:
    folder = tmp_path / "diska"
    folder.mkdir()
    assert main(["backup", str(folder)]) == 0
    assert [path.suffix for path in folder.iterdir()] == [".db"]


@pytest.mark.sqlite_file
def test_what_is_no_database_is_refused_in_a_sentence(
    database: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "surat.db"
    other.write_text("bukan basis data", encoding="utf-8")
    before = database.read_bytes()
    assert main(["restore", str(other), "--yes"]) == 2
    assert "bukan basis data Cakupan" in capsys.readouterr().err
    assert database.read_bytes() == before
    assert main(["verify", str(tmp_path / "tidak-ada.db")]) == 1
    shutil.copy(database, tmp_path / "b.db")
    content = bytearray((tmp_path / "b.db").read_bytes())
    content[8192:12288] = b"\x00" * 4096
    (tmp_path / "b.db").write_bytes(content)
    assert main(["verify", str(tmp_path / "b.db")]) == 1
    assert "rusak" in capsys.readouterr().out


@pytest.mark.sqlite_file
def test_a_restore_leaves_a_line(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy = database.parent / "a.db"
    assert main(["backup", str(copy)]) == 0
    assert main(["restore", str(copy), "--yes", "--by", "Sari"]) == 0
    capsys.readouterr()
    assert main(["audit", "list"]) == 0
    assert (
        "Sari · memulihkan cadangan · dari python -m cakupan · file=a.db" in capsys.readouterr().out
    )


def test_the_log_is_read_and_checked(database: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sample = min((ROOT / "data" / "samples").glob("*.xlsx"))
    assert etl_main(["load", str(sample), "--yes", "--by", "Sari"]) == 0
    capsys.readouterr()
    assert main(["audit", "list"]) == 0
    assert "Sari · " in capsys.readouterr().out
    assert main(["audit", "verify"]) == 0
    assert "utuh: 1 baris" in capsys.readouterr().out
    tamper(database, "DELETE FROM audit")
    assert main(["audit", "verify"]) == 1
    assert "terpotong mulai baris 1" in capsys.readouterr().out
