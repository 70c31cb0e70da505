"""How much memory a command takes, with every process it starts. Linux tells; elsewhere nobody."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from cakupan.settings import ROOT

_MIB = 1024 * 1024
_PAUSE = 0.005
_PAGE = 4096


def peak_memory(command: Sequence[str]) -> float | None:
    """The most MiB resident at one moment in a command and its descendants; None if untold."""
    if sys.platform != "linux":
        return None
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL) as process:
        peak = 0
        while process.poll() is None:
            peak = max(peak, sum(resident(one) for one in _family(process.pid)))
            time.sleep(_PAUSE)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, list(command))
    return peak / _MIB


@contextmanager
def watched(process: int, *, every: float) -> Iterator[list[float]]:
    """What a process holds from now on, in MiB, looked at every so many seconds."""
    looks = [resident(process) / _MIB]
    done = Event()

    def look() -> None:
        while not done.wait(every):
            looks.append(resident(process) / _MIB)

    thread = Thread(target=look, daemon=True)
    thread.start()
    try:
        yield looks
    finally:
        done.set()
        thread.join()
        looks.append(resident(process) / _MIB)


def _family(process: int) -> list[int]:
    """A process and all that descend from it."""
    found = [process]
    for one in found:
        try:
            threads = list(Path(f"/proc/{one}/task").iterdir())
            found += (
                int(pid) for task in threads for pid in (task / "children").read_text().split()
            )
        except OSError:
            # It ended while it was looked at.
            continue
    return found


def resident(process: int) -> int:
    """Bytes of a process in memory now; 0 if untold."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
