"""``python -m cakupan release …`` as an operator runs it."""

import re
import shutil
from pathlib import Path

import pytest

from cakupan.__main__ import main
from cakupan.settings import ROOT
from etl.__main__ import main as etl_main
from tests.behind import change

SAMPLES = ROOT / "data" / "samples"


@pytest.fixture
def database(empty_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cakupan.db"
    shutil.copy(empty_database, path)
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", f"sqlite:///{path.as_posix()}")
    return path


@pytest.fixture
def loaded(database: Path) -> Path:
    sample = min(SAMPLES.glob("*.xlsx"))
    assert etl_main(["load", str(sample), "--yes", "--by", "Sari"]) == 0
    return database


@pytest.fixture
def released(loaded: Path, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    assert main(["release", "make", "--by", "Sari", "--note", "Untuk RUPS"]) == 0
    found = re.search(r"R-\d{4}-\d\d-\d\d-\d+", capsys.readouterr().out)
    assert found
    return found.group()


def test_a_release_is_made_listed_shown_and_verified(
    released: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", "list"]) == 0
    line = capsys.readouterr().out
    assert released in line
    assert "Sari" in line
    assert "Untuk RUPS" in line
    assert main(["release", "show", released, "--language", "en"]) == 0
    assert "sha256" in capsys.readouterr().out
    assert main(["release", "verify", released]) == 0
    assert "utuh" in capsys.readouterr().out


def test_changed_bytes_are_found(
    released: str, loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(loaded, "UPDATE release SET content = substr(content, 1, length(content) - 1)")
    assert main(["release", "verify", released]) == 1
    assert "tidak sama dengan saat dibekukan" in capsys.readouterr().err
    assert main(["verify"]) == 1
    assert "isi satu rilis" in capsys.readouterr().out


def test_a_number_of_figures_that_is_not_true_is_found(released: str, loaded: Path) -> None:
    change(loaded, "UPDATE release SET figures = figures + 1")
    assert main(["release", "verify", released]) == 1


def test_an_embargo_is_written_down_and_said(
    loaded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", "make", "--by", "Sari", "--embargo", "2999-12-01T09:00"]) == 0
    capsys.readouterr()
    assert main(["release", "list"]) == 0
    assert "Embargo sampai 1 Des 2999, 09.00" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (["--by", " "], "Tulis nama Anda"),
        (["--by", "Sari", "--embargo", "besok"], "tidak dapat dibaca"),
        (["--by", "Sari", "--embargo", "2020-01-01T09:00"], "sudah lewat"),
        (["--by", "Sari", "--note", "x" * 501], "Catatan terlalu panjang"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_made(
    loaded: Path, capsys: pytest.CaptureFixture[str], wrong: list[str], said: str
) -> None:
    assert main(["release", "make", *wrong]) == 2
    assert said in capsys.readouterr().err
    assert main(["release", "list"]) == 0
    assert "Belum ada rilis" in capsys.readouterr().out


def test_without_a_name_or_figures_or_a_known_id_there_is_a_sentence(
    database: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["release", "make"]) == 2
    assert main(["release", "make", "--by", "Sari"]) == 1
    assert "Belum ada angka" in capsys.readouterr().err
    assert main(["release", "show", "R-2020-01-01-1"]) == 1
    assert "Tidak ada rilis bernomor R-2020-01-01-1" in capsys.readouterr().err
