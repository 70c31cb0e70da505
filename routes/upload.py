"""``POST /upload`` takes files in, ``GET /upload`` says how far they are. Nothing is loaded."""

from errno import EROFS
from functools import partial

from flask import Flask, Response, jsonify, request

from etl.intake.desk import Desk, DeskFullError
from etl.intake.ticket import Ticket
from routes.refusal import refusal
from routes.visitor import visitor

FIELD = "file"


def register(server: Flask, *, desk: Desk) -> None:
    """Open the two routes."""
    server.add_url_rule("/upload", "upload", partial(receive, desk=desk), methods=["POST"])
    server.add_url_rule("/upload", "uploads", partial(travelling, desk=desk), methods=["GET"])


def receive(*, desk: Desk) -> Response:
    """Keep the files of one request; what is found in them is asked for later."""
    files = [file for file in request.files.getlist(FIELD) if file.filename]
    if not files:
        return refusal(400, "data.upload.nothing")
    try:
        tickets = [desk.receive(visitor(), file.filename or "", file.stream) for file in files]
    except DeskFullError:
        return refusal(429, "data.upload.full")
    except OSError as error:
        if error.errno == EROFS:
            return refusal(403, "data.upload.read_only")
        return refusal(507, "data.upload.no_room")
    response = _answer(tickets)
    response.status_code = 202
    return response


def travelling(*, desk: Desk) -> Response:
    """The visitor's files with the stage each has come to."""
    return _answer(desk.tickets(visitor()))


def _answer(tickets: list[Ticket]) -> Response:
    response = jsonify(
        files=[
            {"token": one.token, "name": one.file_name, "stage": one.stage.value} for one in tickets
        ]
    )
    response.headers["Cache-Control"] = "no-store"
    return response
