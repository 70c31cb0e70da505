"""What is no table of ours is refused in a sentence, and the database stays as it was."""

from pathlib import Path
from typing import Any

import pytest

from tests.etl.cli.terminal import SAID, TABLE, Run, Write, state_of

BAD = {
    "tiada.xlsx": None,
    "kosong.xlsx": b"",
    "gambar.xlsx": b"\x89PNG\r\n\x1a\n" + bytes(64),
    "surat.csv": b"Dengan hormat, bersama ini kami sampaikan.\n",
}


def assert_refused(run: Run, path: Path, database: Path, before: str) -> str:
    code, out, err = run("load", path, "--yes")
    assert (code, err) == (1, "")
    assert f"{path.name}: ditolak" in out
    assert "→" in out
    assert "Traceback" not in out + err
    assert state_of(database) == before
    return out


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
