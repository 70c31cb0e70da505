"""Where uploaded files lie until they are loaded or dropped. What is in them is not looked at."""

import os
import re
import secrets
import shutil
from pathlib import Path
from typing import IO

from cakupan.domain.records import Record

NAMELESS = "berkas"
# File systems hold 255 bytes a name.
_LONGEST, _LONGEST_ENDING = 180, 12
_PIECE = 1024 * 1024
_TOKEN = re.compile(r"[\w-]{32}")
_UNWELCOME = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)


class KeptFile(Record, frozen=True):
    """A file under a random token; its path ends in the name it came with, ``size`` is in bytes."""

    token: str
    path: Path
    size: int = 0


class UploadFolder:
    """A folder of its own for each file, readable by nobody else."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def keep(self, file_name: str, content: IO[bytes]) -> KeptFile:
        """Copy the content; OSError where it cannot be written, and then nothing is left of it."""
        token = secrets.token_urlsafe(24)
        path = self._root / token / plain_name(file_name)
        try:
            self._root.mkdir(mode=0o700, parents=True, exist_ok=True)
            path.parent.mkdir(mode=0o700)
            with open(path, "xb", opener=_only_for_us) as out:
                shutil.copyfileobj(content, out, _PIECE)
        except OSError:
            self.remove(KeptFile(token, path))
            raise
        return KeptFile(token, path, path.stat().st_size)

    def remove(self, kept: KeptFile) -> None:
        """Forget a file; a second time does nothing."""
        shutil.rmtree(self._root / kept.token, ignore_errors=True)

    def empty(self) -> None:
        """Forget whatever an earlier run has left; what is not ours stays."""
        if self._root.is_dir():
            for folder in self._root.iterdir():
                if _TOKEN.fullmatch(folder.name):
                    shutil.rmtree(folder, ignore_errors=True)


def _only_for_us(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def plain_name(given: str) -> str:
    """The last part of a name as every file system can hold it, with its ending."""
    last = re.split(r"[\\/]", given)[-1]
    shown = "".join(sign if sign.isprintable() else "_" for sign in last)
    name = _UNWELCOME.sub("_", shown).strip(" .") or NAMELESS
    if _RESERVED.match(name):
        name = f"_{name}"
    ending = Path(name).suffix[:_LONGEST_ENDING]
    stem = name.removesuffix(ending).encode("utf-8", "replace")
    return stem[:_LONGEST].decode("utf-8", "ignore") + ending
