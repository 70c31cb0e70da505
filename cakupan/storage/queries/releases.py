"""Which releases are there, and what is written of each beside its figures?"""

from typing import Any

from sqlalchemy import Row, select

from cakupan.domain.releases import Release
from cakupan.storage.errors import UnknownReleaseError
from cakupan.storage.reading import Reader
from cakupan.storage.tables import ReleaseRow

_ABOUT = select(*(ReleaseRow.__table__.c[name] for name in Release.__struct_fields__))


def all_releases(reader: Reader) -> list[Release]:
    """Every release, newest first."""
    found = [_release(row) for row in reader.execute(_ABOUT)]
    return sorted(found, key=lambda one: (one.made_at, len(one.id), one.id), reverse=True)


def release_by_id(reader: Reader, release_id: str) -> Release | None:
    """The release of this id."""
    row = reader.execute(_ABOUT.where(ReleaseRow.id == release_id)).one_or_none()
    return None if row is None else _release(row)


def known_release(reader: Reader, release_id: str) -> Release:
    """The same; raises UnknownReleaseError where there is none."""
    found = release_by_id(reader, release_id)
    if found is None:
        raise UnknownReleaseError(release=release_id)
    return found


def release_content(reader: Reader, release_id: str) -> bytes:
    """The stored bytes of a release; none for an unknown one."""
    asked = select(ReleaseRow.content).where(ReleaseRow.id == release_id)
    return reader.execute(asked).scalar_one_or_none() or b""


def _release(row: Row[Any]) -> Release:
    return Release(**row._asdict())
