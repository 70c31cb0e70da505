"""``python -m cakupan backup|restore|verify``: copies of the database, and whether it is whole."""

from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Annotated

import typer

from cakupan.commands.help_text import help_of
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.language import Language
from cakupan.settings import Settings
from cakupan.storage.audit import note
from cakupan.storage.backups import back_up, database_file
from cakupan.storage.backups import restore as put_back
from cakupan.storage.engine import is_sqlite, open_database, shown
from cakupan.storage.integrity import Inventory, examine, examine_at
from cakupan.texts import Words, words
from cakupan.texts.number_format import count
from etl.exit_codes import OK, REFUSED
from etl.options import By, Chosen, Yes

Target = Annotated[
    Path | None, typer.Argument(metavar="BERKAS", help=help_of("keeping.help.target"))
]
Backup = Annotated[Path, typer.Argument(metavar="BERKAS", help=help_of("keeping.help.source"))]


def backup(target: Target = None, *, language: Chosen = Language.ID) -> int:
    """Copy the database, look at the copy, and say what it holds."""
    source = database_file(Settings.from_env().database_url)
    path = _place(target, source, datetime.now(UTC).astimezone())
    inventory = back_up(source, path)
    _log(path, inventory)
    say = words(language)
    print(say("keeping.backed_up", path=path, held=_held(inventory, say)))
    return OK


def restore(
    source: Backup, *, by: By = None, yes: Yes = False, language: Chosen = Language.ID
) -> int:
    """Put a backup in place of the database; what was there is kept beside it."""
    say = words(language)
    database = database_file(Settings.from_env().database_url)
    question = say("keeping.ask", path=source, database=database)
    if not yes and not typer.confirm(question, default=False):
        print(say("keeping.left"))
        return REFUSED
    restored = put_back(source, database, by=by or getuser(), at=datetime.now(UTC).astimezone())
    print(say("keeping.restored", database=database, held=_held(restored.inventory, say)))
    if restored.kept_aside:
        print(say("keeping.aside", path=restored.kept_aside))
    return OK


def verify(target: Target = None, *, language: Chosen = Language.ID) -> int:
    """Look at a database, or a backup of one, and say what is wrong with it."""
    say = words(language)
    url = Settings.from_env().database_url
    if target is not None or is_sqlite(url):
        place: Path | str = target or database_file(url)
        inventory = examine(Path(place))
    else:
        place, inventory = shown(url), examine_at(url)
    if not inventory.faults:
        print(say("keeping.whole", path=place, held=_held(inventory, say)))
        return OK
    for fault in inventory.faults:
        print(say(f"keeping.fault.{fault.value}", path=place))
    return REFUSED


def _log(path: Path, inventory: Inventory) -> None:
    engine = open_database(Settings.from_env().database_url)
    details: dict[str, str | int] = {"file": path.name, "figures": inventory.figures}
    try:
        note(engine, AuditEvent(AuditKind.BACKUP_MADE, getuser(), datetime.now(UTC), details))
    finally:
        engine.dispose()


def _place(target: Path | None, source: Path, now: datetime) -> Path:
    """A file as named, or one named after the time in the folder that is named."""
    name = f"{source.stem}-{now:%Y%m%d-%H%M%S}.db"
    if target is None:
        return source.parent / "backups" / name
    return target / name if target.is_dir() else target


def _held(inventory: Inventory, say: Words) -> str:
    return say(
        "keeping.held",
        loads=count(inventory.loads, say.language),
        figures=count(inventory.figures, say.language),
        current=count(inventory.current, say.language),
        revision=inventory.revision,
    )
