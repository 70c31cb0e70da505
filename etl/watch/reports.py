"""Reports beside files that wait: put in place whole, replaced and taken away only while ours."""

from collections.abc import Callable, Mapping
from pathlib import Path

from etl.watch.folder import REPORT, STATE, Seen
from etl.watch.ledger import Judged, Ledger
from etl.watch.moving import content_hash, names_like

Write = Callable[[Path], None]
"""Writes a report to a path."""


class Reports:
    """The reports of one folder. Which are ours stands in the ledger before they are there."""

    def __init__(self, root: Path, ledger: Ledger) -> None:
        self._draft = root / STATE / "konsep"
        self._root = root
        self._ledger = ledger

    def are_there(self, name: str) -> bool:
        """Whether everything that was to be left beside a file was left, and still lies there."""
        judged = self._ledger.get(name)
        folder = (self._root / name).parent
        return judged is not None and all(
            sha256 and (folder / report).exists() for report, sha256 in judged.reports.items()
        )

    def paths(self, file: Path) -> dict[str, Path]:
        """Where the reports of a file would go, by their suffix: names that nobody uses."""
        return {
            suffix: next(
                place
                for place in names_like(file.with_name(f"{file.name}{REPORT}{suffix}"))
                if not place.exists()
            )
            for suffix in (".xlsx", ".txt")
        }

    def leave(self, file: Seen, judged: Judged, written: Mapping[Path, Write]) -> None:
        """Write reports beside a file in place of its earlier ones; OSError where that fails."""
        self._ledger.put(file.name, self._with(judged, dict.fromkeys(written, "")))
        hashes = {path: self.place(path, write) for path, write in written.items()}
        self._ledger.put(file.name, self._with(judged, hashes))

    def place(self, path: Path, write: Write) -> str:
        """Write one report, which is there whole or not at all; gives the hash of its content."""
        write(self._draft)
        sha256 = content_hash(self._draft)
        self._draft.replace(path)
        return sha256

    def take_away(self, name: str) -> None:
        """Remove the reports of a file and what is known of it. What a person wrote into stays."""
        judged = self._ledger.get(name)
        if judged is None:
            return
        folder = (self._root / name).parent
        for report, sha256 in judged.reports.items():
            path = folder / report
            if path.is_file() and sha256 in ("", content_hash(path)):
                path.unlink()
        self._ledger.drop(name)

    @staticmethod
    def _with(judged: Judged, reports: Mapping[Path, str]) -> Judged:
        named = {path.name: sha256 for path, sha256 in reports.items()}
        return Judged(judged.looks, judged.sha256, judged.knowledge, named)
