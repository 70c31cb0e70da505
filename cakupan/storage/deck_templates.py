"""Templates for decks that the office brought, each as a file named by what is in it."""

import json
import re
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile

from cakupan.domain.records import Record, asdict

_ID = re.compile(r"[0-9a-f]{16}")
MOST = 20


class StoredTemplate(Record, frozen=True):
    """``name`` is what its file was called; ``added_at`` an ISO moment."""

    id: str
    name: str
    added_at: str
    cover: str
    figure: str


class TemplateStore(Record, frozen=True):
    """A folder of templates; it need not be there before the first one."""

    folder: Path

    def all(self) -> list[StoredTemplate]:
        """Every template, the newest first; what cannot be read is none."""
        found = [self._read(path) for path in sorted(self.folder.glob("*.json"))]
        known = [one for one in found if one is not None and self._file(one.id).is_file()]
        return sorted(known, key=lambda one: one.added_at, reverse=True)

    def add(
        self, content: bytes, *, name: str, cover: str, figure: str, at: datetime
    ) -> StoredTemplate:
        """Keep a template; the same one brought again is kept once."""
        ident = sha256(content).hexdigest()[:16]
        stored = StoredTemplate(ident, name, at.isoformat(), cover, figure)
        self.folder.mkdir(parents=True, exist_ok=True)
        _put(self._file(ident), content)
        _put(self._record(ident), json.dumps(asdict(stored), ensure_ascii=False).encode())
        return stored

    def content(self, ident: str) -> bytes | None:
        """The file; None where there is none of this id."""
        try:
            return self._file(ident).read_bytes() if _ID.fullmatch(ident) else None
        except FileNotFoundError:
            return None

    def remove(self, ident: str) -> bool:
        """Forget a template; False where there is none of this id."""
        if not _ID.fullmatch(ident) or not self._record(ident).is_file():
            return False
        self._record(ident).unlink()
        self._file(ident).unlink(missing_ok=True)
        return True

    def _read(self, path: Path) -> StoredTemplate | None:
        try:
            return StoredTemplate(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _file(self, ident: str) -> Path:
        return self.folder / f"{ident}.pptx"

    def _record(self, ident: str) -> Path:
        return self.folder / f"{ident}.json"


def _put(path: Path, content: bytes) -> None:
    """Whole or not at all: a file half written is never found under its name."""
    with NamedTemporaryFile(dir=path.parent, delete=False) as written:
        written.write(content)
    Path(written.name).replace(path)
