"""How an office has its folder watched, and the log of what happened in it."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from cakupan.domain.records import Record
from cakupan.texts.words import Words
from etl.dry_run import DryRun


class Office(Record, frozen=True):
    """How a folder is watched: by whose name, in which words, and what a person need not see.

    ``write_book`` writes a file's findings as a workbook: target, file, dry run.
    """

    by: str
    say: Words
    accept_warnings: bool
    clock: Callable[[], datetime]
    tell: Callable[[str], None]
    write_book: Callable[[Path, Path, DryRun], None]


class Journal:
    """The log: one line an event. A trouble is told once, until it is over."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self._troubles: dict[str, str] = {}

    def tell(self, event: str, **fields: object) -> None:
        """An event, by its name in the texts."""
        self._office.tell(self._office.say(f"watch.log.{event}", **fields))

    def trouble(self, name: str, event: str, **fields: object) -> None:
        """Something that may pass, about a file or, with an empty name, the folder."""
        if self._troubles.get(name) != event:
            self._troubles[name] = event
            self.tell(event, **fields)

    def over(self, name: str) -> str | None:
        """It is well now; gives what the trouble was."""
        return self._troubles.pop(name, None)

    def has_trouble(self, name: str) -> bool:
        """Whether something was told of it that is not over."""
        return name in self._troubles
