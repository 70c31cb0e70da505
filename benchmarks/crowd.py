"""Many viewers at once: the real server in a process of its own, this one asks.

Every answer must be a 200, and each one asked at rest before must come back as it was then, until a
load changes what is shown.
"""

import http.client
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import Event, Thread
from typing import Any

import app as program
from benchmarks.memory import watched
from benchmarks.national import national_settings
from benchmarks.serving import PAGES, asked
from cakupan.settings import ROOT, Settings
from layouts.ids import ShellId, TargetId

HOST, PORT = "127.0.0.1", int(os.environ.get("CAKUPAN_CROWD_PORT", "8063"))
SECONDS = float(os.environ.get("CAKUPAN_CROWD_SECONDS", "30"))
AT_ONCE, USERS, THINKING, LOAD_EVERY, WATCH_EVERY = 16, 200, 5.0, 60.0, 1.0
REGIONS = ("00", "31", "32", "33", "35", "36", "51", "61", "73", "91")
BASES = ("", "&penyebut=employed")
MONTHS = ("", "&periode=2025-06")
HEADERS = {"Content-Type": "application/json", "Accept-Encoding": "gzip, deflate, br"}


@dataclass(slots=True)
class Heard:
    """What one viewer has heard: seconds of each answer, and whatever was wrong."""

    seconds: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def remarks(folder: Path) -> Iterator[str]:
    """Both scenarios, at rest and with loads; ``CAKUPAN_CROWD_SECONDS`` says how long each."""
    settings = national_settings(folder)
    questions = tuple(_questions(program.create_app(settings)))
    with serving(settings) as server:
        known = _at_rest(questions)
        yield f"questions: {len(questions)}, drawn one after the other before it begins"
        yield _told("as fast as it goes", _crowd(questions, known, AT_ONCE, thinking=0.0))
        yield _told("200 viewers at rest", _crowd(questions, known, USERS, thinking=THINKING))
        with watched(server.pid, every=WATCH_EVERY) as held, _loading(settings) as loads:
            heard = _crowd(questions, {}, USERS, thinking=THINKING)
        lasted = ", ".join(f"{one:.1f}" for one in loads)
        yield f"{_told('200 viewers, loads', heard)}; loads of 100.000 rows took {lasted} s"
        yield (
            f"memory of the server: {held[0]:.0f} MiB before any load, {max(held):.0f} at most in "
            f"{len(held)} looks, {held[-1]:.0f} after the last"
        )


@contextmanager
def serving(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """The server as ``make run`` starts it, from the moment it answers."""
    chosen = {"CAKUPAN_DATABASE_URL": settings.database_url, "CAKUPAN_SAMPLES": "no"}
    where = {"CAKUPAN_HOST": HOST, "CAKUPAN_PORT": str(PORT)}
    with subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={**os.environ, **chosen, **where},
        stdout=subprocess.DEVNULL,
        # Waitress tells there how many wait for their turn, for each of them.
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(server)
            yield server
        finally:
            server.terminate()


def _wait_for(server: subprocess.Popen[bytes]) -> None:
    while server.poll() is None:
        line = http.client.HTTPConnection(HOST, PORT, timeout=60)
        try:
            line.request("GET", "/healthz")
            if line.getresponse().status == 200:
                return
        except OSError:
            time.sleep(0.1)
        finally:
            line.close()
    raise RuntimeError("the server did not start")


def _questions(app: Any) -> Iterator[bytes]:
    """What pages ask first, by region, denominator and month; the bar; what a slider moves."""
    searches = [
        f"?wilayah={one}{base}{month}" for one in REGIONS for base in BASES for month in MONTHS
    ]
    slots = dict.fromkeys((path, slot) for _, path, slot, _ in PAGES)
    for path, slot in slots:
        for search in searches:
            yield _body(app, f"{slot}.", ShellId.REQUEST, _request(path, search))
    for search in searches:
        for step in range(1, 4):
            state = {"id": str(ShellId.REQUEST), "property": "data"}
            state["value"] = _request("/target", search)
            moved = f"{search}&tumbuh={step}.5"
            yield _body(app, "target-figures.children@", TargetId.ASKED, moved, state)


def _request(path: str, search: str) -> Any:
    return {"path": path, "search": search, "compact": False, "key": f"0 false {path} {search}"}


def _body(app: Any, wanted: str, source: str, value: object, *state: Mapping[str, object]) -> bytes:
    return json.dumps(asked(app, wanted, source, value, *state)).encode()


def _at_rest(questions: Sequence[bytes]) -> dict[bytes, bytes]:
    """The digest of each answer, asked one after the other."""
    line = http.client.HTTPConnection(HOST, PORT, timeout=60)
    known = {}
    for question in questions:
        status, answer = _ask(line, question)
        if status != 200:
            raise RuntimeError(f"{status} at rest: {question[:200]!r}")
        known[question] = sha256(answer).digest()
    line.close()
    return known


def _ask(line: http.client.HTTPConnection, question: bytes) -> tuple[int, bytes]:
    line.request("POST", "/_dash-update-component", question, HEADERS)
    answer = line.getresponse()
    return answer.status, answer.read()


def _crowd(
    questions: Sequence[bytes], known: Mapping[bytes, bytes], viewers: int, *, thinking: float
) -> list[Heard]:
    """So many viewers at once for ``SECONDS``, each with a connection of its own that stays."""
    heard, until = [Heard() for _ in range(viewers)], time.monotonic() + SECONDS
    threads = [
        Thread(target=_view, args=(questions, known, one, until, thinking), daemon=True)
        for one in heard
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return heard


def _view(
    questions: Sequence[bytes],
    known: Mapping[bytes, bytes],
    heard: Heard,
    until: float,
    thinking: float,
) -> None:
    line = http.client.HTTPConnection(HOST, PORT, timeout=60)
    chance = random.Random()  # noqa: S311  which page somebody opens next is no secret
    time.sleep(chance.random() * thinking)
    while time.monotonic() < until:
        question = chance.choice(questions)
        began = time.perf_counter()
        try:
            status, answer = _ask(line, question)
        except OSError as error:
            heard.faults.append(type(error).__name__)
            line.close()
            continue
        heard.seconds.append(time.perf_counter() - began)
        if status != 200:
            heard.faults.append(str(status))
        elif question in known and sha256(answer).digest() != known[question]:
            heard.faults.append("another answer")
        time.sleep(thinking * (0.5 + chance.random()))
    line.close()


@contextmanager
def _loading(settings: Settings) -> Iterator[list[float]]:
    """A load of 100.000 rows each minute, by a process of its own; gives the seconds of each."""
    loads: list[float] = []
    done = Event()
    thread = Thread(target=_keep_loading, args=(settings, loads, done))
    thread.start()
    try:
        yield loads
    finally:
        done.set()
        thread.join()


def _keep_loading(settings: Settings, loads: list[float], done: Event) -> None:
    while not done.is_set():
        began = time.perf_counter()
        command = (sys.executable, "-m", "benchmarks.national", settings.database_url)
        subprocess.run([*command, str(len(loads) + 1)], cwd=ROOT, check=True)
        loads.append(time.perf_counter() - began)
        done.wait(max(0.0, LOAD_EVERY - loads[-1]))


def _told(name: str, heard: Sequence[Heard]) -> str:
    seconds = sorted(one for viewer in heard for one in viewer.seconds)
    faults = Counter(one for viewer in heard for one in viewer.faults)
    if not seconds:
        return f"{name}: no answer; {dict(faults)}"
    half, most = (seconds[int(share * (len(seconds) - 1))] * 1000 for share in (0.5, 0.95))
    rate = len(seconds) / SECONDS
    return (
        f"{name}: {rate:.0f} answers/s for {SECONDS:.0f} s, median {half:.1f} ms, "
        f"95 of 100 under {most:.1f} ms, longest {seconds[-1] * 1000:.0f} ms, "
        f"faults {dict(faults) or 0}"
    )
