"""Twenty files at once from as many visitors: each is examined, and viewers are not held up."""

import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Event
from time import monotonic, sleep

from layouts.ids import VISITOR_COOKIE
from tests.faults.ground import whole_book
from tests.faults.served import served
from tests.faults.visits import Visitor

LONGEST_LOOK = 1.0
_VIEWERS, _PAUSE = 5, 0.1
_PATIENCE = 300
_BOUNDARY = "x"


@dataclass(slots=True)
class Uploaded:
    """How many files came, how many of them waited at once, and how long viewers waited."""

    files: int = 0
    waited: int = 0
    seconds: float = 0
    looks: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    @property
    def p95(self) -> float:
        """Of a hundred looks the slowest but five, in seconds."""
        return sorted(self.looks)[int(len(self.looks) * 0.95)] if self.looks else 0


def run(seed: int, files: int) -> Uploaded:
    """Bring so many files while viewers look at pages."""
    uploaded, done = Uploaded(files), Event()
    with tempfile.TemporaryDirectory() as name:
        book = whole_book(Path(name) / "a.xlsx", 2025).read_bytes()
        with (
            served(f"sqlite:///{Path(name) / 'cakupan.db'}") as (port, _pid),
            ThreadPoolExecutor(files + _VIEWERS) as pool,
        ):
            looking = [
                pool.submit(_look_on, uploaded, port, Random(f"{seed}/{who}"), done)  # noqa: S311
                for who in range(_VIEWERS)
            ]
            begun = monotonic()
            try:
                told = list(pool.map(lambda who: _bring(port, who, book), range(files)))
            finally:
                done.set()
            uploaded.seconds = monotonic() - begun
            for one in looking:
                one.result()
    uploaded.waited = sum(waited for waited, _ in told)
    uploaded.faults += [fault for _, fault in told if fault]
    if uploaded.p95 > LONGEST_LOOK:
        uploaded.faults.append(f"viewers waited {uploaded.p95:.2f} s")
    return uploaded


def _look_on(uploaded: Uploaded, port: int, chance: Random, done: Event) -> None:
    viewer = Visitor(port, chance)
    while not done.is_set():
        begun = monotonic()
        path, status = viewer.look()
        uploaded.looks.append(monotonic() - begun)
        if status >= 500:
            uploaded.faults.append(f"{path}: {status}")
        sleep(_PAUSE)
    viewer.leave()


def _bring(port: int, who: int, book: bytes) -> tuple[bool, str]:
    """Bring a file and wait until it is examined: whether it had to queue, and what was wrong."""
    visitor = Visitor(port, Random(who))  # noqa: S311
    head = {"Cookie": f"{VISITOR_COOKIE}=tamu{who:028}"}
    kind = {"Content-Type": f"multipart/form-data; boundary={_BOUNDARY}"}
    status, _ = visitor.ask("POST", "/upload", _body(f"{who}.xlsx", book), head | kind)
    if status != 202:
        return False, f"file {who}: {status}"
    until, waited, stage = monotonic() + _PATIENCE, False, ""
    while stage != "examined" and monotonic() < until:
        [file] = json.loads(visitor.ask("GET", "/upload", head=head)[1])["files"]
        stage = file["stage"]
        waited = waited or stage == "waiting"
        sleep(_PAUSE)
    visitor.leave()
    return waited, "" if stage == "examined" else f"file {who}: still {stage}"


def _body(name: str, content: bytes) -> bytes:
    head = (
        f'--{_BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    return head.encode() + content + f"\r\n--{_BOUNDARY}--\r\n".encode()
