"""Where a request comes from, told to the audit log before anything is done for it."""

from flask import Flask, request

from cakupan.domain.acting import act_from


def register(server: Flask) -> None:
    """Name the address of every request."""
    server.before_request(_name_source)


def _name_source() -> None:
    act_from(request.remote_addr or "")
