"""Settings from the environment, frozen. No secret has a default."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BOUNDARIES = "boundaries.geojson"


class SettingsError(ValueError):
    """A setting that cannot be used; the message says which and what is expected."""


@dataclass(frozen=True, slots=True)
class Settings:
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

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ) -> "Settings":
        """Read ``CAKUPAN_*``; raises SettingsError with the variable's name on nonsense."""
        data = Path(environ.get("CAKUPAN_DATA_DIR", str(ROOT / "data")))
        database_url = environ.get(
            "CAKUPAN_DATABASE_URL", f"sqlite:///{(data / 'local' / 'cakupan.db').as_posix()}"
        )
        return cls(
            database_url=database_url,
            host=environ.get("CAKUPAN_HOST", "127.0.0.1"),
            port=_port(environ.get("CAKUPAN_PORT", "8050")),
            reference_dir=data / "reference",
            samples_dir=data / "samples",
            load_samples=_switch("CAKUPAN_SAMPLES", environ.get("CAKUPAN_SAMPLES", "yes")),
            uploads_dir=_of_database(database_url, "uploads", otherwise=data / "local"),
            families_dir=_beside(database_url, otherwise=data / "local") / "families",
            templates_dir=_beside(database_url, otherwise=data / "local") / "templates",
            names=frozenset(environ.get("CAKUPAN_NAMES", "").casefold().replace(",", " ").split()),
            releases_dir=_of_database(database_url, "releases", otherwise=data / "local"),
            people_url=_people(database_url, otherwise=data / "local"),
            login=_switch("CAKUPAN_LOGIN", environ.get("CAKUPAN_LOGIN", "no")),
            proxy=environ.get("CAKUPAN_BEHIND_PROXY", ""),
            boundaries=_file("CAKUPAN_BOUNDARIES", environ, otherwise=data / "local" / BOUNDARIES),
        )


def _of_database(database_url: str, name: str, *, otherwise: Path) -> Path:
    """A folder of one database: no other one may have it, for a start empties it."""
    path = database_url.removeprefix("sqlite:///")
    return otherwise / name if path == database_url else Path(path).with_suffix(f".{name}")


def _beside(database_url: str, *, otherwise: Path) -> Path:
    """The folder of a SQLite file."""
    path = database_url.removeprefix("sqlite:///")
    return otherwise if path == database_url else Path(path).parent


def _people(database_url: str, *, otherwise: Path) -> str:
    """Who may log in stands in a file of its own beside the figures, never in their database."""
    folder = _beside(database_url, otherwise=otherwise)
    name = Path(database_url).stem if folder != otherwise else "cakupan"
    return f"sqlite:///{(folder / f'{name}.people.db').as_posix()}"


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
