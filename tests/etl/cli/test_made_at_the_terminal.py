"""Samples, forms and exports are written by commands, which run on their own too."""

import os
import subprocess
import sys
from pathlib import Path

from openpyxl import load_workbook

from tests.etl.cli.terminal import ROOT, Run, records


def test_samples_are_made_from_their_facts(run: Run, tmp_path: Path) -> None:
    code, out, _ = run("samples", "--out", tmp_path / "contoh")
    assert (code, out.count("Ditulis:")) == (0, 12)
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
    assert len(names) == 10
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
