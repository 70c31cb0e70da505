"""A file or answer asked of a release that cannot be shown: one sentence, wherever it is asked."""

from flask import Flask, Response

from cakupan.storage.errors import ReleaseEmbargoedError, ReleaseError, UnknownReleaseError
from routes.refusal import refusal

_STATUS = {UnknownReleaseError: 404, ReleaseEmbargoedError: 403}


def register(server: Flask) -> None:
    """Answer for every route."""
    server.register_error_handler(ReleaseError, refused)


def refused(error: ReleaseError) -> Response:
    """Why the release cannot be shown."""
    return refusal(release_status(error), f"storage.{error.code}", **error.details)


def release_status(error: ReleaseError) -> int:
    """404 where there is none, 403 before its time, 500 where it cannot be read."""
    return _STATUS.get(type(error), 500)
