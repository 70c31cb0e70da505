"""A dashboard served as a user would start it, in a process of its own, and what it weighs."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from socket import socket
from time import monotonic, sleep

from tests.faults.ground import ROOT

_LONGEST_START = 240


@contextmanager
def served(url: str, **settings: str) -> Iterator[tuple[int, int]]:
    """Start it on a free port and stop it afterwards: the port, and the id of the process."""
    port = _free_port()
    running = subprocess.Popen(
        [sys.executable, "app.py"],
        cwd=ROOT,
        env={
            "CAKUPAN_DATABASE_URL": url,
            "CAKUPAN_PORT": str(port),
            "PATH": os.environ.get("PATH", ""),
            **settings,
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(port)
        yield port, running.pid
    finally:
        running.terminate()
        running.wait()


def weight(pid: int) -> tuple[int, int]:
    """Bytes of memory and number of open files of a process. Linux only."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS"))
    return int(kilobytes) * 1024, len(list(Path(f"/proc/{pid}/fd").iterdir()))


def _wait(port: int) -> None:
    until = monotonic() + _LONGEST_START
    while monotonic() < until:
        try:
            line = HTTPConnection("127.0.0.1", port, timeout=5)
            line.request("GET", "/readyz")
            if line.getresponse().status == 200:
                return
        except OSError:
            sleep(0.2)
    raise RuntimeError("the server did not start")


def _free_port() -> int:
    with socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]
