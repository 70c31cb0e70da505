"""The command line: exit codes, the JSON contract, sentences instead of tracebacks."""

import hashlib
import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from rich.console import Console

from cakupan.domain.language import Language
from cakupan.texts import words
from etl import __main__ as cli
from etl import session
from etl.progress import with_progress

ROOT = Path(__file__).resolve().parents[2]
SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
TABLE = [*SAID, ["Kode", "2024", "2025"], ["36.01", 1, 2], ["36.02", 3, 4]]
KEYS = [
    *("file", "sha256", "family", "status", "measures", "periods", "regions", "figures"),
    *("new", "changed", "unchanged", "findings", "questions", "tables"),
]
Write = Callable[..., Path]
Run = Callable[..., tuple[int, str, str]]


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


def answer(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    class Keyboard:
        def readline(self) -> str:
            return text

    monkeypatch.setattr(cli.sys, "stdin", Keyboard())


def state_of(database: Path) -> str:
    """A hash over all rows of all tables."""
    digest = hashlib.sha256()
    with sqlite3.connect(database) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
        for (name,) in sorted(names):
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()  # noqa: S608  own tables
            digest.update(repr((name, sorted(rows, key=repr))).encode())
    return digest.hexdigest()


def records(out: str) -> list[dict[str, Any]]:
    found = json.loads(out)
    assert isinstance(found, list)
    return found


def test_a_check_writes_nothing_and_makes_no_database(run: Run, good: Path, database: Path) -> None:
    code, out, err = run("check", good)
    assert (code, err) == (0, "")
    assert "baik.xlsx: siap dimuat" in out
    assert "Angka: 4 (4 baru, 0 berubah, 0 sama)" in out
    assert not database.parent.exists()


def test_the_json_of_a_check_has_its_keys_in_order(run: Run, good: Path) -> None:
    code, out, _ = run("check", "--json", good)
    (record,) = records(out)
    assert code == 0
    assert list(record) == KEYS
    assert record == {
        "file": "baik.xlsx",
        "sha256": hashlib.sha256(good.read_bytes()).hexdigest(),
        "family": "umum",
        "status": "ready",
        "measures": ["participants_active"],
        "periods": ["2024", "2025"],
        "regions": 2,
        "figures": 4,
        "new": 4,
        "changed": 0,
        "unchanged": 0,
        "findings": [],
        "questions": [],
        "tables": [],
    }


def test_a_finding_in_json_says_place_value_and_remedy(
    run: Run, refused: Path, question: Path
) -> None:
    code, out, err = run("check", refused, question, "--json")
    first, second = records(out)
    assert (code, err) == (1, "")
    (finding,) = first["findings"]
    assert list(finding) == ["code", "severity", "sheet", "cell", "value", "message", "fix"]
    assert {**finding, "fix": ""} == {
        "code": "region-unknown",
        "severity": "refuses",
        "sheet": "S",
        "cell": "A6",
        "value": "36.99",
        "message": "Berkas tolak.xlsx, lembar S, sel A6: wilayah “36.99” tidak dikenal "
        "(yang mirip: tidak ada).",
        "fix": "",
    }
    assert finding["fix"].startswith("Tulis nama resmi atau kode Kemendagri")
    assert first["questions"] == []
    (asked,) = second["findings"]
    assert (asked["code"], asked["severity"]) == ("region-ambiguous", "asks")
    assert (asked["cell"], asked["value"]) == ("A4", "Tangerang")
    assert "36.71 Kota Tangerang" in asked["message"]


UNSAID = [["Daerah TK II", "Jml org"], ["Kab. Pandeglang", 100], ["Kab. Lebak", 101]]
ANSWERS = ["--answer", "measure=employed", "--answer", "region=Daerah TK II"]


def test_what_a_table_leaves_unsaid_is_asked_with_answers_to_choose(
    run: Run, write_book: Write
) -> None:
    path = write_book("rekap 2025.xlsx", {"S": UNSAID})
    code, out, _ = run("check", path, "--json")
    questions = {one["id"]: one for one in records(out)[0]["questions"]}
    assert (code, list(questions)) == (3, ["measure", "period", "region"])
    assert questions["period"] == {
        "id": "period",
        "sheet": "S",
        "question": "Lembar S: data ini per tahun, bulan, atau tanggal berapa?",
        "needed": True,
        "open": True,
        "choices": [{"value": "2025", "text": "2025"}],
    }
    assert questions["measure"]["open"] is False
    assert {"value": "employed", "text": "Penduduk bekerja"} in questions["measure"]["choices"]
    _, shown, _ = run("check", path)
    assert '--answer "region=Daerah TK II"' in shown


def test_answers_load_a_table_and_are_remembered_but_for_its_period(
    run: Run, write_book: Write, database: Path
) -> None:
    folder = database.parent / "families"
    path = write_book("rekap 2025.xlsx", {"S": UNSAID})
    assert run("check", path, *ANSWERS, "--answer", "period=2025-08")[0] == 0
    assert not folder.exists()
    assert run("load", path, "--yes", *ANSWERS, "--answer", "period=2025-08")[0] == 0
    (family,) = folder.iterdir()
    assert "2025" not in family.read_text(encoding="utf-8")
    path = write_book("rekap 2026.xlsx", {"S": [*UNSAID, ["Kab. Serang", 102]]})
    code, out, _ = run("check", path, "--json")
    (record,) = records(out)
    assert (code, [one["id"] for one in record["questions"]]) == (3, ["period"])
    assert "answers-remembered" in {one["code"] for one in record["findings"]}
    assert run("load", path, "--yes", "--answer", "period=2026-08")[0] == 0
    family.unlink()
    path = write_book("rekap 2027.xlsx", {"S": [*UNSAID, ["Kab. Serang", 103]]})
    assert len(records(run("check", path, "--json")[1])[0]["questions"]) == 3


def test_answers_that_cannot_be_written_do_not_undo_the_load(
    run: Run, write_book: Write, database: Path
) -> None:
    database.parent.mkdir(parents=True)
    (database.parent / "families").write_text("bukan folder")
    path = write_book("rekap 2025.xlsx", {"S": UNSAID})
    code, out, err = run("load", path, "--yes", *ANSWERS, "--answer", "period=2025-08")
    assert (code, err) == (0, "")
    assert "Jawaban tidak dapat diingat" in out


@pytest.mark.parametrize("answer", ["employed", "=employed", "measure="])
def test_an_answer_without_its_question_is_a_wrong_command(
    run: Run, good: Path, answer: str
) -> None:
    code, out, err = run("check", good, "--answer", answer)
    assert (code, out) == (2, "")
    assert err.startswith("Perintah tidak lengkap atau keliru.")


def test_a_family_file_of_answers_that_is_damaged_is_named(
    run: Run, good: Path, database: Path
) -> None:
    folder = database.parent / "families"
    folder.mkdir(parents=True)
    (folder / "rusak.toml").write_text("id = ")
    code, _, err = run("check", good)
    assert (code, "rusak.toml" in err) == (1, True)


def test_messages_come_in_english_on_request(run: Run, refused: Path) -> None:
    _, out, _ = run("check", refused, "--json", "--language", "en")
    assert records(out)[0]["findings"][0]["message"].startswith("File tolak.xlsx, sheet S, cell A6")


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["good"], 0),
        (["question"], 3),
        (["refused"], 1),
        (["good", "question"], 3),
        (["question", "refused", "good"], 1),
    ],
)
def test_the_worst_file_gives_the_exit_code(
    run: Run, request: pytest.FixtureRequest, files: list[str], code: int
) -> None:
    paths = [request.getfixturevalue(name) for name in files]
    assert run("check", *paths)[0] == code
    assert run("load", *paths, "--yes")[0] == code


def test_only_ten_findings_of_a_code_are_printed_and_all_are_in_json(
    run: Run, write_book: Write
) -> None:
    rows = [*TABLE, *([f"36.8{place}", "x", 1] for place in range(6)), *(["36.99", 1, 1],) * 8]
    path = write_book("banyak.xlsx", {"S": rows})
    _, out, _ = run("check", path)
    assert out.count("tidak dikenal (yang mirip") == 10
    assert "… dan 4 temuan serupa." in out
    assert len(records(run("check", path, "--json")[1])[0]["findings"]) == 14


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


BAD = {
    "tiada.xlsx": None,
    "kosong.xlsx": b"",
    "gambar.xlsx": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "surat.csv": b"Dengan hormat, bersama ini kami sampaikan.\n",
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_is_no_workbook_is_refused_with_a_sentence(
    run: Run, good: Path, tmp_path: Path, database: Path, name: str
) -> None:
    run("load", good, "--yes")
    before = state_of(database)
    content = BAD[name]
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert_refused(run, tmp_path / name, database, before)


def test_a_truncated_workbook_is_refused_with_a_sentence(
    run: Run, good: Path, tmp_path: Path, database: Path
) -> None:
    run("load", good, "--yes")
    before = state_of(database)
    path = tmp_path / "terpotong.xlsx"
    path.write_bytes(good.read_bytes()[:2000])
    assert_refused(run, path, database, before)


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([*TABLE, ["36.99", 1, 1]], "lembar S, sel A6"),
        ([*TABLE, ["36.03", "dua belas", 1]], "lembar S, sel B6"),
        ([*SAID, ["Kode", "Catatan"], ["36.01", "x"]], "lembar S"),
        ([["Komoditas", "2024", "2025"], ["Beras", 1, 2]], "lembar S, sel A1"),
        ([*TABLE, ["36.01", 9, 9]], "lembar S, sel B6"),
    ],
    ids=["region", "number", "no values", "no regions", "twice"],
)
def test_a_bad_table_is_refused_at_its_cell(
    *,
    run: Run,
    good: Path,
    write_book: Write,
    database: Path,
    rows: list[Any],
    place: str,
) -> None:
    run("load", good, "--yes")
    before = state_of(database)
    out = assert_refused(run, write_book("buruk.xlsx", {"S": rows}), database, before)
    assert f"Berkas buruk.xlsx, {place}" in out


def assert_refused(run: Run, path: Path, database: Path, before: str) -> str:
    code, out, err = run("load", path, "--yes")
    assert (code, err) == (1, "")
    assert f"{path.name}: ditolak" in out
    assert "→" in out
    assert "Traceback" not in out + err
    assert state_of(database) == before
    return out


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


def test_a_database_that_cannot_be_written_is_said_in_a_sentence(
    run: Run, good: Path, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_text("bukan folder")
    url = f"sqlite:///{tmp_path / 'berkas' / 'cakupan.db'}"
    code, _, err = run("load", good, "--yes", "--database", url)
    assert (code, err.startswith("Basis data tidak dapat dibuka atau ditulis.")) == (1, True)


def test_an_empty_database_file_compares_with_nothing(run: Run, good: Path, database: Path) -> None:
    database.parent.mkdir()
    database.touch()
    assert run("check", good)[0] == 0
    assert run("history")[1] == "Belum ada berkas yang dimuat.\n"
    assert database.stat().st_size == 0


def test_a_broken_family_file_is_named(
    run: Run, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ROOT / "data" / "reference", tmp_path / "own" / "reference")
    (tmp_path / "own" / "reference" / "sources" / "rusak.toml").write_text("id = 'x'")
    monkeypatch.setenv("CAKUPAN_DATA_DIR", str(tmp_path / "own"))
    code, _, err = run("check", good)
    assert (code, "rusak.toml" in err) == (1, True)


@pytest.mark.parametrize("watched", [True, False])
def test_a_bar_names_the_file_where_somebody_watches(watched: bool) -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=watched)
    paths = [Path("a.xlsx"), Path("b.xlsx")]
    read = with_progress(paths, lambda path: path.stem, console=console, say=words(Language.ID))
    assert list(read) == ["a", "b"]
    assert ("Membaca b.xlsx" in screen.getvalue()) is watched


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


def test_samples_are_made_from_their_facts(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("samples", "--out", tmp_path / "contoh")
    assert (code, out.count("Ditulis:")) == (0, 11)
    book = load_workbook(tmp_path / "contoh" / "peserta_banten.xlsx", read_only=True)
    assert book.worksheets[0]["A1"].value == "Judul"
    code, out, _ = run("samples", "--facts", tmp_path / "tiada")
    assert (code, "--facts" in out) == (1, True)


def test_the_program_runs_as_a_command_of_its_own(good: Path, database: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "etl", "check", "--json", str(good)],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert records(done.stdout.decode("utf-8"))[0]["status"] == "ready"


def test_the_forms_of_a_province_are_written_and_load_nothing_by_themselves(
    run: Run, tmp_path: Path
) -> None:
    code, out, _ = run("templates", "--region", "36", "--year", "2025", "--out", tmp_path / "f")
    assert code == 0
    names = sorted(path.name for path in (tmp_path / "f").iterdir())
    assert len(names) == 9
    assert all(name in out for name in names)


def test_a_form_for_a_region_that_does_not_exist_is_a_usage_error(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("templates", "--region", "99", "--out", tmp_path / "f")
    assert code == 2
    assert "99" in out
    assert not (tmp_path / "f").exists()


def test_what_counts_is_exported_and_loaded_again_it_changes_nothing(
    run: Run, good: Path, tmp_path: Path
) -> None:
    nothing, _, _ = run("export", "--out", tmp_path / "e")
    assert (nothing, (tmp_path / "e").exists()) == (1, False)
    run("load", "--yes", "--by", "Sekretariat", good)
    code, out, _ = run("export", "--region", "36", "--out", tmp_path / "e")
    (path,) = (tmp_path / "e").iterdir()
    assert (code, path.name) == (0, "angka_berlaku_banten.xlsx")
    assert path.name in out
    _, out, _ = run("check", path)
    assert "Angka: 4 (0 baru, 0 berubah, 4 sama)" in out
