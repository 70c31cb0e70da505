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
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import IO

from cakupan.domain.findings import Finding, Severity
from etl.jailed.limits import Limits
from etl.readers.answer import Answer, read_answer

ROOT = Path(__file__).resolve().parents[2]
# As isolated as -I but for the working directory, from which -m finds the house.
COMMAND = (sys.executable, "-E", "-s", "-m", "etl.jailed")
_KEPT_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH")
_OUT_OF_MEMORY = (b"memory allocation of", b"MemoryError", b"out of memory")
_COMPLAINT = 16 * 1024

logger = logging.getLogger(__name__)


def parse(file: IO[bytes], *, limits: Limits, command: Sequence[str] = COMMAND) -> Answer:
    """Parse the file from its first byte in a child process.

    Answer and complaint go to files, not pipes: nothing can fill up and stand still, and their
    size is limited.
    """
    file.seek(0)
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as complaint:
        try:
            child = subprocess.run(  # noqa: S603  our own interpreter and module, no shell
                [*command, json.dumps(asdict(limits))],
                stdin=file,
                stdout=answer,
                stderr=complaint,
                cwd=ROOT,
                env={name: os.environ[name] for name in _KEPT_ENVIRONMENT if name in os.environ},
                timeout=limits.seconds,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return refused("parser-timeout", seconds=int(limits.seconds))
        if child.returncode != 0:
            complaint.seek(0)
            return _death(child.returncode, complaint.read(_COMPLAINT), limits)
        answer.seek(0)
        return read_answer(answer, limits) or refused("parser-crashed")


def refused(code: str, **details: str | int) -> Answer:
    """An answer that is one finding."""
    finding = Finding(code=code, severity=Severity.REFUSES, details=details)
    return Answer(container="", sheets=(), findings=(finding,))


def _death(return_code: int, complaint: bytes, limits: Limits) -> Answer:
    logger.info("parser ended with %s: %s", return_code, complaint.decode("utf-8", "replace"))
    if sys.platform != "win32" and return_code == -signal.SIGXCPU:
        return refused("parser-timeout", seconds=int(limits.seconds))
    if any(words in complaint for words in _OUT_OF_MEMORY):
        return refused("parser-memory")
    return refused("parser-crashed")
