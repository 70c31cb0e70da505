"""A database of every schema there ever was: the program of today opens it with its figures."""

import tempfile
from pathlib import Path

from alembic.config import Config
from alembic.script import ScriptDirectory

from cakupan.settings import ROOT
from cakupan.storage import schema
from cakupan.storage.reference import read_reference
from etl.preparation import open_prepared
from tests.faults.ground import Dump, dump, old_database

_FIGURES = 20


def revisions() -> list[str]:
    """All of them, the oldest first."""
    config = Config()
    config.set_main_option("script_location", str(schema.MIGRATIONS))
    walked = ScriptDirectory.from_config(config).walk_revisions()
    return [step.revision for step in walked][::-1]


def run() -> list[str]:
    """Upgrade one database of each; a sentence for each that is not what it was."""
    reference = read_reference(ROOT / "data" / "reference")
    faults = []
    newest: Dump | None = None
    for revision in revisions()[::-1]:
        with tempfile.TemporaryDirectory() as name:
            path = Path(name) / "cakupan.db"
            old_database(path, revision=revision, figures=_FIGURES)
            open_prepared(f"sqlite:///{path}", reference).dispose()
            found = dump(path, "alembic_version")
        newest = newest or found
        if found != newest or len(found.get("figure", [])) != _FIGURES:
            faults.append(f"schema {revision}: not what it was after the upgrade")
    return faults
