"""What the page is drawn from."""

from collections.abc import Sequence
from datetime import datetime

from cakupan.domain.people import EVERYWHERE, Scope
from cakupan.domain.people import Person as Known
from cakupan.domain.records import Record
from cakupan.domain.regions import RegionDirectory
from cakupan.texts import Words


class Listed(Record, frozen=True):
    """Somebody, how many sessions of theirs go on, and when one was seen last."""

    person: Known
    sessions: int
    seen: datetime | None


class PeopleView(Record, frozen=True):
    """Everybody in order of their names, and the names of regions."""

    words: Words
    directory: RegionDirectory
    listed: Sequence[Listed]


def scope_words(scope: Scope, directory: RegionDirectory, words: Words) -> str:
    """Which regions a scope is, by their names."""
    if scope == EVERYWHERE:
        return words("pengguna.everywhere")
    return ", ".join(
        directory[code].short_name if code in directory else code for code in scope.text.split()
    )
