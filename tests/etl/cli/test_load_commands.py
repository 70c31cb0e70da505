"""Files loaded, taken back and restored at the terminal, by name."""

import json
from pathlib import Path

import pytest

from tests.etl.cli.terminal import SAID, TABLE, Run, Write, answer, records, state_of


def test_a_load_asks_writes_and_is_then_unchanged(
    run: Run, good: Path, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "ya\n")
    code, out, _ = run("load", good, "--by", "Sekretariat")
    assert code == 0
    assert "Muat baik.xlsx ke basis data? [y/T]" in out
    assert "Dimuat sebagai muatan nomor 1." in out
    before = state_of(database)
    code, out, _ = run("load", good, "--yes")
    assert (code, state_of(database)) == (0, before)
    assert "sudah dimuat, tidak ada yang berubah" in out
    assert records(run("check", good, "--json")[1])[0]["status"] == "unchanged"


@pytest.mark.parametrize("text", ["t\n", "\n", "", "tidak\n"])
def test_a_declined_load_is_3_and_writes_nothing(
    run: Run, good: Path, database: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    answer(monkeypatch, text)
    code, out, _ = run("load", good)
    assert code == 3
    assert "Tidak dimuat. Tidak ada yang ditulis." in out
    assert not database.parent.exists()


def test_a_load_for_machines_keeps_its_question_off_stdout(
    run: Run, good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, "t\n")
    code, out, err = run("load", good, "--json")
    assert (code, records(out)[0]["load"]) == (3, None)
    assert "Muat baik.xlsx" in err
    code, out, _ = run("load", good, "--json", "--yes")
    assert (code, records(out)[0]["load"]) == (0, 1)


def test_a_change_is_shown_old_and_new(run: Run, good: Path, write_book: Write) -> None:
    run("load", good, "--yes")
    changed = write_book("baru.xlsx", {"S": [*TABLE[:-1], ["36.02", 3, 1234]]})
    _, out, _ = run("check", changed)
    assert "Angka: 4 (0 baru, 1 berubah, 3 sama)" in out
    assert "Kabupaten Lebak, Peserta aktif, 2025: 4 → 1.234" in out


def test_history_and_undo_tell_who_did_what(run: Run, good: Path, database: Path) -> None:
    assert run("history")[:2] == (0, "Belum ada berkas yang dimuat.\n")
    assert run("undo")[0] == 1
    assert not database.exists()
    run("load", good, "--yes", "--by", "Ani")
    code, out, _ = run("undo", "--by", "Budi")
    assert (code, out.startswith("Muatan nomor 1 (baik.xlsx) ditarik.")) == (0, True)
    (kept,) = json.loads(run("history", "--json")[1])
    assert (kept["state"], kept["loaded_by"], kept["withdrawn_by"]) == ("withdrawn", "Ani", "Budi")
    shown = run("history")[1]
    assert "ditarik" in shown
    assert "baik.xlsx" in shown


def test_undo_takes_the_newest_or_the_one_named(run: Run, good: Path, write_book: Write) -> None:
    run("load", good, write_book("lain.xlsx", {"S": [*SAID, ["Kode", "2025"], ["61", 1]]}), "--yes")
    assert json.loads(run("undo", "--json")[1])["id"] == 2
    assert json.loads(run("undo", "--json")[1])["id"] == 1
    code, _, err = run("undo")
    assert code == 1
    code, _, err = run("undo", "1")
    assert (code, "sudah ditarik" in err) == (1, True)
    code, _, err = run("undo", "77")
    assert (code, err.startswith("Tidak ada muatan nomor 77.")) == (1, True)


def test_redo_restores_the_load_that_was_withdrawn_last(
    run: Run, good: Path, write_book: Write
) -> None:
    other = write_book("lain.xlsx", {"S": [*SAID, ["Kode", "2025"], ["36.03", 5]]})
    run("load", good, other, "--yes")
    code, out, _ = run("redo")
    assert (code, "Tidak ada muatan yang sedang ditarik" in out) == (1, True)
    run("undo", "1")
    run("undo", "2")
    code, out, _ = run("redo", "--by", "Budi")
    assert (code, out) == (0, "Muatan nomor 2 (lain.xlsx) berlaku lagi.\n")
    assert [one["state"] for one in records(run("history", "--json")[1])] == [
        "current",
        "withdrawn",
    ]
    assert run("redo", "1")[0] == 0
    code, _, err = run("redo", "1")
    assert (code, "baik.xlsx" in err) == (1, True)


def test_redo_of_a_load_that_does_not_exist_is_refused(run: Run, good: Path) -> None:
    run("load", good, "--yes")
    code, _, err = run("redo", "99")
    assert (code, "99" in err) == (1, True)
