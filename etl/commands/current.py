"""What counts: ``current``, today or at a moment of the past."""

from datetime import datetime

from sqlalchemy import Connection

from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.storage.queries.freshness import freshness
from cakupan.storage.queries.loads import loads_in_force
from cakupan.storage.queries.standing import standing_figures
from cakupan.storage.reading import unscoped
from etl.commands.opening import moment_of_option, opened
from etl.exit_codes import OK, USAGE
from etl.machine_report import standing_record
from etl.options import AsJson, AsOf, Chosen, Database, OneMeasure, OneRegion
from etl.standing import Standing, paired
from etl.standing_report import StandingReport
from etl.terminal import print_json


def current(
    *,
    as_of: AsOf = None,
    region: OneRegion = None,
    measure: OneMeasure = None,
    database: Database = None,
    as_json: AsJson = False,
    language: Chosen = Language.ID,
) -> int:
    """The series and loads that count, or every figure of one region and measure."""
    session = opened(database, language, people_read_stderr=as_json)
    say, report = session.say, session.report
    at = None if as_of is None else moment_of_option(as_of, session)
    if as_of is not None and at is None:
        return USAGE
    if (region is None) != (measure is None):
        report.line(say("cli.current.both"))
        return USAGE
    if region is not None and region not in session.reference.directory:
        report.line(say("templates.command.region_unknown", region=region))
        return USAGE
    with session.reader() as connection:
        standing = (
            Standing(at, (), (), figures=None if region is None else {})
            if connection is None
            else _standing(connection, at, region=region, measure=measure)
        )
    if as_json:
        print_json(standing_record(standing))
    else:
        StandingReport(report, say, session.reference).tell(standing)
    return OK


def _standing(
    connection: Connection, at: datetime | None, *, region: str | None, measure: Measure | None
) -> Standing:
    then, now = loads_in_force(unscoped(connection), at), loads_in_force(unscoped(connection))
    if region is None or measure is None:
        return Standing(
            at, then, now, series=freshness(unscoped(connection), region_prefix="", as_of=at)
        )
    states = [
        standing_figures(unscoped(connection), measure=measure, region_code=region, as_of=moment)
        for moment in (at, None)
    ]
    return Standing(at, then, now, figures=paired(*states))
