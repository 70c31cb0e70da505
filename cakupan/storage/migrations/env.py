"""Alembic runs this file; it works on the connection and in the transaction handed in."""

from alembic import context

from cakupan.storage.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
