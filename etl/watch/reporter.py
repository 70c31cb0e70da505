"""Leaves reports beside files: why one waits, and what was loaded with a warning."""

from pathlib import Path

from cakupan.domain.loads import Load
from cakupan.domain.reference import Reference
from cakupan.texts.number_format import count
from etl.dry_run import DryRun
from etl.watch.folder import Seen
from etl.watch.ledger import Judged
from etl.watch.office import Journal, Office
from etl.watch.report_text import ReportText, kind_of
from etl.watch.reports import Reports


class Reporter:
    """Writes workbook and text, and one line of log."""

    def __init__(
        self, office: Office, reports: Reports, journal: Journal, reference: Reference
    ) -> None:
        self._office, self._reports, self._journal = office, reports, journal
        self._text = ReportText(office.say, reference)

    def waiting(self, file: Seen, judged: Judged, run: DryRun) -> None:
        """Beside a file that was judged and not loaded."""
        self._reports.take_away(file.name)
        paths, office = self._reports.paths(file.path), self._office
        text = self._text.judged(run, file.path, book=paths[".xlsx"].name, at=office.clock())
        written = {
            paths[".xlsx"]: lambda target: office.write_book(target, file.path, run),
            paths[".txt"]: lambda target: _write(target, text),
        }
        self._reports.leave(file, judged, written)
        size = count(len(run.findings), office.say.language)
        self._journal.tell(kind_of(run), file=file.name, count=size, report=paths[".txt"].name)

    def loaded(self, place: Path, run: DryRun, load: Load) -> None:
        """Warnings of a file that was loaded all the same lie beside it where it went."""
        paths, office = self._reports.paths(place), self._office
        text = self._text.judged(
            run, place, book=paths[".xlsx"].name, at=office.clock(), loaded=load
        )
        self._reports.place(paths[".xlsx"], lambda target: office.write_book(target, place, run))
        self._reports.place(paths[".txt"], lambda target: _write(target, text))

    def withdrawn(self, file: Seen, judged: Judged, load: Load) -> None:
        """What a person has taken back is not loaded again behind that person's back."""
        self._reports.take_away(file.name)
        path = self._reports.paths(file.path)[".txt"]
        text = self._text.withdrawn(load, file.path.name)
        self._reports.leave(file, judged, {path: lambda target: _write(target, text)})
        self._journal.tell("withdrawn", file=file.name, id=load.id, report=path.name)


def _write(target: Path, text: str) -> None:
    # With a mark, so that an old Notepad knows the encoding, too.
    target.write_text(text, encoding="utf-8-sig")
