"""Loads that are in: ``undo``, ``redo``, ``history``."""

from collections.abc import Callable
from datetime import UTC, datetime

from sqlalchemy import Engine

from cakupan.domain.language import Language
from cakupan.domain.loads import Load, LoadState
from cakupan.storage import loading
from cakupan.storage.queries.loads import loads_in_force
from cakupan.storage.reading import unscoped
from etl.commands.opening import loads_of, moment_of_option, opened
from etl.exit_codes import OK, REFUSED, USAGE
from etl.machine_report import load_record
from etl.options import AsJson, AsOf, By, Chosen, Database, LoadId
from etl.session import Session
from etl.standing_report import StandingReport
from etl.terminal import print_json, user_name


def undo(
    load_id: LoadId = None,
    *,
    by: By = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """Withdraw a load; the newest current one without a number."""
    session = opened(database, language, people_read_stderr=as_json)
    loads = loads_of(session)
    newest = next((one.id for one in loads if one.state is LoadState.CURRENT), None)
    chosen = newest if load_id is None else load_id
    if chosen is None or not loads:
        session.report.line(session.say("cli.undo.nothing"))
        return REFUSED
    turned = _turned(session, loading.withdraw, chosen, by=by)
    return _told(session, "undo", turned, as_json=as_json)


def redo(
    load_id: LoadId = None,
    *,
    by: By = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """Restore a withdrawn load; the one withdrawn last without a number."""
    session = opened(database, language, people_read_stderr=as_json)
    loads = loads_of(session)
    withdrawn = [(one.withdrawn_at, one.id) for one in loads if one.withdrawn_at is not None]
    last = max(withdrawn)[1] if withdrawn else None
    chosen = last if load_id is None else load_id
    if chosen is None or not loads:
        session.report.line(session.say("cli.redo.nothing"))
        return REFUSED
    turned = _turned(session, loading.redo, chosen, by=by)
    return _told(session, "redo", turned, as_json=as_json)


def history(
    *,
    as_of: AsOf = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """All loads, newest first, or those that counted at a moment."""
    session = opened(database, language, people_read_stderr=as_json)
    at = None if as_of is None else moment_of_option(as_of, session)
    if as_of is not None and at is None:
        return USAGE
    loads = loads_of(session) if at is None else _loads_at(session, at)
    if as_json:
        print_json([load_record(one) for one in loads])
    else:
        session.report.history(loads)
    return OK


def _loads_at(session: Session, at: datetime) -> list[Load]:
    with session.reader() as connection:
        loads = [] if connection is None else loads_in_force(unscoped(connection), at)
    StandingReport(session.report, session.say, session.reference).headline(at, len(loads))
    return loads


def _turned(session: Session, turn: Callable[..., Load], load_id: int, *, by: str | None) -> Load:
    engine: Engine = session.writer()
    try:
        return turn(engine, load_id, by=by or user_name(), at=datetime.now(UTC))
    finally:
        engine.dispose()


def _told(session: Session, action: str, load: Load, *, as_json: bool) -> int:
    session.report.line(session.say(f"cli.{action}.done", id=load.id, file=load.file_name))
    if as_json:
        print_json(load_record(load))
    return OK
