"""One watcher a folder: a lock of the operating system, which a killed process gives back."""

import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.watch.folder import STATE

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_LOCK = "kunci"
# A region far behind the text, so that who holds the lock can be read on Windows, too.
_FAR = 1 << 30


class WatchedAlreadyError(Exception):
    """Another watcher holds the folder. Details: who, as it wrote about itself."""

    def __init__(self, who: str) -> None:
        super().__init__(who)
        self.who = who


@contextmanager
def held(root: Path) -> Iterator[None]:
    """Hold the folder for as long as this lasts.

    Raises WatchedAlreadyError, or OSError where the folder cannot be written to or locked.
    """
    state = root / STATE
    state.mkdir(exist_ok=True)
    with (state / _LOCK).open("a+", encoding="utf-8") as stream:
        try:
            _lock(stream.fileno())
        except (BlockingIOError, PermissionError) as fault:
            stream.seek(0)
            raise WatchedAlreadyError(stream.readline().strip() or "?") from fault
        stream.truncate(0)
        stream.write(f"{socket.gethostname()}, pid {os.getpid()}\n")
        stream.flush()
        yield


def _lock(descriptor: int) -> None:
    if sys.platform == "win32":
        os.lseek(descriptor, _FAR, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
