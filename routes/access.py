"""Every page of coming in, opened together where anybody can log in."""

from flask import Flask

from cakupan.access.door import Door
from routes import log_in, own_password, own_sessions
from routes.log_in import Note


def register(server: Flask, *, door: Door | None, note: Note) -> None:
    """Open them; ``note`` writes into the audit log."""
    if door is not None:
        log_in.register(server, door=door, note=note)
        own_password.register(server, door=door, note=note)
        own_sessions.register(server, door=door, note=note)
