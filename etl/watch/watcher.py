"""One round through a watched folder: judge what has come to rest, load it or report on it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from cakupan.domain.findings import Severity
from cakupan.domain.loads import Load, LoadState
from cakupan.storage.errors import StorageError
from cakupan.storage.queries.loads import newest_load
from cakupan.texts.number_format import count
from cakupan.texts.words import Words
from etl.dry_run import DryRun, Status
from etl.families import FamilyError
from etl.intake.examiner import Examiner
from etl.watch.folder import LOADED, FolderGoneError, Rest, Seen, Sight, look
from etl.watch.ledger import Judged, Ledger
from etl.watch.loaded import LoadedFiles
from etl.watch.moving import content_hash
from etl.watch.report_text import ReportText, kind_of
from etl.watch.reports import Reports
from etl.watch.stopping import Stop

_log = logging.getLogger(__name__)
# What stopped a file without being its fault: tried again, and told once.
_NOT_NOW = frozenset({"file-missing", "file-unreadable"})
_PASSING_FAULTS = (OSError, SQLAlchemyError, StorageError, FamilyError)


@dataclass(frozen=True, slots=True)
class Office:
    """How a folder is watched: by whose name, in which words, and what a person need not see.

    ``write_book`` writes a file's findings as a workbook: target, file, dry run.
    """

    by: str
    say: Words
    accept_warnings: bool
    clock: Callable[[], datetime]
    tell: Callable[[str], None]
    write_book: Callable[[Path, Path, DryRun], None]


class Watcher:
    """Remembers between rounds which files are at rest and what was told of them."""

    def __init__(
        self,
        root: Path,
        examiner: Callable[[], Examiner],
        knowledge: Callable[[], str],
        office: Office,
        *,
        rest: Rest,
        stop: Stop,
    ) -> None:
        self._root, self._office, self._rest, self._stop = root, office, rest, stop
        self._new_examiner, self._read_knowledge = examiner, knowledge
        self._examiner, self._knowledge = examiner(), knowledge()
        self._ledger = Ledger(root)
        self._reports = Reports(root, self._ledger)
        self._loaded = LoadedFiles(root)
        self._text = ReportText(office.say, self._examiner.reference)
        self._troubles: dict[str, str] = {}
        self._hashes: dict[str, Judged] = {}

    def round(self) -> None:
        """Look once and do what is to be done; a folder that is gone is told, and nothing done."""
        try:
            sight = look(self._root)
            self._keep_order(sight)
            for file in self._rest.at_rest(sight.files):
                if self._stop.asked:
                    return
                self._try(file)
        except FolderGoneError:
            self._trouble("", "watch.log.gone", folder=self._root)
        except _PASSING_FAULTS as fault:
            _log.info("a round was given up", exc_info=fault)
            self._trouble("", "watch.log.folder_fault", folder=self._root)
        else:
            self._trouble("", None)

    def _keep_order(self, sight: Sight) -> None:
        """Learn what is new in the reference data, bring back what moved too early, tidy up."""
        for folder in sight.closed:
            self._trouble(folder, "watch.log.closed", folder=folder)
        knowledge = self._read_knowledge()
        if knowledge != self._knowledge:
            self._examiner, self._knowledge = self._new_examiner(), knowledge
        for name in self._loaded.bring_back_changed():
            self._tell("brought_back", file=name)
        there = {file.name for file in sight.files}
        for name in self._ledger:
            if name not in there and not any(map(name.startswith, sight.closed)):
                self._reports.take_away(name)

    def _try(self, file: Seen) -> None:
        """One file; whatever stops it stops no other."""
        try:
            self._settle(file)
        except FileNotFoundError:
            # Taken away since the folder was listed.
            return
        except _PASSING_FAULTS as fault:
            _log.info("a file was put off", exc_info=fault)
            key = "database" if isinstance(fault, SQLAlchemyError | StorageError) else "put_off"
            self._trouble(file.name, f"watch.log.{key}", file=file.name)
        except Exception:  # noqa: BLE001  the border of the watch: one file may not end it
            _log.exception("a file could not be judged")
            self._trouble(file.name, "watch.log.internal", file=file.name)
        else:
            self._trouble(file.name, None)

    def _settle(self, file: Seen) -> None:
        """What is to be done with a file at rest. Known bytes are not judged again."""
        known = self._ledger.get(file.name)
        judged = Judged(file.looks, self._hash(file, known), self._knowledge)
        with self._examiner.reader.connect() as connection:
            load = newest_load(connection, judged.sha256)
        if load is not None and load.state is LoadState.CURRENT:
            self._put_away(file, judged.sha256, "already", load)
        elif known is not None and self._holds(file, known, judged):
            if known.looks != file.looks:
                self._ledger.seen_as(file.name, file.looks)
        elif load is not None:
            self._report_withdrawn(file, judged, load)
        else:
            self._judge(file, judged)

    def _holds(self, file: Seen, known: Judged, judged: Judged) -> bool:
        """Whether an earlier judgement still stands, and its reports lie there to say so."""
        same = (known.sha256, known.knowledge) == (judged.sha256, judged.knowledge)
        return same and self._reports.are_there(file.name)

    def _hash(self, file: Seen, known: Judged | None) -> str:
        """The hash of a file, read again only where it looks different."""
        for one in (known, self._hashes.get(file.name)):
            if one is not None and one.looks == file.looks:
                return one.sha256
        sha256 = content_hash(file.path)
        self._hashes[file.name] = Judged(file.looks, sha256, "")
        return sha256

    def _judge(self, file: Seen, judged: Judged) -> None:
        run, _ = self._examiner.examine(file.path, {})
        # Ctrl-C reaches the child that parses, too: what it says then is no judgement.
        if self._stop.asked or run.sha256 not in ("", judged.sha256):
            return
        if any(one.code in _NOT_NOW for one in run.findings):
            raise OSError
        if run.status is Status.READY and (self._office.accept_warnings or not _warnings(run)):
            self._load(file, run)
        elif run.status is not Status.UNCHANGED:
            self._report(file, judged, run)

    def _load(self, file: Seen, run: DryRun) -> None:
        office = self._office
        load = self._examiner.load(run, by=office.by, at=office.clock())
        if load is None:
            # The same bytes came in meanwhile: the next round finds them there.
            return
        self._examiner.remember(run)
        place = self._put_away(file, run.sha256, "loaded", load)
        if _warnings(run) and place is not None:
            self._report_loaded(place, run, load)

    def _put_away(self, file: Seen, sha256: str, key: str, load: Load) -> Path | None:
        """Move a file whose bytes are in; a program that holds it open keeps it for now."""
        if key == "loaded" or file.name not in self._troubles:
            numbers = {
                name: count(getattr(load.counts, name), self._office.say.language)
                for name in ("new", "changed", "unchanged")
            }
            self._tell(key, file=file.name, id=load.id, folder=LOADED, **numbers)
        self._reports.take_away(file.name)
        self._hashes.pop(file.name, None)
        place = self._loaded.put_away(file, sha256)
        if place is None:
            self._tell("brought_back", file=file.name)
        return place

    def _report(self, file: Seen, judged: Judged, run: DryRun) -> None:
        self._reports.take_away(file.name)
        paths, office = self._reports.paths(file.path), self._office
        text = self._text.judged(run, file.path, book=paths[".xlsx"].name, at=office.clock())
        written = {
            paths[".xlsx"]: lambda target: office.write_book(target, file.path, run),
            paths[".txt"]: lambda target: _write(target, text),
        }
        self._reports.leave(file, judged, written)
        size = count(len(run.findings), office.say.language)
        self._tell(kind_of(run), file=file.name, count=size, report=paths[".txt"].name)

    def _report_loaded(self, place: Path, run: DryRun, load: Load) -> None:
        """Warnings of a file that was loaded all the same lie beside it where it went."""
        paths, office = self._reports.paths(place), self._office
        text = self._text.judged(
            run, place, book=paths[".xlsx"].name, at=office.clock(), loaded=load
        )
        self._reports.place(paths[".xlsx"], lambda target: office.write_book(target, place, run))
        self._reports.place(paths[".txt"], lambda target: _write(target, text))

    def _report_withdrawn(self, file: Seen, judged: Judged, load: Load) -> None:
        """What a person has taken back is not loaded again behind that person's back."""
        self._reports.take_away(file.name)
        path = self._reports.paths(file.path)[".txt"]
        text = self._text.withdrawn(load, file.path.name)
        self._reports.leave(file, judged, {path: lambda target: _write(target, text)})
        self._tell("withdrawn", file=file.name, id=load.id, report=path.name)

    def _trouble(self, name: str, key: str | None, **fields: object) -> None:
        """Tell a trouble once; without one, what there was is over."""
        if key is None:
            if self._troubles.pop(name, None) == "watch.log.gone":
                self._tell("back", folder=self._root)
        elif self._troubles.get(name) != key:
            self._troubles[name] = key
            self._office.tell(self._office.say(key, **fields))

    def _tell(self, key: str, **fields: object) -> None:
        self._office.tell(self._office.say(f"watch.log.{key}", **fields))


def _warnings(run: DryRun) -> bool:
    return any(one.severity is Severity.WARNS for one in run.findings)


def _write(target: Path, text: str) -> None:
    # With a mark, so that an old Notepad knows the encoding, too.
    target.write_text(text, encoding="utf-8-sig")
