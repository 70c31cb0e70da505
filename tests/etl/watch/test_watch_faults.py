"""A watcher among copies in progress, dropped networks, other programs, and blows."""

import hashlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import monotonic, sleep

import pytest

from etl.intake.examiner import Examiner
from etl.watch import loaded
from etl.watch.folder import STATE, FolderGoneError, Looks, Rest, Seen, look
from etl.watch.ledger import Judged, Ledger
from etl.watch.lock import WatchedAlreadyError, held
from etl.watch.moving import move
from tests.behind import be_impatient, behind
from tests.etl.watch.conftest import CLEAN, REFUSED, SAID

ROOT = Path(__file__).resolve().parents[3]


def seen(size: int, changed: int = 0) -> Seen:
    return Seen("a.csv", Path("a.csv"), Looks(size, changed))


def test_a_file_is_at_rest_once_size_and_date_stood_still_long_enough() -> None:
    now = 0.0
    rest = Rest(10, clock=lambda: now)
    for now, file, resting in (
        (0, seen(1), False),
        (6, seen(2), False),
        (12, seen(2), False),
        (15, seen(2, 1), False),
        (24, seen(2, 1), False),
        (25, seen(2, 1), True),
        (30, seen(2, 1), True),
    ):
        assert (rest.at_rest([file]) == [file]) is resting, now
    assert rest.at_rest([]) == []
    assert rest.at_rest([seen(2, 1)]) == []


def test_a_copy_in_progress_is_left_alone(office, monkeypatch: pytest.MonkeyPatch) -> None:
    path = office.put("baik.xlsx", CLEAN)
    sizes = iter(range(9))
    whole = Looks.of
    monkeypatch.setattr(Looks, "of", lambda one: Looks(next(sizes), whole(one).changed_ns))
    assert "baik" not in office.watch()
    assert path.exists()


def test_a_copy_that_goes_on_after_a_pause_is_brought_back_and_read_whole(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n1;2\n")
    files = loaded.LoadedFiles(tmp_path)
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    with path.open("ab") as copying:
        place = files.put_away(Seen("a.csv", path, Looks.of(path)), sha256)
        assert files.bring_back_changed() == []
        copying.write(b"3;4\n")
    assert place == tmp_path / "dimuat" / "a.csv"
    assert files.bring_back_changed() == ["a.csv"]
    assert path.read_bytes() == b"a;b\n1;2\n3;4\n"
    assert files.bring_back_changed() == []


def test_bytes_that_are_not_those_that_were_loaded_stay_to_be_judged(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"lain")
    assert loaded.LoadedFiles(tmp_path).put_away(Seen("a.csv", path, Looks.of(path)), "0") is None
    assert path.read_bytes() == b"lain"


def test_a_move_overwrites_nothing_and_takes_up_the_claim_of_a_killed_run(tmp_path: Path) -> None:
    source, target = tmp_path / "a.xlsx", tmp_path / "b" / "a.xlsx"
    target.parent.mkdir()
    target.write_bytes(b"")
    for number, place in enumerate((target, target.with_name("a (2).xlsx"))):
        source.write_bytes(b"%d" % number)
        assert move(source, target) == place
    assert target.read_bytes() == b"0"
    assert not source.exists()


def test_two_watchers_do_not_share_a_folder(office) -> None:
    with held(office.folder):
        said = office.watch()
        assert (office.code, f"pid {os.getpid()}" in said) == (1, True)
        with pytest.raises(WatchedAlreadyError), held(office.folder):
            pass
    office.put("baik.xlsx", CLEAN)
    office.watch()
    assert office.names() == ["dimuat/baik.xlsx"]


def test_a_folder_that_dropped_is_not_taken_for_an_empty_one(office) -> None:
    office.put("tolak.xlsx", REFUSED)
    office.watch()
    assert [one.name for one in look(office.folder).files] == ["tolak.xlsx"]
    (office.folder / STATE).rename(office.folder / "elsewhere")
    with pytest.raises(FolderGoneError):
        look(office.folder)
    (office.folder / "elsewhere").rename(office.folder / STATE)
    assert "tolak" not in office.watch()


def test_a_book_of_judgements_that_is_damaged_is_set_aside(office) -> None:
    office.put("tolak.xlsx", REFUSED)
    office.watch()
    (office.folder / STATE / "dinilai.json").write_text('{"tolak.xlsx": 1}')
    assert "tolak.xlsx: ditolak" in office.watch()
    assert (office.folder / STATE / "dinilai.rusak").exists()


def test_reports_that_a_killed_run_was_writing_are_its_successor_s(office) -> None:
    path = office.put("tolak.xlsx", REFUSED)
    office.watch()
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    reports = {f"tolak.xlsx.temuan{suffix}": "" for suffix in (".xlsx", ".txt")}
    Ledger(office.folder).put("tolak.xlsx", Judged(Looks.of(path), sha256, "x", reports))
    assert "tolak.xlsx: ditolak" in office.watch()
    assert len(office.names()) == 3


def test_a_database_in_use_puts_a_file_off_without_a_report(
    office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.put("awal.xlsx", [*SAID, ["Kode", "2025"], ["36.03", 1]])
    office.watch()
    office.put("baik.xlsx", CLEAN)
    be_impatient(monkeypatch, milliseconds=20)
    load = Examiner.load

    def in_use(self: Examiner, *args: object, **options: object) -> object:
        with behind(office.database):
            return load(self, *args, **options)

    monkeypatch.setattr(Examiner, "load", in_use)
    assert "basis data sedang tidak dapat dipakai" in office.watch()
    assert office.names() == ["baik.xlsx", "dimuat/awal.xlsx"]
    monkeypatch.setattr(Examiner, "load", load)
    assert "baik.xlsx: dimuat" in office.watch()


def test_a_loaded_file_that_cannot_be_moved_yet_is_moved_later_and_not_loaded_again(
    office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(source: Path, target: Path) -> Path:
        raise PermissionError(source)

    office.put("baik.xlsx", CLEAN)
    with monkeypatch.context() as patch:
        patch.setattr(loaded, "move", stuck)
        said = office.watch()
    assert "dimuat sebagai muatan nomor 1" in said
    assert "belum dapat dibuka, dipindahkan" in said
    assert office.names() == ["baik.xlsx"]
    office.watch()
    assert office.names() == ["dimuat/baik.xlsx"]
    assert len(office.loads()) == 1


def test_a_fault_of_the_program_ends_neither_the_watch_nor_the_file(
    office, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    office.put("baik.xlsx", CLEAN)
    with monkeypatch.context() as patch:
        patch.setattr(Examiner, "examine", broken)
        assert "gangguan di dalam program" in office.watch()
    assert office.names() == ["baik.xlsx"]
    office.watch()
    assert office.names() == ["dimuat/baik.xlsx"]


def start(office, *options: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "etl", "watch", str(office.folder), "--settle", "0.1", *options],
        cwd=ROOT,
        env={**os.environ, "CAKUPAN_DATABASE_URL": f"sqlite:///{office.database}"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_watcher_that_is_asked_to_stop_ends_in_order_and_leaves_nothing_half_done(
    office, number: signal.Signals
) -> None:
    for place in range(4):
        office.put(f"{place}.xlsx", [*SAID, ["Kode", "2025"], [f"36.0{place + 1}", place]])
    watcher = start(office)
    until = monotonic() + 60
    while not any(name.startswith("dimuat/") for name in office.names()):
        assert monotonic() < until
        sleep(0.02)
    watcher.send_signal(number)
    said, _ = watcher.communicate(timeout=60)
    assert watcher.returncode == 0
    assert "Berhenti memantau" in said.decode()
    assert "ditolak" not in said.decode()
    moved = [name for name in office.names() if name.startswith("dimuat/")]
    assert len(office.loads()) == len(moved)
    assert len(office.names()) == 4


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_a_watcher_that_is_killed_loses_nothing_and_its_successor_needs_no_hand(office) -> None:
    contents = set()
    for place in range(4):
        path = office.put(f"{place}.xlsx", [*SAID, ["Kode", "2025"], [f"36.0{place + 1}", place]])
        contents.add(path.read_bytes())
    contents.add(office.put("tolak.xlsx", REFUSED).read_bytes())
    chance = Random(20251125)  # noqa: S311  chance here must be repeatable
    for _ in range(6):
        watcher = start(office)
        sleep(chance.uniform(0.3, 2.0))
        watcher.kill()
        watcher.communicate()
        assert contents <= {path.read_bytes() for path in office.folder.rglob("*.xlsx")}
    office.watch()
    assert [name for name in office.names() if not name.startswith("dimuat/")] == [
        *("tolak.xlsx", "tolak.xlsx.temuan.txt", "tolak.xlsx.temuan.xlsx"),
    ]
    assert sorted(path.name for path in (office.folder / "dimuat").iterdir()) == [
        *("0.xlsx", "1.xlsx", "2.xlsx", "3.xlsx"),
    ]
    assert sorted(name for name, _, state in office.loads() if state == "current") == [
        *("0.xlsx", "1.xlsx", "2.xlsx", "3.xlsx"),
    ]
