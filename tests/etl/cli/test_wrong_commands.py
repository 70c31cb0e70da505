"""Wrong commands and settings, and faults of the program, are told in a sentence each."""

import shutil
from pathlib import Path

import pytest

from etl import session
from tests.etl.cli.terminal import ROOT, Run


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["chek"], "Perintah tidak lengkap atau keliru."),
        (["check"], "Perintah tidak lengkap atau keliru."),
        (["check", "a.xlsx", "--jsn"], "Pilihan “--jsn” tidak dikenal."),
        (["undo", "tujuh"], "Perintah tidak lengkap atau keliru."),
        (["check", "a.xlsx", "--language", "fr"], "Perintah tidak lengkap atau keliru."),
        (["check", "a.xlsx", "--database", "cakupan"], "Alamat basis data tidak dapat dipakai."),
    ],
)
def test_a_wrong_command_is_2_and_one_sentence(
    run: Run, arguments: list[str], sentence: str
) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(sentence)
    assert err.count("\n") == 1


def test_a_wrong_setting_is_2_and_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAKUPAN_PORT", "http")
    code, _, err = run("history")
    assert (code, "CAKUPAN_PORT" in err) == (2, True)


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    code, out, _ = run()
    assert code == 2
    for word in ("check", "load", "undo", "history", "samples", "Kode keluar"):
        assert word in out
    assert run("check", "--help")[0] == 0


def test_a_fault_of_the_program_is_70_and_shows_its_trace_to_developers_only(
    run: Run, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("rahasia")

    monkeypatch.setattr(session, "dry_run", broken)
    code, out, err = run("check", good)
    assert (code, out) == (70, "")
    assert err.startswith("Terjadi gangguan di dalam program")
    assert "rahasia" not in err
    monkeypatch.setenv("CAKUPAN_DEBUG", "1")
    assert "ZeroDivisionError" in run("check", good)[2]


@pytest.mark.sqlite_file
def test_a_database_that_cannot_be_written_is_said_in_a_sentence(
    run: Run, good: Path, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    url = f"sqlite:///{tmp_path / 'berkas' / 'cakupan.db'}"
    code, _, err = run("load", good, "--yes", "--database", url)
    assert (code, err.startswith("Basis data tidak dapat dibuka atau ditulis.")) == (1, True)


def test_a_broken_family_file_is_named(
    run: Run, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data" / "reference", tmp_path / "own" / "reference")
    (tmp_path / "own" / "reference" / "sources" / "rusak.toml").write_text("id = 'x'")
    monkeypatch.setenv("CAKUPAN_DATA_DIR", str(tmp_path / "own"))
    code, _, err = run("check", good)
    assert (code, "rusak.toml" in err) == (1, True)
