"""Three programs on one PostgreSQL behind a proxy, while figures change under those who ask.

A program is killed in the middle, then the server of databases is stopped and started. An answer is
wrong where it says less than was written before it was asked, or more than was written at all.
"""

import json
import os
import signal
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path
from threading import Event
from time import monotonic, sleep

from sqlalchemy.exc import OperationalError

from cakupan.domain.loads import NewLoad
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.settings import ROOT
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from cakupan.storage.reference import read_reference
from etl.preparation import open_prepared
from tests.faults.balancer import asked, balanced
from tests.faults.crowd import figures_of
from tests.faults.served import served
from tests.postgresql import Server, serving

PROGRAMS, _CLIENTS = 3, 4
_REGION, _MONTH = "36.03", Period("2030-01")
_PATHS = (
    f"/api/v1/coverage?wilayah={_REGION}&periode={_MONTH.text}",
    f"/api/v1/figures?wilayah={_REGION}&periode={_MONTH.text}",
)


@dataclass(slots=True)
class Shared:
    """What was asked and written, how often the server was said to be away, and what was wrong."""

    asked: int = 0
    written: int = 0
    away: int = 0
    back_after: float = 0
    faults: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Written:
    """The newest figure that is there for certain, and the newest that may be."""

    certain: int = 0
    perhaps: int = 0


def run(seconds: float) -> Shared:
    """So long in all: a third in peace, a third without one program, a third after the server."""
    shared, written, over = Shared(), _Written(), Event()
    with ExitStack() as stack:
        server = stack.enter_context(
            serving(Path(tempfile.gettempdir()) / f"cakupan-pg-w{os.getpid()}")
        )
        url = server.make()
        open_prepared(url, read_reference(ROOT / "data" / "reference")).dispose()
        programs = [stack.enter_context(served(url, CAKUPAN_SAMPLES="no")) for _ in range(PROGRAMS)]
        proxy = stack.enter_context(balanced([port for port, _ in programs]))
        pool = stack.enter_context(ThreadPoolExecutor(_CLIENTS + 1))
        stack.callback(over.set)
        jobs = [pool.submit(_write, url, written, shared, over)]
        jobs += [
            pool.submit(_ask, proxy, number, written, shared, over) for number in range(_CLIENTS)
        ]
        sleep(seconds / 3)
        # No word of farewell, with requests in hand.
        os.kill(programs[0][1], signal.SIGKILL)
        sleep(seconds / 3)
        _restart(server, proxy, shared)
        sleep(seconds / 3)
        over.set()
        for job in jobs:
            job.result()
    return shared


def _restart(server: Server, proxy: int, shared: Shared) -> None:
    """Stop the server under way; half a minute is more than it takes to be found again."""
    server.halt()
    sleep(2)
    server.resume()
    begun = monotonic()
    while (answer := asked(proxy, _PATHS[0])) is None or answer[0] != 200:
        if monotonic() - begun > 30:
            shared.faults.append("the server of databases was not found again")
            return
        sleep(0.05)
    shared.back_after = monotonic() - begun


def _write(url: str, written: _Written, shared: Shared, over: Event) -> None:
    """One figure, ever larger; what is not known to be written is written again."""
    engine = open_database(url)
    while not over.wait(0.05):
        number = written.perhaps + 1
        written.perhaps = number
        new = NewLoad("uji", f"{number}", "uji", "uji", datetime.now(UTC))
        [one, *_] = [one for one in figures_of(0, 0) if one.key.region_code == _REGION]
        figure = replace(one, key=replace(one.key, period=_MONTH), value=Decimal(number))
        try:
            write_load(engine, new, [figure])
        except OperationalError:
            continue
        written.certain = number
        shared.written += 1
    engine.dispose()


def _ask(proxy: int, number: int, written: _Written, shared: Shared, over: Event) -> None:
    while not over.is_set():
        if not written.certain:
            # Before the first figure there is no such month to ask for.
            sleep(0.05)
            continue
        path = _PATHS[number % len(_PATHS)]
        least = written.certain
        answer = asked(proxy, path)
        most = written.perhaps
        shared.asked += 1
        fault = _judged(answer, shared, least=least, most=most)
        if fault:
            shared.faults.append(f"{path}: {fault}")


def _judged(answer: tuple[int, bytes] | None, shared: Shared, *, least: int, most: int) -> str:
    """What is wrong with an answer; a sentence that the server is away is none."""
    status, body = answer or (0, b"")
    if status == 503 and b"tersambung kembali" in body:
        shared.away += 1
        return ""
    if status != 200:
        return f"{status} {body[:200]!r}"
    said = [row.get("participants", row.get("value")) for row in json.loads(body)["data"]]
    right = len(said) == 1 and least <= int(said[0]) <= most
    return "" if right else f"{said} is not {least} to {most}"
