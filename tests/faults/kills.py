"""Kills what writes at random moments and looks whether anything is lost or half there."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, sleep

from tests.faults.ground import dump, load_book, old_database, whole_book

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "cakupan.db"
_MOST_ROUNDS = 4


@dataclass(slots=True)
class Killed:
    """How many were killed, in which of the two whole states they left what they write."""

    times: int = 0
    before: int = 0
    after: int = 0
    finished: int = 0
    faults: list[str] = field(default_factory=list)

    @property
    def living(self) -> int:
        """How many of them the blow met alive."""
        return self.times - self.finished


@dataclass(frozen=True, slots=True)
class Deed:
    """A command that writes, in a folder that holds what it needs; ``look`` tells what is there."""

    arguments: tuple[str, ...]
    look: Callable[[Path], object] = lambda folder: dump(folder / DATABASE)


@dataclass(frozen=True, slots=True)
class _Ground:
    """A deed, the folder it is done in, and the two states that may be found afterwards."""

    deed: Deed
    base: Path
    seconds: float
    before: object
    after: object


@dataclass(frozen=True, slots=True)
class _Blow:
    number: int
    ground: _Ground
    folder: Path
    at: float


@dataclass(frozen=True, slots=True)
class _Struck:
    """What a kill has left, whether the deed had ended before it, and what was wrong."""

    left: str = ""
    finished: bool = False
    fault: str | None = None


LOAD = Deed(("-m", "etl", "load", "berkas.xlsx", "--yes", "--by", "uji"))
UNDO = Deed(("-m", "etl", "undo", "2", "--by", "uji"))
MIGRATE = Deed(
    (str(ROOT / "tests" / "faults" / "upgrade.py"), DATABASE),
    lambda folder: dump(folder / DATABASE, "alembic_version"),
)
BACK_UP = Deed(
    ("-m", "cakupan", "backup", "cadangan.db"),
    lambda folder: (dump(folder / DATABASE), dump(folder / "cadangan.db")),
)
RESTORE = Deed(("-m", "cakupan", "restore", "lama.db", "--yes", "--by", "uji"))


def run(seed: int, kind: str, times: int, *, workers: int = 1) -> Killed:
    """Kill so many deeds of a kind while they live: load, undo, migrate, backup or restore.

    A blow that comes when the deed had ended is counted too, and another one is struck for it.
    """
    chance = Random(f"{seed}/kills/{kind}")  # noqa: S311  chance here must be repeatable
    killed = Killed()
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(workers) as pool:
        grounds = _grounds(kind, Path(name)) if times else []
        while killed.living < times and killed.times < _MOST_ROUNDS * times:
            numbers = range(killed.times, killed.times + times - killed.living)
            blows = [
                _blow(number, grounds[number % len(grounds)], Path(name), chance)
                for number in numbers
            ]
            for blow, struck in zip(blows, pool.map(_kill_one, blows), strict=True):
                _count(killed, kind, blow, struck)
    return killed


def _blow(number: int, ground: _Ground, folder: Path, chance: Random) -> _Blow:
    """Late more often than early: what is written is written in the end.

    And later than it took alone, for others are at work beside it.
    """
    at = chance.triangular(0, 1.3 * ground.seconds, ground.seconds)
    return _Blow(number, ground, folder / f"{number}", at)


def _count(killed: Killed, kind: str, blow: _Blow, struck: _Struck) -> None:
    killed.times += 1
    killed.before += struck.left == "before"
    killed.after += struck.left == "after"
    killed.finished += struck.finished
    if struck.fault:
        told = f"{kind}: kill {blow.number} after {blow.at:.3f} s: {struck.fault}"
        killed.faults.append(told)


def _grounds(kind: str, folder: Path) -> list[_Ground]:
    """Where a kind of deed is done; loads by turns into a database with a load, and into none."""
    none, two, old = (folder / name for name in ("none", "two", "old"))
    for place in (none, two, old):
        place.mkdir()
    whole_book(none / "berkas.xlsx", 2024)
    load_book(whole_book(two / "lain.xlsx", 2023), two / DATABASE)
    whole_book(two / "berkas.xlsx", 2025)
    if kind == "load":
        return [_ground(LOAD, none), _ground(LOAD, two)]
    if kind == "migrate":
        old_database(old / DATABASE)
        return [_ground(MIGRATE, old)]
    shutil.copy(two / DATABASE, two / "lama.db")
    load_book(two / "berkas.xlsx", two / DATABASE)
    return [_ground({"undo": UNDO, "backup": BACK_UP, "restore": RESTORE}[kind], two)]


def _ground(deed: Deed, base: Path) -> _Ground:
    tried = base.with_name(f"{base.name}-tried")
    shutil.copytree(base, tried)
    begun = monotonic()
    if _begin(deed, tried).wait() != 0:
        raise RuntimeError(f"{' '.join(deed.arguments)} cannot be done at all")
    return _Ground(deed, base, monotonic() - begun, deed.look(base), deed.look(tried))


def _kill_one(blow: _Blow) -> _Struck:
    """Begin, kill, look, do it again."""
    ground, deed = blow.ground, blow.ground.deed
    shutil.copytree(ground.base, blow.folder)
    child = _begin(deed, blow.folder)
    sleep(blow.at)
    finished = child.poll() is not None
    child.kill()
    child.wait()
    states = {"before": ground.before, "after": ground.after}
    found = deed.look(blow.folder)
    left = next((name for name, state in states.items() if state == found), "")
    if not left:
        return _Struck(left, finished, "neither the state before nor the whole deed")
    again = _begin(deed, blow.folder).wait()
    if again != 0 and left == "before":
        return _Struck(left, finished, "it could not be done by itself the next time")
    same = deed.look(blow.folder) == ground.after
    shutil.rmtree(blow.folder)
    return _Struck(left, finished, None if same else "the next time left another state")


def _begin(deed: Deed, folder: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, *deed.arguments],
        cwd=folder,
        env={
            "PATH": "",
            "PYTHONPATH": str(ROOT),
            "CAKUPAN_DATABASE_URL": f"sqlite:///{folder / DATABASE}",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
