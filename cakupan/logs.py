"""The log for whoever runs the server: a line of JSON for each event, with nothing secret in it.

It tells what the server did; who changed what stands in the audit log.
"""

import json
import logging
import re
import sys
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path

from cakupan.domain.acting import actor
from cakupan.settings import SettingsError

HIDDEN = "***"
# What opens a door: tokens, cookies, typed passwords, kept hashes, the password of an address.
_SECRETS = (
    re.compile(
        r"((?:token|sandi|lama|ulang|password)[\"']?\s*[=:]\s*)"
        r"(?:\"[^\"]*\"|'[^']*'|[^\s\"'&,;)}\]]+)",
        re.IGNORECASE,
    ),
    re.compile(r"((?:__Host-cakupan|cakupan-session|cakupan-visitor)=)[^\s;\"']+"),
    re.compile(r"(://[^:/@\s]+:)[^@\s]+(?=@)"),
    re.compile(r"()\$argon2[^\s\"']*"),
)
# What a record has of its own; the rest was said of the event.
_OWN = frozenset(logging.LogRecord("", 0, "", 0, "", None, None).__dict__) | {"message", "asctime"}


def begin(path: Path | None) -> None:
    """Write to a file from now on; without one, warnings and faults go to the console as they are.

    A file that was moved away is begun anew, so that rotation needs no signal. Raises SettingsError
    where the file cannot be written.
    """
    if path is None:
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = WatchedFileHandler(path, encoding="utf-8")
    except OSError as error:
        raise SettingsError(
            f"CAKUPAN_LOG={path}: berkas tidak dapat ditulis / file cannot be written"
        ) from error
    file.setFormatter(JsonLines())
    console = logging.StreamHandler(sys.stderr)
    console.setLevel(logging.WARNING)
    logging.basicConfig(level=logging.INFO, handlers=[file, console], force=True)


class JsonLines(logging.Formatter):
    """A record as one line: when, how grave, whose, by whom, what, and what was said beside."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        who = actor()
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
            "who": who.name,
            "source": who.source,
            **{name: value for name, value in vars(record).items() if name not in _OWN},
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        told = {name: _plain(value) for name, value in line.items() if value not in {"", None}}
        return json.dumps(told, ensure_ascii=False)


def without_secrets(text: str) -> str:
    """A text with stars for whatever would open a door."""
    for secret in _SECRETS:
        text = secret.sub(rf"\1{HIDDEN}", text)
    return text


def _plain(value: object) -> str | int | float | bool:
    return value if isinstance(value, int | float | bool) else without_secrets(str(value))
