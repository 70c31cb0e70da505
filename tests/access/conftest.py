"""A database of people, and a clock that is moved by hand."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from cakupan.access.door import Door
from cakupan.access.passwords import hashed
from cakupan.domain.people import EVERYWHERE, Person, Role, Scope
from cakupan.storage.people import add_person, open_people

PASSWORD = "kapal layar di teluk 7"  # noqa: S105  of people that tests make
NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


class Clock:
    """The time, until it is moved."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def pass_by(self, **span: float) -> None:
        self.now += timedelta(**span)


@pytest.fixture(scope="session")
def kept() -> str:
    return hashed(PASSWORD)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def engine(tmp_path: Path, kept: str) -> Iterator[Engine]:
    engine = open_people(f"sqlite:///{(tmp_path / 'people.db').as_posix()}")
    for name, role, scope in (
        ("Sari", Role.ADMIN, EVERYWHERE),
        ("Budi", Role.OPERATOR, Scope.of(["36"])),
    ):
        add_person(engine, Person(name, role, scope), password=kept, at=NOON)
    yield engine
    engine.dispose()


@pytest.fixture
def door(engine: Engine, clock: Clock) -> Door:
    return Door(engine, clock)
