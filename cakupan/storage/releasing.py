"""Making a release: the figures of one moment, frozen under an id. Nothing in it ever changes."""

from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, insert, select

from cakupan.domain.acting import actor
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.releases import NewRelease, Release
from cakupan.storage.audit import record
from cakupan.storage.errors import NothingToReleaseError
from cakupan.storage.release_package import Package, pack
from cakupan.storage.tables import DataVersionRow, ReleaseRow


def make_release(
    writer: Engine, reader: Engine, *, reference_dir: Path, asked: NewRelease
) -> Release:
    """Freeze what counts now. Others go on loading meanwhile; two at once get an id each.

    Raises NothingToReleaseError where there is no figure.
    """
    package = pack(reader, reference_dir)
    if not package.figures:
        raise NothingToReleaseError
    with writer.begin() as connection:
        # SQLite's writers wait for one another already; elsewhere the lock on this one row does it.
        connection.execute(select(DataVersionRow.id).with_for_update())
        return _write(connection, package, asked)


def _write(connection: Connection, package: Package, asked: NewRelease) -> Release:
    release = Release(
        id=_next_id(connection, asked.at),
        made_by=actor().signs(asked.by.strip()),
        made_at=asked.at,
        note=asked.note.strip(),
        embargo_until=asked.embargo_until,
        figures=package.figures,
        revision=package.revision,
        sha256=package.sha256,
    )
    columns = {name: getattr(release, name) for name in Release.__struct_fields__}
    connection.execute(insert(ReleaseRow).values({**columns, "content": package.content}))
    details: dict[str, str | int] = {
        "release": release.id,
        "figures": release.figures,
        "sha256": release.sha256,
    }
    if release.embargo_until is not None:
        details["embargo_until"] = release.embargo_until.isoformat()
    record(connection, AuditEvent(AuditKind.RELEASE_MADE, release.made_by, asked.at, details))
    return release


def _next_id(connection: Connection, at: datetime) -> str:
    """R-2026-11-25-1 for the first of a day on this computer's calendar."""
    day = f"R-{at.astimezone():%Y-%m-%d}-"
    known = connection.execute(select(ReleaseRow.id).where(ReleaseRow.id.startswith(day)))
    return f"{day}{max((int(one.removeprefix(day)) for one in known.scalars()), default=0) + 1}"
