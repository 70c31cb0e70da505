"""Many files at once through the real server: each gets its answer, and viewers are not held up."""

import json
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from pathlib import Path
from threading import Event, Lock
from time import monotonic, sleep
from typing import Any

import pytest

import app as application
from cakupan.settings import Settings
from etl.intake.examiner import Examiner
from layouts.ids import VISITOR_COOKIE
from tests.in_background import in_background

VISITORS, FILES = 10, 2
PATIENCE = 120


class Browser:
    """One visitor of the served program."""

    def __init__(self, port: int, name: str) -> None:
        self.port, self.name = port, name
        self.headers = {"Cookie": f"{VISITOR_COOKIE}={name:x<32}"}

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, bytes]:
        line = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        line.request(method, path, body, {**self.headers, **headers})
        answer = line.getresponse()
        content = answer.read()
        line.close()
        return answer.status, content

    def send(self, number: int, content: bytes) -> int:
        name = f"{self.name}-{number}.xlsx"
        head = (
            f'--x\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
            "Content-Type: application/octet-stream\r\n\r\n"
        )
        body = head.encode() + content + b"\r\n--x--\r\n"
        kind = "multipart/form-data; boundary=x"
        return self.ask("POST", "/upload", body, **{"Content-Type": kind})[0]

    def stages(self) -> list[str]:
        return [file["stage"] for file in json.loads(self.ask("GET", "/upload")[1])["files"]]


class Watched:
    """Examines as the program does, once the gate is open, and counts who is read at once."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.gate, self.begun, self._lock = Event(), Event(), Lock()
        self.now: Counter[str] = Counter()
        self.most_in_all = self.most_of_one = 0
        examine = Examiner.examine

        def watched(examiner: Examiner, path: Path, answers: dict[str, str]) -> Any:
            owner = path.name.split("-")[0]
            self._count(owner, 1)
            self.begun.set()
            assert self.gate.wait(PATIENCE)
            try:
                return examine(examiner, path, answers)
            finally:
                self._count(owner, -1)

        monkeypatch.setattr(Examiner, "examine", watched)

    def _count(self, owner: str, change: int) -> None:
        with self._lock:
            self.now[owner] += change
            self.most_in_all = max(self.most_in_all, self.now.total())
            self.most_of_one = max(self.most_of_one, *self.now.values())


@pytest.fixture
def port(settings: Settings) -> Iterator[int]:
    """The program as it is served, over a database without figures."""
    program = application.create_app(settings).server
    with in_background(program, threads=application.THREADS) as port:
        yield port


def test_twenty_files_at_once_are_queued_and_answered_while_viewers_look_on(
    port: int, good: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched = Watched(monkeypatch)
    visitors = [Browser(port, f"tamu{number}") for number in range(VISITORS)]
    with ThreadPoolExecutor(VISITORS * FILES) as pool:
        sent = [
            pool.submit(visitor.send, number, good)
            for number in range(FILES)
            for visitor in visitors
        ]
        assert [one.result(PATIENCE) for one in sent] == [202] * (VISITORS * FILES)
    assert watched.begun.wait(PATIENCE)
    assert not watched.gate.is_set()
    viewer = Browser(port, "penonton")
    for path in ("/", "/_dash-layout", "/_dash-dependencies", "/upload"):
        assert viewer.ask("GET", path)[0] == 200
    stages = Counter(stage for visitor in visitors for stage in visitor.stages())
    assert stages["waiting"] >= VISITORS * FILES - 2
    watched.gate.set()
    until = monotonic() + PATIENCE
    while any(stage != "examined" for visitor in visitors for stage in visitor.stages()):
        assert monotonic() < until
        sleep(0.1)
    assert all(len(visitor.stages()) == FILES for visitor in visitors)
    assert (watched.most_in_all, watched.most_of_one) == (2, 1)


def test_a_file_that_is_too_large_is_refused_by_the_served_program_with_a_sentence(
    port: int, monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    visitor = Browser(port, "besar")
    status, answer = visitor.ask(
        "POST",
        "/upload",
        b"--x" + bytes(64 * 1024**2),
        **{"Content-Type": "multipart/form-data; boundary=x"},
    )
    assert status == 413
    assert "terlalu besar: batasnya 64 MB" in json.loads(answer)["message"]
    assert visitor.stages() == []
