"""One file, one result: copied and hashed here, parsed in a child, never an exception."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import IO

from cakupan.domain.findings import Finding, Severity
from cakupan.domain.records import replace
from etl.jailed.limits import DEFAULT_LIMITS, MIB, Limits
from etl.readers.answer import Answer
from etl.readers.jail import started
from etl.readers.workbook import ReadResult, Sheet, Workbook

_PIECE = 1024 * 1024
_SUFFIXES = {
    "xlsx": (".xlsx", ".xltx"),
    "xlsm": (".xlsm", ".xltm"),
    "xlsb": (".xlsb",),
    "xls": (".xls", ".xlt"),
    "ods": (".ods", ".ots"),
    "html": (".html", ".htm"),
    "csv": (".csv", ".tsv", ".txt"),
}
_KINDS = {"html": "HTML"}


class _UnreadableError(Exception):
    """The file never came as far as the parser. Carries a finding's code and its details."""

    def __init__(self, code: str, **details: int) -> None:
        super().__init__(code)
        self.finding = Finding(code=code, severity=Severity.REFUSES, details=details)


def read_file(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> ReadResult:
    """Read a workbook or csv. A file that cannot be read gives one finding, not an exception."""
    with begun(path, limits=limits) as read:
        return read()


@contextmanager
def begun(path: Path, *, limits: Limits = DEFAULT_LIMITS) -> Iterator[Callable[[], ReadResult]]:
    """A file that is being parsed from now on, whatever this process does meanwhile.

    The bytes are copied first, so that what is hashed is what is parsed, whoever writes meanwhile.
    """
    name = os.fsencode(path.name).decode("utf-8", "replace")
    with tempfile.TemporaryFile() as copy:
        try:
            sha256 = _copy(path, copy, limits)
        except _UnreadableError as fault:
            yield partial(_refusal, name, "", fault.finding)
            return
        with started(copy, limits=limits) as answer:
            yield lambda: _result(name, sha256, answer())


def _result(name: str, sha256: str, answer: Answer) -> ReadResult:
    refusals = [one for one in answer.findings if one.severity is Severity.REFUSES]
    if refusals:
        return _refusal(name, sha256, refusals[0])
    if not any(sheet.rows for sheet in answer.sheets):
        return _refusal(name, sha256, Finding("no-rows", Severity.REFUSES))
    workbook = Workbook(
        file_name=name,
        sha256=sha256,
        container=answer.container,
        sheets=tuple(_named(sheet, Path(name).stem) for sheet in answer.sheets),
        from_1904=answer.from_1904,
    )
    return ReadResult(name, sha256, workbook, answer.findings + _misnamed(name, answer.container))


def _named(sheet: Sheet, file_stem: str) -> Sheet:
    """A csv and a page know no sheet names: theirs is that of the file."""
    return sheet if sheet.name else replace(sheet, name=file_stem)


def _misnamed(name: str, container: str) -> tuple[Finding, ...]:
    """A note where a name says one container and the content is another."""
    suffix = Path(name).suffix.casefold()
    said = {one for one, suffixes in _SUFFIXES.items() if suffix in suffixes}
    if not said or container in said:
        return ()
    details = {"suffix": suffix, "kind": _KINDS.get(container, f".{container}")}
    return (Finding("name-differs", Severity.NOTES, details=details),)


def _refusal(name: str, sha256: str, finding: Finding) -> ReadResult:
    return ReadResult(file_name=name, sha256=sha256, workbook=None, findings=(finding,))


def _copy(path: Path, copy: IO[bytes], limits: Limits) -> str:
    """Copy the file and return the sha256 of what was copied, in hexadecimal."""
    digest = hashlib.sha256()
    size = 0
    try:
        _require_file(path)
        with path.open("rb") as source:
            while piece := source.read(_PIECE):
                size += len(piece)
                if size > limits.file_bytes:
                    raise _UnreadableError("file-too-large", limit_mb=limits.file_bytes // MIB)
                digest.update(piece)
                copy.write(piece)
    except FileNotFoundError as fault:
        raise _UnreadableError("file-missing") from fault
    except (OSError, ValueError) as fault:
        raise _UnreadableError("file-unreadable") from fault
    if not size:
        raise _UnreadableError("file-empty")
    # The child reads from the file itself: nothing may wait in this process's buffer.
    copy.flush()
    return digest.hexdigest()


def _require_file(path: Path) -> None:
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        raise _UnreadableError("file-is-folder")
    if not stat.S_ISREG(mode):
        raise _UnreadableError("file-unreadable")
