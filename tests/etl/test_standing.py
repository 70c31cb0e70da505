"""What counts, today and on a day of the past, from the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import text

from etl import __main__ as cli
from tests.behind import behind

SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
Run = Callable[..., tuple[int, str]]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "cakupan.db"
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", f"sqlite:///{path}")
    return path


@pytest.fixture
def run(database: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*arguments: object) -> tuple[int, str]:
        code = cli.main([str(one) for one in arguments])
        said = capsys.readouterr()
        return code, said.out + ("" if "--json" in arguments else said.err)

    return call


@pytest.fixture
def week(run: Run, database: Path, write_book) -> None:
    """1 Nov: load 1. 3 Nov: load 2 corrects it. 5 Nov: load 2 is withdrawn. 7 Nov: load 3."""
    for number, (value, region) in enumerate(((100, "36.01"), (999, "36.01"), (7, "36.02"))):
        rows = [*SAID, ["Kode", "2025"], [region, value]]
        book = write_book(f"{number + 1}.xlsx", {"S": rows})
        run("load", book, "--yes", "--by", "Sari")
        if number == 1:
            run("undo", 2, "--by", "Budi")
    days = {1: (1, 1), 2: (2, 3), 3: (2, 5), 4: (3, 7)}
    with behind(database) as connection:
        asked = "SELECT id, load_id FROM load_event ORDER BY id"
        events = [tuple(row) for row in connection.exec_driver_sql(asked)]
        assert events == [(event, load) for event, (load, _) in days.items()]
        for event, (load, day) in days.items():
            said = {"at": f"2025-11-{day:02d} 05:00:00.000000", "event": event, "load": load}
            connection.execute(text("UPDATE load_event SET done_at = :at WHERE id = :event"), said)
            if event != 3:
                connection.execute(text("UPDATE load SET loaded_at = :at WHERE id = :load"), said)


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize(("day", "loads"), [(1, [1]), (2, [1]), (4, [2, 1]), (6, [1]), (8, [3, 1])])
def test_the_history_of_a_day_has_the_loads_that_counted_then(run, day, loads) -> None:
    code, out = run("history", "--as-of", f"2025-11-{day:02d}", "--json")
    assert (code, [one["id"] for one in json.loads(out)]) == (0, loads)


@pytest.mark.usefixtures("week")
def test_figures_of_a_day_stand_beside_those_of_today(run) -> None:
    asked = ("current", "--as-of", "2025-11-04", "--region", "36.01")
    code, out = run(*asked, "--measure", "participants_active")
    assert code == 0
    assert "Yang berlaku pada 4 Nov 2025, 23.59, dari 2 muatan" in out
    (row,) = [line for line in out.splitlines() if line.startswith("2025 ")]
    assert row.split()[-4:] == ["999", "100", "−899", "2.xlsx"]
    assert "1 dari 1 angka berbeda dengan sekarang." in out
    assert "Sejak itu masuk 1 muatan." in out
    assert "nomor 3, 3.xlsx, 7 Nov 2025" in out
    assert "Sejak itu ditarik 1 muatan." in out
    assert "nomor 2, 2.xlsx" in out
    assert "oleh Budi" in out


@pytest.mark.usefixtures("week")
def test_a_figure_that_came_later_has_no_value_then(run) -> None:
    asked = ("--as-of", "2025-11-04", "--region", "36.02", "--measure", "participants_active")
    record = json.loads(run("current", *asked, "--json")[1])
    (figure,) = record["figures"]
    assert (figure["value"], figure["today"], figure["load"]) == (None, "7", None)
    assert record["since"] == {"came": [3], "went": [2]}


@pytest.mark.usefixtures("week")
def test_without_a_day_it_is_what_counts_now(run) -> None:
    code, out = run("current")
    assert code == 0
    assert "Yang berlaku sekarang, dari 2 muatan" in out
    assert "Sejak itu" not in out
    assert (
        "Waktu itu"
        not in run("current", "--region", "36.01", "--measure", "participants_active")[1]
    )
    record = json.loads(run("current", "--json")[1])
    assert [one["file"] for one in record["series"]] == ["3.xlsx"]


def test_a_day_that_cannot_be_read_or_is_to_come_is_told(run) -> None:
    for command in ("current", "history"):
        for day, sentence in (("kemarin", "tidak terbaca"), ("2999-01-01", "belum tiba")):
            code, out = run(command, "--as-of", day)
            assert (code, sentence in out) == (2, True)


def test_a_region_without_a_measure_and_a_region_that_is_none_are_told(run) -> None:
    code, out = run("current", "--region", "36")
    assert (code, "bersama-sama" in out) == (2, True)
    code, out = run("current", "--region", "99", "--measure", "employed")
    assert (code, "99" in out) == (2, True)


def test_without_a_database_nothing_counts(run, database: Path) -> None:
    assert "Belum ada angka yang berlaku" in run("current", "--as-of", "2025-11-27")[1]
    assert not database.exists()
