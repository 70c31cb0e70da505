"""A small sample of ``python -m tests.faults``, from a seed that never changes."""

from pathlib import Path

import pytest

from cakupan.opening import serving
from cakupan.settings import Settings
from etl.readers import read_file
from layouts.data.drop_card import UPLOAD_LIMIT
from tests.faults import big_body, clock, crowd, files, kills, lost_bytes, steps, suite, torn_log
from tests.faults.__main__ import _measured
from tests.faults.books import sound_files
from tests.faults.oracle import checksums_are_right, compare
from tests.in_background import in_background
from tests.on_postgresql import SKIPPED

SEED = 20251031


@pytest.fixture(scope="module", autouse=True)
def parser() -> None:
    """Files are read in a child, as they are in earnest: what damages one must not reach us."""


def test_damaged_files_are_refused_or_read_as_what_they_now_say():
    tally = files.run(SEED, 63)
    assert tally.faults == [], f"seed {SEED}"
    assert sum(tally.outcomes.values()) == 63
    assert tally.compared > 3
    assert tally.slowest <= files.LONGEST


def test_a_killed_load_leaves_the_database_whole_and_the_next_one_needs_no_hand():
    killed = kills.run(SEED, "load", 3)
    assert killed.faults == [], f"seed {SEED}"
    assert killed.living == 3
    assert killed.before + killed.after == killed.times


def test_a_killed_undo_leaves_the_database_whole():
    killed = kills.run(SEED, "undo", 1)
    assert killed.faults == [], f"seed {SEED}"
    assert killed.living == 1


@pytest.mark.sqlite_file
def test_a_killed_backup_leaves_the_database_whole():
    killed = kills.run(SEED, "backup", 1)
    assert killed.faults == [], f"seed {SEED}"
    assert killed.living == 1


@pytest.mark.sqlite_file
def test_a_torn_log_opens_at_a_whole_commit():
    assert torn_log.run(SEED, 25) == [], f"seed {SEED}"


@pytest.mark.sqlite_file
def test_bytes_that_the_disk_lost_are_refused_or_harm_no_figure():
    lost = lost_bytes.run(SEED, 50)
    assert lost.faults == [], f"seed {SEED}"
    assert 5 < lost.refused < 50


def test_a_clock_that_is_moved_changes_neither_what_counts_nor_the_order_of_deeds():
    assert clock.run() == []


def test_a_database_of_every_schema_there_was_is_opened_with_its_figures():
    assert steps.run() == []
    assert len(steps.revisions()) >= 7


def test_what_is_no_request_at_all_is_refused_and_others_are_served(monkeypatch):
    monkeypatch.setattr(big_body, "BODY", UPLOAD_LIMIT + 2 * big_body.MIB)

    def alive(_environ, begin):
        begin("200 OK", [("Content-Type", "text/plain")])
        return [b"ok"]

    with in_background(alive, **serving(Settings.from_env({}))) as port:
        for sent, status in big_body.BROKEN.items():
            assert big_body.is_refused(port, sent, status), sent[:60]
        for chunked in (False, True):
            assert b" 413 " in big_body.send(port, chunked=chunked)[1][:20]


def test_loaders_at_one_time_all_get_their_turn():
    assert crowd.run(2, 5) == []


def test_sound_files_are_read_alike_by_the_other_readers(tmp_path):
    for name, data in sound_files().items():
        path = tmp_path / name
        path.write_bytes(data)
        comparison = compare(read_file(path).workbook, data)
        assert comparison.difference is None, name
        assert bool(comparison.sheets) == (Path(name).suffix in {".xlsx", ".xlsm", ".csv"}), name


def test_the_judges_see_a_changed_figure_and_a_wrong_checksum(tmp_path):
    data = sound_files()["koma.csv"]
    path = tmp_path / "a.csv"
    path.write_bytes(data)
    book = read_file(path).workbook
    assert "17387" in compare(book, data.replace(b"17387", b"17388")).difference
    assert compare(book, data + b"\nx,y\n").difference is not None
    workbook = bytearray(sound_files()["buatan-sendiri.xlsx"])
    assert checksums_are_right(bytes(workbook))
    workbook[60] ^= 1
    assert not checksums_are_right(bytes(workbook))


def test_what_was_measured_takes_the_place_of_what_stood_there_and_of_nothing_else():
    page = "# Title\n\ntext\n\n## Measured\n\nold\n\n## What this does not show\n\n- more\n"
    assert _measured(page, ["new"]) == page.replace("old", "new")


def test_each_test_of_the_suite_on_the_other_engine_is_counted_as_what_it_came_to():
    report = f"""<testsuites><testsuite><testcase classname="a" name="1"/>
    <testcase classname="a" name="2"><skipped message="{SKIPPED}"/></testcase>
    <testcase classname="a" name="3"><skipped message="no browser"/></testcase>
    <testcase classname="a" name="4"><failure message="x"/></testcase>
    <testcase classname="a" name="5"><error message="x"/></testcase></testsuite></testsuites>"""
    tried = suite.counted(report)
    assert (tried.passed, tried.about_files, tried.left_out) == (1, 1, 1)
    assert tried.faults == ["on PostgreSQL: a::4", "on PostgreSQL: a::5"]
