"""Settings from the environment, frozen. No secret has a default."""

import os
from collections.abc import Mapping
from pathlib import Path

from cakupan.domain.records import Record

ROOT = Path(__file__).resolve().parent.parent
BOUNDARIES = "boundaries.geojson"
_SQLITE = "sqlite:///"


class SettingsError(ValueError):
    """A setting that cannot be used; the message says which and what is expected."""


class Settings(Record, frozen=True):
    """How this installation runs. docs/running.md lists every variable."""

    database_url: str
    host: str
    port: int
    reference_dir: Path
    samples_dir: Path
    load_samples: bool
    uploads_dir: Path
    families_dir: Path
    templates_dir: Path
    names: frozenset[str]
    boundaries: Path
    releases_dir: Path
    people_url: str
    login: bool
    proxy: str
    log: Path | None

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read ``CAKUPAN_*``; raises SettingsError with the variable's name on nonsense."""
        data = Path(environ.get("CAKUPAN_DATA_DIR", str(ROOT / "data")))
        database_url = environ.get(
            "CAKUPAN_DATABASE_URL", f"{_SQLITE}{(data / 'local' / 'cakupan.db').as_posix()}"
        )
        port = _port(environ.get("CAKUPAN_PORT", "8050"))
        return cls(
            database_url=database_url,
            host=environ.get("CAKUPAN_HOST", "127.0.0.1"),
            port=port,
            reference_dir=data / "reference",
            samples_dir=data / "samples",
            load_samples=_switch("CAKUPAN_SAMPLES", environ.get("CAKUPAN_SAMPLES", "yes")),
            uploads_dir=_own(database_url, "uploads", otherwise=data / "local", port=port),
            families_dir=_beside(database_url, otherwise=data / "local") / "families",
            templates_dir=_beside(database_url, otherwise=data / "local") / "templates",
            names=frozenset(environ.get("CAKUPAN_NAMES", "").casefold().replace(",", " ").split()),
            releases_dir=_own(database_url, "releases", otherwise=data / "local", port=port),
            people_url=people_of(database_url),
            login=_switch("CAKUPAN_LOGIN", environ.get("CAKUPAN_LOGIN", "no")),
            proxy=environ.get("CAKUPAN_BEHIND_PROXY", ""),
            log=Path(environ["CAKUPAN_LOG"]) if environ.get("CAKUPAN_LOG") else None,
            boundaries=_file("CAKUPAN_BOUNDARIES", environ, otherwise=data / "local" / BOUNDARIES),
        )


def _is_file(database_url: str) -> bool:
    return database_url.startswith(_SQLITE)


def _own(database_url: str, name: str, *, otherwise: Path, port: int) -> Path:
    """A folder that a start empties: of one file, or of one program of those on a server."""
    if _is_file(database_url):
        return Path(database_url.removeprefix(_SQLITE)).with_suffix(f".{name}")
    return otherwise / f"{name}-{port}"


def _beside(database_url: str, *, otherwise: Path) -> Path:
    """The folder of a SQLite file."""
    if not _is_file(database_url):
        return otherwise
    return Path(database_url.removeprefix(_SQLITE)).parent


def people_of(database_url: str) -> str:
    """Who may log in stands apart from the figures: a file beside theirs, or a schema of its own.

    All programs that share a server share its people and their sessions.
    """
    if _is_file(database_url):
        path = Path(database_url.removeprefix(_SQLITE))
        return f"{_SQLITE}{path.with_name(f'{path.stem}.people.db').as_posix()}"
    mark = "&" if "?" in database_url else "?"
    return f"{database_url}{mark}options=-csearch_path%3Dcakupan_people"


def _file(name: str, environ: Mapping[str, str], *, otherwise: Path) -> Path:
    """A file that must be there where it is named; the one looked for by default need not."""
    if not environ.get(name):
        return otherwise
    path = Path(environ[name])
    if not path.is_file():
        raise SettingsError(f"{name}={path}: berkas tidak ditemukan / file not found")
    return path


def _port(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= 65535:
        raise SettingsError(f"CAKUPAN_PORT={text}: harus angka 1 sampai 65535 / must be 1 to 65535")
    return int(text)


def _switch(name: str, text: str) -> bool:
    if text.lower() in {"yes", "ya", "1", "true"}:
        return True
    if text.lower() in {"no", "tidak", "0", "false"}:
        return False
    raise SettingsError(f"{name}={text}: tulis yes atau no / write yes or no")
