"""Starts the child that opens untrusted bytes, waits for it, and reads what it hands back.

Nothing of the file is looked at in this process. A child that dies or hangs becomes a finding.
"""

import json
import logging
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import partial
from pathlib import Path
from time import monotonic, sleep
from typing import IO

from cakupan.domain.findings import Finding, Severity
from etl.jailed.limits import LONGEST_LINE, MIB, Limits
from etl.readers.answer import Answer, read_answer
from etl.readers.job_object import walled

ROOT = Path(__file__).resolve().parents[2]
# As isolated as -I but for the working directory, from which -m finds the house.
COMMAND = (sys.executable, "-E", "-s", "-m", "etl.jailed")
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH")
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"out of memory")
_COMPLAINT = 16 * 1024
_LOOK_AGAIN = 0.004

logger = logging.getLogger(__name__)


def parse(file: IO[bytes], *, limits: Limits, command: Sequence[str] = COMMAND) -> Answer:
    """Parse the file from its first byte in a child process."""
    with started(file, limits=limits, command=command) as answer:
        return answer()


@contextmanager
def started(
    file: IO[bytes], *, limits: Limits, command: Sequence[str] = COMMAND
) -> Iterator[Callable[[], Answer]]:
    """A child that parses from now on, whatever this process does meanwhile; then its answer.

    Answer and complaint go to files, not pipes: nothing can fill up and stand still, and their
    size is limited. The answer is read while it grows, so two cores share the work.
    """
    file.seek(0)
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        child = subprocess.Popen(  # noqa: S603  our own interpreter and module, no shell
            [*command, json.dumps(asdict(limits))],
            stdin=file,
            stdout=answer,
            stderr=complaint,
            cwd=ROOT,
            env={name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ},
        )
        try:
            with walled(child, limits):
                yield partial(_answer, child, answer, complaint, limits)
        finally:
            child.kill()
            child.wait()


def _answer(
    child: subprocess.Popen[bytes], answer: IO[bytes], complaint: IO[bytes], limits: Limits
) -> Answer:
    try:
        said = read_answer(_lines(child, answer, limits.seconds), limits)
        if said is None:
            child.kill()
        child.wait()
    except subprocess.TimeoutExpired:
        return refused("parser-timeout", seconds=int(limits.seconds))
    if child.returncode != 0:
        complaint.seek(0)
        return _death(child.returncode, complaint.read(_COMPLAINT), limits)
    return said or refused("parser-crashed")


def refused(code: str, **details: str | int) -> Answer:
    """An answer that is one finding."""
    finding = Finding(code=code, severity=Severity.REFUSES, details=details)
    return Answer(container="", sheets=(), findings=(finding,))


def _lines(child: subprocess.Popen[bytes], answer: IO[bytes], seconds: float) -> Iterator[bytes]:
    """Whole lines of the answer, as they come, to the child's end or its time limit."""
    rest = b""
    for piece in _pieces(child, answer, seconds):
        *lines, rest = (rest + piece).split(b"\n")
        if len(rest) > LONGEST_LINE:
            raise ValueError("a line without an end")
        yield from lines
    if rest:
        raise ValueError("a line without its end")


def _pieces(child: subprocess.Popen[bytes], answer: IO[bytes], seconds: float) -> Iterator[bytes]:
    until = monotonic() + seconds
    if sys.platform == "win32":
        # There the child writes at our place in the file: it is left alone until it has ended.
        child.wait(timeout=seconds)
    place = 0
    while True:
        # Asked before reading: what an ended child has written is all there is.
        ended = child.poll() is not None
        piece = _read_at(answer, place)
        place += len(piece)
        if piece:
            yield piece
        elif ended:
            return
        elif monotonic() > until:
            raise subprocess.TimeoutExpired(child.args, seconds)
        else:
            sleep(_LOOK_AGAIN)


def _read_at(answer: IO[bytes], place: int) -> bytes:
    if sys.platform == "win32":
        answer.seek(place)
        return answer.read(MIB)
    return os.pread(answer.fileno(), MIB, place)


def _death(return_code: int, complaint: bytes, limits: Limits) -> Answer:
    logger.info("parser ended with %s: %s", return_code, complaint.decode("utf-8", "replace"))
    if sys.platform != "win32" and return_code == -signal.SIGXCPU:
        return refused("parser-timeout", seconds=int(limits.seconds))
    if any(words in complaint for words in _OUT_OF_MEMORY):
        return refused("parser-memory")
    return refused("parser-crashed")
