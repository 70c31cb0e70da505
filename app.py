"""Wires the application: one Dash app out of settings, an engine to read with, and the reference.

Nobody imports this module but tests and the command that starts the server.
"""

import gc

if __name__ == "__main__":
    # What is made while a program is read in stays: looking through it for litter, again and again
    # as it grows, is a quarter of a start. ``memory.keep_for_good`` lets it begin.
    gc.disable()

import sys
from datetime import UTC, datetime
from errno import EADDRINUSE
from functools import cache, partial

from dash import Dash
from dash.exceptions import DependencyException, InvalidResourceError
from sqlalchemy import Engine
from sqlalchemy.exc import OperationalError
from waitress.server import create_server

from cakupan import __version__, logs, memory
from cakupan.domain.language import Language
from cakupan.domain.reference import Reference
from cakupan.later import read_in_later
from cakupan.opening import (
    cautions,
    first_admin_token,
    ground,
    opened_door,
    reason_to_stay_closed,
    serving,
    version_of,
    why_not_opened,
)
from cakupan.patience import let_others_go_first
from cakupan.preparing import prepare
from cakupan.settings import ROOT, Settings, SettingsError
from cakupan.storage.audit import note
from cakupan.storage.boundaries import OURS, read_boundaries
from cakupan.storage.deck_templates import TemplateStore
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.errors import StorageError
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from callbacks import every_page, pengguna
from callbacks.api.answering import Answering
from callbacks.audit_file import audit_file
from callbacks.data_tools import DataTools
from callbacks.every_page import Parts
from callbacks.figures import Source
from callbacks.press import press_of
from callbacks.regions_reading import Atlas
from callbacks.release_shelf import ReleaseShelf
from callbacks.slides import Slides
from callbacks.taking import Taking
from callbacks.target_letter import target_letter
from callbacks.warming import Warming
from callbacks.wiring import log_failure
from etl.families import read_families
from etl.intake.desk import Desk
from etl.intake.examiner import Examiner
from etl.intake.upload_folder import UploadFolder
from layouts import shell
from layouts.index_page import BundledDash, index_string
from layouts.slide import show
from routes import (
    access,
    again,
    audit_log,
    bundling,
    callback_shape,
    card_files,
    content_policy,
    database_away,
    deck_templates,
    decks,
    delivery,
    downloads,
    embargo,
    embargo_refusals,
    first_sight,
    gate,
    health,
    limits,
    not_found,
    press,
    release_refusals,
    request_log,
    same_origin,
    slides,
    strange_requests,
    target_letters,
    upload,
    visitor,
)
from routes import boundaries as boundary_routes
from routes.api import addresses as api
from routes.rights import DRAWING

ASSETS = ROOT / "assets"
# The show is a page apart.
APART = ("show.js", "show.css")
# Requests that are under way at once. Whoever waits for a file to be read or for a turn to have a
# page drawn holds one meanwhile; what is known already is given by others.
THREADS = 64
# Seconds after which one thread lets others go on; by itself Python takes 0.005. What is known is
# answered in a dozen short steps, and each would wait so long for a page that is being drawn.
SWITCH_EVERY = 0.0002


def create_app(settings: Settings, reference: Reference | None = None) -> Dash:
    """An app on the database of ``settings``; several may live in one process.

    Raises DatabaseMissingError where there is no database yet.
    """
    engine = open_reader(settings.database_url)
    reference = reference or read_reference(settings.reference_dir)
    first = words(Language.ID)
    app = BundledDash(
        __name__,
        assets_folder=str(ASSETS),
        # No tag of its own for any asset: they are in the bundles.
        assets_ignore=".*",
        serve_locally=True,
        title=first("shell.name"),
        update_title="",
        on_error=log_failure,
        # Most pages are not there at the start. That their ids exist is a test's matter, not
        # one of every visitor's browser.
        suppress_callback_exceptions=True,
        meta_tags=[{"name": "description", "content": first("shell.description")}],
    )
    named = {"icon": "icons/mark.svg", "favicon": "favicon.ico"}
    app.index_string = index_string(**{name: _asset(app, one) for name, one in named.items()})
    app.layout = shell.shell(first)
    ours, own = settings.reference_dir / OURS, settings.boundaries
    outlines = cache(partial(read_boundaries, ours, reference, own=own))
    parts = Parts.of(
        Source(engine, reference, _shelf(settings, engine)),
        _data_tools(settings, engine, reference),
        Atlas.of(outlines, reference, prefix=app.config.requests_pathname_prefix),
        read_families(settings.reference_dir / "sources").corrections,
    )
    every_page.register(app, parts)
    _open_routes(app, settings, parts)
    app.bundles = bundling.register(app.server, index=app.index, assets=ASSETS, apart=APART)
    assets = {name: _asset(app, file) for name, file in show.ASSETS.items()}
    assets["charts"] = app.bundles.charts.address
    slides.register(app.server, slides=Slides(parts.showing, parts.source), assets=assets)
    # What runs last is registered first. The hashes are those of all callbacks there are.
    content_policy.register(app.server, scripts=app.csp_hashes())
    delivery.register(app.server)
    return app


def _open_routes(app: Dash, settings: Settings, parts: Parts) -> None:
    """What is no callback. Who may ask at all is looked at first."""
    server, door = app.server, opened_door(settings)
    source, tools, reference = parts.source, parts.tools, parts.source.reference
    request_log.register(server)
    release_refusals.register(server)
    database_away.register(server)
    strange_requests.register(server, unknown=(DependencyException, InvalidResourceError))
    limits.register(server)
    same_origin.register(server, names=settings.names)
    warming = Warming(source, [one for page in parts.showing.drawings.values() for one in page])
    server.extensions["warming"] = warming
    gate.register(server, gate=gate.Gate(door, app.callback_map))
    again.register(
        server,
        version=partial(version_of, source.engine),
        is_drawing=lambda: gate.trigger(app.callback_map) in DRAWING,
        ahead=warming,
    )
    callback_shape.register(server, callbacks=app.callback_map)
    visitor.register(server)
    write = partial(note, tools.writer)
    access.register(server, door=door, note=write)
    pengguna.register(app, tools=tools, door=door)
    health.register(server, ask=partial(version_of, source.engine))
    upload.register(server, desk=tools.desk)
    downloads.register(server, desk=tools.desk, reference=reference, clock=tools.clock)
    boundary_routes.register(server, outlines=parts.atlas.outlines)
    card_files.register(server, files=Taking(parts.showing, source, tools.clock))
    letter_of = partial(target_letter, source=source, clock=tools.clock)
    target_letters.register(server, letter_of=letter_of)
    templates = TemplateStore(settings.templates_dir)
    decks.register(server, decks=partial(_decks, parts, templates))
    deck_templates.register(server, store=templates, clock=tools.clock)
    audit_log.register(server, written=audit_file(source.engine), note=write, clock=tools.clock)
    press.register(server, press_of=partial(press_of, source=source))
    api.register(server, answer=Answering.of(source).answer, reference=reference)
    first_sight.register(server, callbacks=app.callback_map, kept=door is None)
    not_found.register(server, directory=reference.directory)


def _decks(parts: Parts, templates: TemplateStore) -> decks.DeckMaker:
    from callbacks.decks import Decks  # noqa: PLC0415  see cakupan/later.py

    return Decks(parts.showing, parts.source, templates, parts.tools.clock)


def _data_tools(settings: Settings, reader: Engine, reference: Reference) -> DataTools:
    """What loading needs; files that an earlier run left waiting are forgotten."""
    writer = open_database(settings.database_url)
    learned = settings.families_dir
    families = partial(read_families, settings.reference_dir / "sources", learned)
    folder = UploadFolder(settings.uploads_dir)
    folder.empty()
    clock = partial(datetime.now, UTC)
    desk = Desk(Examiner(reader, writer, reference, families, learned), folder, clock=clock)
    return DataTools(reader=reader, writer=writer, reference=reference, desk=desk, clock=clock)


def _shelf(settings: Settings, reader: Engine) -> ReleaseShelf:
    """Where releases are read; copies that an earlier run left are forgotten."""
    shelf = ReleaseShelf(
        engine=reader,
        folder=settings.releases_dir,
        shipped=settings.reference_dir,
        clock=partial(datetime.now, UTC),
        trusts=embargo.is_trusted,
        refused=embargo_refusals.refused,
    )
    shelf.empty()
    return shelf


def _asset(app: Dash, name: str) -> str:
    """The address of an asset with its time of change, so that it can be kept for long."""
    return f"{app.get_asset_url(name)}?m={(ASSETS / name).stat().st_mtime}"


def main() -> int:
    """Prepare, then serve until stopped. Gives the exit code: 2 where a setting cannot be used."""
    memory.take_from_one_place()
    say = words(Language.ID)
    try:
        settings = Settings.from_env()
        logs.begin(settings.log)
        closed = reason_to_stay_closed(settings)
        if closed:
            return _stop(say(closed, host=settings.host))
        print(say("start.preparing"), flush=True)
        reference = read_reference(settings.reference_dir)
        for line in (*prepare(settings, reference), *cautions(settings, say)):
            print(line, file=sys.stderr)
        app = create_app(settings, reference)
    except SettingsError as error:
        return _stop(str(error))
    except StorageError as error:
        return _stop(say(f"storage.{error.code}", **error.details))
    except (OSError, OperationalError) as error:
        return _stop(why_not_opened(settings, error, say))
    return _serve(app, settings)


def _serve(app: Dash, settings: Settings) -> int:
    say = words(Language.ID)
    try:
        server = create_server(
            app.server,
            host=settings.host,
            port=settings.port,
            threads=THREADS,
            **serving(settings),
        )
    except OSError as error:
        reason = "port_taken" if error.errno == EADDRINUSE else "host_unknown"
        return _stop(say(f"start.{reason}", host=settings.host, port=settings.port))
    print(ground(settings, say), flush=True)
    address = f"http://{settings.host}:{settings.port}"
    print(say("start.serving", version=__version__, address=address), flush=True)
    token = first_admin_token(settings)
    if token:
        print(
            say("access.start.token", address=f"{address}/masuk/pertama?token={token}"), flush=True
        )
    sys.setswitchinterval(SWITCH_EVERY)
    memory.keep_for_good()
    memory.give_back_now_and_then()
    read_in_later()
    app.server.extensions["warming"].start(let_others_go_first, memory.keep_for_long)
    app.server.extensions["packing"].start()
    server.run()
    return 0


def _stop(message: str) -> int:
    print(message, file=sys.stderr)
    return 2


if __name__ == "__main__":
    raise SystemExit(main())
