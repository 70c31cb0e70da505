"""A server under a long shower of requests and loads: it must not grow, and never fail.

Memory and open files are looked at after a tenth of the requests (2,000 at least: each thread has
to have worked for once), and again at the end.
"""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import monotonic, sleep

from tests.faults.crowd import load_often
from tests.faults.served import served, weight
from tests.faults.visits import Visitor

_CLIENTS = 4
_REST = 15
_LEAST_WARM = 2000


@dataclass(slots=True)
class Soaked:
    """Requests answered, loads written, and what the server weighed before and after."""

    requests: int = 0
    loads: int = 0
    memory: tuple[int, int] = (0, 0)
    handles: tuple[int, int] = (0, 0)
    seconds: float = 0
    faults: list[str] = field(default_factory=list)


def run(seed: int, requests: int, loads: int) -> Soaked:
    """So many requests and loads; memory in bytes."""
    soaked = Soaked()
    with tempfile.TemporaryDirectory() as name:
        database = Path(name) / "cakupan.db"
        with served(f"sqlite:///{database}") as (port, pid):
            begun, warm = monotonic(), max(requests // 10, _LEAST_WARM)
            lasting = _Weather(soaked, database, port)
            lasting.go_on(seed, warm, range(loads // 10))
            first = _rested(pid)
            lasting.go_on(seed + 9, max(requests - warm, 0), range(loads // 10, loads))
            _shower(soaked, seed, port, min(requests // 10, 500))
            last = _rested(pid)
    soaked.loads, soaked.seconds = loads, monotonic() - begun
    soaked.memory, soaked.handles = tuple(zip(first, last, strict=True))
    if last[0] > first[0] * 1.05:
        soaked.faults.append(f"memory grew from {first[0]} to {last[0]} bytes")
    if last[1] > first[1]:
        soaked.faults.append(f"open files grew from {first[1]} to {last[1]}")
    return soaked


@dataclass(frozen=True, slots=True)
class _Weather:
    """A server, and the database that others load into meanwhile."""

    soaked: Soaked
    database: Path
    port: int

    def go_on(self, seed: int, requests: int, loads: range) -> None:
        """So many requests while one loader loads these; all restate the months of one year."""
        with ThreadPoolExecutor(1) as pool:
            loading = pool.submit(
                load_often, f"sqlite:///{self.database}", 0, len(loads), first=loads.start
            )
            _shower(self.soaked, seed, self.port, requests)
            loading.result()


def _rested(pid: int) -> tuple[int, int]:
    """What the server weighs once it has given back what it let go of: cakupan/memory.py."""
    sleep(_REST)
    return weight(pid)


def _shower(soaked: Soaked, seed: int, port: int, requests: int) -> None:
    """Requests by several clients; an answer of 500 or none at all is a fault."""
    with ThreadPoolExecutor(_CLIENTS) as pool:
        each = [requests // _CLIENTS] * _CLIENTS
        for told in pool.map(lambda who: _ask(seed + who, port, each[who]), range(_CLIENTS)):
            soaked.faults += told[:3]
    soaked.requests += sum(each)


def _ask(seed: int, port: int, requests: int) -> list[str]:
    visitor = Visitor(port, Random(seed))  # noqa: S311  chance here must be repeatable
    looks = [visitor.look() for _ in range(requests)]
    visitor.leave()
    return [f"{path}: {status}" for path, status in looks if status >= 500]
