"""What a table leaves unsaid is asked at the terminal, answered there, and remembered."""

from pathlib import Path

import pytest

from tests.etl.cli.terminal import Run, Write, records

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
