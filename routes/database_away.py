"""A server of databases that does not answer: said in a sentence, wherever it is asked."""

from flask import Flask, Response
from sqlalchemy.exc import OperationalError

from cakupan.storage.postgres import is_away
from routes.refusal import refusal

# In seconds.
ASK_AGAIN = "5"


def register(server: Flask) -> None:
    """Answer for every route; what else may be wrong with a database stays a fault."""
    server.register_error_handler(OperationalError, answered)


def answered(error: OperationalError) -> Response:
    """503, and when to ask again."""
    if not is_away(error):
        raise error
    response = refusal(503, "shell.failure.server")
    response.headers["Retry-After"] = ASK_AGAIN
    return response
