"""What watches a server asks whether it lives, and whether it can answer with figures."""

from collections.abc import Callable

from flask.testing import FlaskClient

import app as application
from cakupan.settings import Settings
from tests.behind import take_away


def test_a_server_with_its_database_is_alive_and_ready(
    new_visitor: Callable[[], FlaskClient],
) -> None:
    visitor = new_visitor()
    assert visitor.get("/healthz").text == "ok\n"
    answer = visitor.get("/readyz")
    assert (answer.status_code, answer.text) == (200, "ready\n")
    assert answer.headers["Cache-Control"] == "no-store"


def test_without_its_database_it_is_alive_but_not_ready(settings: Settings) -> None:
    server = application.create_app(settings).server
    take_away(settings.database_url)
    visitor = server.test_client()
    assert visitor.get("/healthz").status_code == 200
    answer = visitor.get("/readyz")
    assert (answer.status_code, answer.text) == (503, "not ready\n")
