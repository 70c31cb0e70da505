"""One round through a watched folder: judge what has come to rest, load it or report on it."""

import logging
from collections.abc import Callable
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from cakupan.domain.findings import Severity
from cakupan.domain.loads import Load, LoadState
from cakupan.storage.errors import StorageError
from cakupan.storage.queries.loads import newest_load
from cakupan.storage.reading import unscoped
from cakupan.texts.number_format import count
from etl.dry_run import DryRun, Status
from etl.families import FamilyError
from etl.intake.examiner import Examiner
from etl.watch.folder import LOADED, FolderGoneError, Rest, Seen, Sight, look
from etl.watch.ledger import Judged, Ledger
from etl.watch.loaded import LoadedFiles
from etl.watch.moving import content_hash
from etl.watch.office import Journal, Office
from etl.watch.reporter import Reporter
from etl.watch.reports import Reports
from etl.watch.stopping import Stop

_log = logging.getLogger(__name__)
# What stopped a file without being its fault: tried again, and told once.
_NOT_NOW = frozenset({"file-missing", "file-unreadable"})
_PASSING_FAULTS = (OSError, SQLAlchemyError, StorageError, FamilyError)


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
        self._journal = Journal(office)
        reference = self._examiner.reference
        self._reporter = Reporter(office, self._reports, self._journal, reference)
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
            self._journal.trouble("", "gone", folder=self._root)
        except _PASSING_FAULTS as fault:
            _log.info("a round was given up", exc_info=fault)
            self._journal.trouble("", "folder_fault", folder=self._root)
        else:
            if self._journal.over("") == "gone":
                self._journal.tell("back", folder=self._root)

    def _keep_order(self, sight: Sight) -> None:
        """Learn what is new in the reference data, bring back what moved too early, tidy up."""
        for folder in sight.closed:
            self._journal.trouble(folder, "closed", folder=folder)
        knowledge = self._read_knowledge()
        if knowledge != self._knowledge:
            self._examiner, self._knowledge = self._new_examiner(), knowledge
        for name in self._loaded.bring_back_changed():
            self._journal.tell("brought_back", file=name)
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
            self._journal.trouble(file.name, key, file=file.name)
        except Exception:  # noqa: BLE001  the border of the watch: one file may not end it
            _log.exception("a file could not be judged")
            self._journal.trouble(file.name, "internal", file=file.name)
        else:
            self._journal.over(file.name)

    def _settle(self, file: Seen) -> None:
        """What is to be done with a file at rest. Known bytes are not judged again."""
        known = self._ledger.get(file.name)
        judged = Judged(file.looks, self._hash(file, known), self._knowledge)
        with self._examiner.reader.connect() as connection:
            load = newest_load(unscoped(connection), judged.sha256)
        if load is not None and load.state is LoadState.CURRENT:
            self._put_away(file, judged.sha256, "already", load)
        elif known is not None and self._holds(file, known, judged):
            if known.looks != file.looks:
                self._ledger.seen_as(file.name, file.looks)
        elif load is not None:
            self._reporter.withdrawn(file, judged, load)
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
            self._reporter.waiting(file, judged, run)

    def _load(self, file: Seen, run: DryRun) -> None:
        office = self._office
        load = self._examiner.load(run, by=office.by, at=office.clock())
        if load is None:
            # The same bytes came in meanwhile: the next round finds them there.
            return
        self._examiner.remember(run)
        place = self._put_away(file, run.sha256, "loaded", load)
        if _warnings(run) and place is not None:
            self._reporter.loaded(place, run, load)

    def _put_away(self, file: Seen, sha256: str, key: str, load: Load) -> Path | None:
        """Move a file whose bytes are in; a program that holds it open keeps it for now."""
        if key == "loaded" or not self._journal.has_trouble(file.name):
            numbers = {
                name: count(getattr(load.counts, name), self._office.say.language)
                for name in ("new", "changed", "unchanged")
            }
            self._journal.tell(key, file=file.name, id=load.id, folder=LOADED, **numbers)
        self._reports.take_away(file.name)
        self._hashes.pop(file.name, None)
        place = self._loaded.put_away(file, sha256)
        if place is None:
            self._journal.tell("brought_back", file=file.name)
        return place


def _warnings(run: DryRun) -> bool:
    return any(one.severity is Severity.WARNS for one in run.findings)
