"""Whether the dashboard may be opened where its settings say, and to whom."""

from datetime import UTC, datetime
from functools import partial
from ipaddress import ip_address
from sqlite3 import sqlite_version, sqlite_version_info

from sqlalchemy import Engine

from cakupan.access.door import Door
from cakupan.access.first_admin import first_token
from cakupan.domain.people import Role
from cakupan.settings import Settings
from cakupan.storage.engine import is_sqlite, open_reader, shown
from cakupan.storage.integrity import revision_of
from cakupan.storage.people import is_anybody, is_kept, open_people
from cakupan.storage.postgres import is_away, server_version
from cakupan.storage.queries.version import data_version
from cakupan.storage.reading import unscoped
from cakupan.storage.sqlite_ground import may_lose_a_reset
from cakupan.texts import Words
from layouts.data.drop_card import UPLOAD_LIMIT

CONNECTIONS = 2_000
_PROXY_HEADERS = {"x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"}


def reason_to_stay_closed(settings: Settings) -> str | None:
    """The key of the sentence that says why it is not opened; None where it may be.

    Beyond this computer it is opened only with an administrator and behind a proxy with HTTPS.
    """
    if is_loopback(settings.host):
        return None
    people = _people(settings)
    if people is None:
        return "access.start.no_admin"
    has_admin = is_anybody(people, (Role.ADMIN,))
    people.dispose()
    if not has_admin:
        return "access.start.no_admin"
    return None if settings.proxy else "access.start.no_proxy"


def opened_door(settings: Settings) -> Door | None:
    """The door people log in by; None where nobody can log in and it was not asked for."""
    people = _people(settings)
    if people is None:
        return None
    if not settings.login and not is_anybody(people):
        people.dispose()
        return None
    return Door(people, partial(datetime.now, UTC))


def first_admin_token(settings: Settings) -> str | None:
    """A token for the first administrator where log-ins are asked for and there is none."""
    people = _people(settings) if settings.login else None
    if people is None:
        return None
    token = first_token(people, now=datetime.now(UTC))
    people.dispose()
    return token


def serving(settings: Settings) -> dict[str, object]:
    """How the server takes requests, in the words of waitress, and what it believes of a proxy.

    Of a proxy that is named: who asked, under which name, and whether by HTTPS.
    """
    manner: dict[str, object] = {
        # A request that another server has passed on must be known as such: routes/embargo.py.
        "clear_untrusted_proxy_headers": False,
        # One byte over what routes/limits.py takes is refused before it is read.
        "max_request_body_size": UPLOAD_LIMIT + 1,
        # Large files come in fewer pieces.
        "recv_bytes": 64 * 1024,
        "ident": "Cakupan",
        # Browsers keep up to six connections open each; by itself waitress takes a hundred, and
        # whoever comes after waits until somebody leaves.
        "connection_limit": CONNECTIONS,
        # Unlike select, it knows no highest number of a connection.
        "asyncore_use_poll": True,
    }
    if settings.proxy:
        manner |= {"trusted_proxy": settings.proxy, "trusted_proxy_headers": _PROXY_HEADERS}
    return manner


def version_of(engine: Engine) -> int:
    """The version of the data, as whoever watches the server asks for it."""
    with engine.connect() as connection:
        return data_version(unscoped(connection))


def ground(settings: Settings, say: Words) -> str:
    """What is served: the database, the revision of its tables, the engine that reads it."""
    engine = open_reader(settings.database_url)
    revision = revision_of(engine)
    database = shown(settings.database_url)
    if is_sqlite(settings.database_url):
        engine.dispose()
        return say("start.database", database=database, revision=revision, sqlite=sqlite_version)
    with engine.connect() as connection:
        version = server_version(connection)
    engine.dispose()
    return say("start.server", database=database, revision=revision, version=version)


def why_not_opened(settings: Settings, error: Exception, say: Words) -> str:
    """The sentence for a database that cannot be opened or written to; passwords are left out."""
    key = "server_away" if is_away(error) else "database_unusable"
    return say(f"start.{key}", database=shown(settings.database_url))


def cautions(settings: Settings, say: Words) -> list[str]:
    """What may harm the database, though nothing is wrong with it now."""
    if is_sqlite(settings.database_url) and may_lose_a_reset(sqlite_version_info):
        return [say("start.sqlite_known_bad", sqlite=sqlite_version)]
    return []


def is_loopback(host: str) -> bool:
    """Whether only this computer can reach an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _people(settings: Settings) -> Engine | None:
    """The people's database; it is made only where log-ins are asked for."""
    if not settings.login and not is_kept(settings.people_url):
        return None
    return open_people(settings.people_url)
