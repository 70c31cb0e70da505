"""What the driver raises where it is spoken to directly, as SQLAlchemy raises it elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError


@contextmanager
def told_alike(connection: Connection, statement: object) -> Iterator[None]:
    """Turn an error of the driver into that of SQLAlchemy, so that one name catches both."""
    raised = connection.dialect.loaded_dbapi.Error
    try:
        yield
    except raised as error:
        raise DBAPIError.instance(
            str(statement), (), error, raised, dialect=connection.dialect
        ) from error
