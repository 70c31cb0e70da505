"""A watched folder: what becomes of the files in it."""

import os
import shutil

import pytest
from openpyxl import load_workbook

from etl.intake.examiner import Examiner
from tests.etl.watch.conftest import ASKS, CLEAN, REFUSED, SAID

JUMP = [*SAID, ["Kode", "2023", "2024", "2025"], ["36.01", 1000, 1010, 90_000]]


def report_of(office, name: str) -> str:
    return (office.folder / f"{name}.temuan.txt").read_text(encoding="utf-8-sig")


def test_a_clean_file_is_loaded_under_the_watcher_s_name_and_moved(office) -> None:
    office.put("Banten/baik.xlsx", CLEAN)
    said = office.watch()
    assert "Banten/baik.xlsx: dimuat sebagai muatan nomor 1 (4 baru, 0 berubah, 0 sama)" in said
    assert office.code == 0
    assert office.names() == ["dimuat/Banten/baik.xlsx"]
    assert office.loads() == [("baik.xlsx", "sari (watch)", "current")]
    said = office.watch()
    assert "baik" not in said
    assert office.names() == ["dimuat/Banten/baik.xlsx"]


def test_a_refused_file_stays_with_a_workbook_and_a_text_until_it_changes(office) -> None:
    office.put("tolak.xlsx", REFUSED)
    assert "tolak.xlsx: ditolak, 1 temuan; lihat tolak.xlsx.temuan.txt" in office.watch()
    reports = ["tolak.xlsx.temuan.txt", "tolak.xlsx.temuan.xlsx"]
    assert office.names() == ["tolak.xlsx", *reports]
    text = report_of(office, "tolak.xlsx")
    assert "tolak.xlsx belum dimuat: 1 hal harus diperbaiki." in text
    assert "36.99" in text
    shown = load_workbook(office.folder / "tolak.xlsx.temuan.xlsx")
    assert "36.99" in str([cell.value for row in shown.worksheets[0] for cell in row])
    office.put("tolak.xlsx", CLEAN)
    assert "dimuat sebagai muatan nomor 1" in office.watch()
    assert office.names() == ["dimuat/tolak.xlsx"]


def test_known_bytes_are_never_judged_twice_even_after_a_restart_or_under_a_new_date(
    office, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = office.put("tolak.xlsx", REFUSED)
    office.watch()
    monkeypatch.setattr(Examiner, "examine", None)
    assert "tolak" not in office.watch()
    path.touch()
    assert "tolak" not in office.watch()
    assert "tolak" not in office.watch()


def test_a_report_that_was_deleted_asks_for_another_look(office) -> None:
    office.put("tolak.xlsx", REFUSED)
    office.watch()
    (office.folder / "tolak.xlsx.temuan.txt").unlink()
    assert "tolak.xlsx: ditolak" in office.watch()
    assert len(office.names()) == 3


def test_a_question_is_told_with_the_answer_that_would_load_it(office) -> None:
    rows = [["Daerah TK II", "Jml org"], ["Kab. Pandeglang", 100], ["Kab. Lebak", 101]]
    path = office.put("rekap 2025.xlsx", rows)
    assert "rekap 2025.xlsx: perlu jawaban" in office.watch()
    text = report_of(office, "rekap 2025.xlsx")
    assert '--answer "region=Daerah TK II"' in text
    assert f'python -m etl load "{path}"' in text
    answers = ("measure=employed", "region=Daerah TK II", "period=2025-08")
    office.run("load", path, "--yes", *(word for one in answers for word in ("--answer", one)))
    assert "isinya sudah dimuat sebagai muatan nomor 1" in office.watch()
    assert office.names() == ["dimuat/rekap 2025.xlsx"]


def test_answers_that_were_learned_meanwhile_open_a_file_that_waited(office) -> None:
    rows = [["Daerah TK II", "2024", "2025"], ["Kab. Pandeglang", 100, 101]]
    other = office.put("lain/tahun lalu.xlsx", [*rows, ["Kab. Lebak", 102, 103]])
    office.put("tahun ini.xlsx", rows)
    assert "tahun ini.xlsx: perlu jawaban" in office.watch()
    answers = ("measure=employed", "region=Daerah TK II")
    given = [word for one in answers for word in ("--answer", one)]
    assert "muatan nomor 1" in office.run("load", other, "--yes", *given)
    assert "tahun ini.xlsx: dimuat" in office.watch()


def test_an_ambiguous_region_asks_and_nothing_is_loaded(office) -> None:
    office.put("tanya.xlsx", ASKS)
    assert "tanya.xlsx: perlu jawaban" in office.watch()
    assert "36.71 Kota Tangerang" in report_of(office, "tanya.xlsx")
    assert office.loads() == []


def test_a_warning_waits_for_a_person_unless_the_office_decided_otherwise(office) -> None:
    office.put("lonjak.xlsx", JUMP)
    assert "lonjak.xlsx: dapat dimuat, tetapi" in office.watch()
    assert "perlu dilihat orang dahulu" in report_of(office, "lonjak.xlsx")
    assert office.loads() == []
    (office.folder / "lonjak.xlsx.temuan.txt").unlink()
    assert "lonjak.xlsx: dimuat" in office.watch("--accept-warnings")
    names = office.names()
    assert names[0] == "dimuat/lonjak.xlsx"
    assert len(names) == 3
    assert "sudah dimuat, dengan" in report_of(office, "dimuat/lonjak.xlsx")


def test_names_that_programs_use_in_passing_are_not_looked_at(office) -> None:
    for name in (
        *("~$baik.xlsx", ".~lock.baik.xlsx#", "baik.xlsx.crdownload", "baik.xlsx.part"),
        *("~WRL0001.tmp", "4A0B2C00", "Thumbs.db", "desktop.ini", ".DS_Store", ".git/x.csv"),
    ):
        (office.folder / name).parent.mkdir(exist_ok=True)
        (office.folder / name).write_bytes(b"a,b\n1,2\n")
    before = office.names()
    office.watch()
    assert office.names() == before


def test_a_folder_named_like_a_date_is_looked_into(office) -> None:
    office.put("20251125/baik.xlsx", CLEAN)
    office.watch()
    assert office.names() == ["dimuat/20251125/baik.xlsx"]


def test_whatever_a_file_is_it_gets_an_answer(office) -> None:
    (office.folder / "surat.pdf").write_bytes(b"%PDF-1.7\n")
    (office.folder / "kosong.xlsx").write_bytes(b"")
    office.watch()
    assert "PDF" in report_of(office, "surat.pdf")
    assert "kosong" in report_of(office, "kosong.xlsx").casefold()


def test_the_older_of_two_versions_is_loaded_first(office) -> None:
    new = office.put("a-koreksi.xlsx", [*SAID, ["Kode", "2025"], ["36.01", 7]])
    old = office.put("b-pertama.xlsx", [*SAID, ["Kode", "2025"], ["36.01", 6]])
    shutil.copystat(old, new)
    os.utime(old, (1_700_000_000, 1_700_000_000))
    office.watch("--accept-warnings")
    assert [name for name, _, _ in office.loads()] == ["b-pertama.xlsx", "a-koreksi.xlsx"]


def test_the_same_bytes_twice_are_loaded_once_and_both_are_kept(office) -> None:
    path = office.put("baik.xlsx", CLEAN)
    (office.folder / "lain").mkdir()
    shutil.copy(path, office.folder / "lain" / "baik.xlsx")
    office.watch()
    office.watch()
    assert office.names() == ["dimuat/baik.xlsx", "dimuat/lain/baik.xlsx"]
    assert len(office.loads()) == 1


def test_a_name_that_is_taken_in_the_loaded_folder_is_not_overwritten(office) -> None:
    office.put("dimuat/baik.xlsx", REFUSED)
    kept = (office.folder / "dimuat" / "baik.xlsx").read_bytes()
    office.put("baik.xlsx", CLEAN)
    office.watch()
    assert office.names() == ["dimuat/baik (2).xlsx", "dimuat/baik.xlsx"]
    assert (office.folder / "dimuat" / "baik.xlsx").read_bytes() == kept


def test_what_a_person_took_back_is_not_loaded_again_behind_that_person_s_back(office) -> None:
    path = office.put("baik.xlsx", CLEAN)
    content = path.read_bytes()
    office.watch()
    office.run("undo", "1", "--by", "Budi")
    path.write_bytes(content)
    assert "lalu ditarik, jadi tidak dimuat lagi" in office.watch()
    assert "ditarik oleh Budi" in report_of(office, "baik.xlsx")
    assert "etl redo 1" in report_of(office, "baik.xlsx")
    assert office.loads()[0][2] == "withdrawn"
    assert "baik" not in office.watch()
    office.run("redo", "1")
    office.watch()
    assert "baik.xlsx" not in office.names()
    assert len(office.loads()) == 1


def test_reports_a_person_has_written_into_are_never_overwritten_or_removed(office) -> None:
    office.put("tolak.xlsx", REFUSED)
    office.watch()
    note = office.folder / "tolak.xlsx.temuan.txt"
    note.write_text("sudah ditelepon, menunggu perbaikan")
    office.put("tolak.xlsx", [*REFUSED, ["36.98", 1, 1]])
    office.watch()
    assert note.read_text() == "sudah ditelepon, menunggu perbaikan"
    assert "tolak.xlsx.temuan (2).txt" in office.names()
    office.put("tolak.xlsx", CLEAN)
    office.watch()
    assert office.names() == ["dimuat/tolak.xlsx", "tolak.xlsx.temuan.txt"]


def test_a_file_of_a_person_named_like_a_report_stays_as_it_is(office) -> None:
    mine = office.folder / "tolak.xlsx.temuan.xlsx"
    mine.write_bytes(b"punya saya")
    office.put("tolak.xlsx", REFUSED)
    office.watch()
    assert mine.read_bytes() == b"punya saya"
    assert "tolak.xlsx.temuan (2).xlsx" in office.names()


def test_a_renamed_file_is_judged_under_its_new_name_and_its_old_report_goes(office) -> None:
    path = office.put("tolak.xlsx", REFUSED)
    office.watch()
    path.rename(office.folder / "tolak lagi.xlsx")
    office.watch()
    assert office.names() == [
        *("tolak lagi.xlsx", "tolak lagi.xlsx.temuan.txt", "tolak lagi.xlsx.temuan.xlsx"),
    ]


def test_english_on_request(office) -> None:
    office.put("tolak.xlsx", REFUSED)
    assert "tolak.xlsx: refused" in office.watch("--language", "en")
    assert "was not loaded" in report_of(office, "tolak.xlsx")


def test_a_folder_that_is_not_there_is_told(office, tmp_path) -> None:
    said = office.run("watch", tmp_path / "tiada", "--once")
    assert (office.code, "tidak ada atau tidak terjangkau" in said) == (1, True)
