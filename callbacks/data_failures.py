"""What a reader is told where something could not be written. The log keeps the reason."""

import logging

from sqlalchemy.exc import DBAPIError

from cakupan.storage.errors import StorageError
from cakupan.storage.postgres import is_away
from cakupan.texts import Words

_log = logging.getLogger(__name__)
_SENTENCES = {
    "SQLITE_BUSY": "locked",
    "SQLITE_LOCKED": "locked",
    "SQLITE_READONLY": "read_only",
    "SQLITE_CANTOPEN": "read_only",
    "SQLITE_PERM": "read_only",
    "SQLITE_FULL": "disk_full",
    "SQLITE_IOERR": "disk_full",
    # The same of PostgreSQL: its error states.
    "55P03": "locked",
    "40P01": "locked",
    "25006": "read_only",
    "42501": "read_only",
    "53100": "disk_full",
}


def failure_sentence(error: Exception, say: Words) -> str:
    """One sentence: what did not happen, and what to do."""
    if isinstance(error, StorageError):
        return say(f"storage.{error.code}", **error.details)
    _log.error("nothing was written", exc_info=error)
    if is_away(error):
        return say("data.failure.server")
    reason = error.orig if isinstance(error, DBAPIError) else None
    # Extended names begin with the plain one: SQLITE_READONLY_DBMOVED.
    name = getattr(reason, "sqlite_errorname", None) or getattr(reason, "sqlstate", None) or ""
    for known, sentence in _SENTENCES.items():
        if name.startswith(known):
            return say(f"data.failure.{sentence}")
    return say("data.failure.unknown")


def lead_of(error: Exception) -> str:
    """What a page that cannot be drawn says first: the last part of a key of the shell's."""
    return "server" if is_away(error) else "lead"
