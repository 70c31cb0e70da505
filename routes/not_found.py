"""An address where no page lives. Dash answers every path with its index."""

from functools import partial

from flask import Flask, Response, request

from cakupan.domain.regions import RegionDirectory
from layouts.pages import is_found


def register(server: Flask, *, directory: RegionDirectory) -> None:
    """Say 404 where no page lives, or there is no such region."""
    server.after_request(partial(_not_found, directory))


def _not_found(directory: RegionDirectory, response: Response) -> Response:
    is_index = request.endpoint in {"/", "/<path:path>"}
    if is_index and response.status_code == 200 and not is_found(request.path, directory):
        response.status_code = 404
    return response
