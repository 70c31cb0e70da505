"""What a check says: for people, for machines, in either language, with its exit code."""

import hashlib
import io
from pathlib import Path

import pytest
from rich.console import Console

from cakupan.domain.language import Language
from cakupan.texts import words
from etl.progress import with_progress
from tests.etl.cli.terminal import TABLE, Run, Write, records

KEYS = [
    *("file", "sha256", "family", "status", "measures", "periods", "regions", "figures"),
    *("new", "changed", "unchanged", "findings", "questions", "tables"),
]


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


def test_an_empty_database_file_compares_with_nothing(run: Run, good: Path, database: Path) -> None:
    database.parent.mkdir()
    database.touch()
    assert run("check", good)[0] == 0
    assert run("history")[1] == "Belum ada berkas yang dimuat.\n"
    assert database.stat().st_size == 0


@pytest.mark.parametrize("watched", [True, False])
def test_a_bar_names_the_file_where_somebody_watches(watched: bool) -> None:
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=watched)
    paths = [Path("a.xlsx"), Path("b.xlsx")]
    read = with_progress(paths, lambda path: path.stem, console=console, say=words(Language.ID))
    assert list(read) == ["a", "b"]
    assert ("Membaca b.xlsx" in screen.getvalue()) is watched
