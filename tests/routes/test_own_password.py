"""A password is chosen by whoever it is of: by an invitation, or in place of the own one."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from dash import Dash
from flask.testing import FlaskClient

from cakupan.access.invitations import invite
from cakupan.domain.people import EVERYWHERE, Person, Role
from cakupan.settings import Settings
from cakupan.storage.people import open_people
from tests.access.conftest import PASSWORD
from tests.routes.test_gate import come_in, guarded, settings  # noqa: F401  the guarded app

OTHER = "angin barat musim 9"


def test_whoever_is_invited_chooses_a_password_and_is_in(
    guarded: Dash,  # noqa: F811  the fixture
    settings: Settings,  # noqa: F811  the fixture
) -> None:
    people = open_people(settings.people_url)
    rini = Person("Rini", Role.VIEWER, EVERYWHERE)
    token = invite(people, rini, now=datetime.now(UTC))
    people.dispose()
    client = guarded.server.test_client()
    assert client.get("/masuk/undangan?token=tebakan").status_code == 403
    page = client.get(f"/masuk/undangan?token={token}")
    assert "Untuk Rini" in page.text
    form = {"token": token, "sandi": OTHER}
    assert client.post("/masuk/undangan", data={**form, "ulang": "lain"}).status_code == 422
    assert client.post("/masuk/undangan", data={"token": token, "sandi": "x"}).status_code == 422
    assert client.get("/api/v1/coverage").status_code == 401
    assert client.post("/masuk/undangan", data={**form, "ulang": OTHER}).status_code == 303
    assert client.get("/api/v1/coverage").status_code == 200
    assert client.get(f"/masuk/undangan?token={token}").status_code == 403


def test_a_new_password_needs_the_current_one_and_ends_other_sessions(
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    here, elsewhere = come_in("Dewi"), come_in("Dewi")
    assert 'name="lama"' in here.get("/masuk/ganti").text
    new = {"sandi": OTHER, "ulang": OTHER}
    wrong = here.post("/masuk/ganti", data={"lama": "salah", **new})
    assert wrong.status_code == 403
    assert "Kata sandi sekarang keliru" in wrong.text
    assert elsewhere.get("/api/v1/coverage").status_code == 200
    assert here.post("/masuk/ganti", data={"lama": PASSWORD, **new}).status_code == 303
    assert here.get("/api/v1/coverage").status_code == 200
    assert elsewhere.get("/api/v1/coverage").status_code == 401
    back = {"lama": OTHER, "sandi": PASSWORD, "ulang": PASSWORD}
    assert here.post("/masuk/ganti", data=back).status_code == 303


def test_ones_own_sessions_are_seen_and_the_others_ended_with_the_password(
    come_in: Callable[[str], FlaskClient],  # noqa: F811  the fixture
) -> None:
    here, elsewhere, of_another = come_in("Budi"), come_in("Budi"), come_in("Dewi")
    [told] = re.findall(
        r"dengan (\d+) sesi, dimulai: ([^<]+?\.\d\d)\.", here.get("/masuk/sesi").text
    )
    assert int(told[0]) == len(told[1].split(" · "))
    before = int(told[0])
    assert before >= 2
    wrong = here.post("/masuk/sesi", data={"lama": "salah"})
    assert wrong.status_code == 403
    assert "Tidak ada sesi yang diakhiri" in wrong.text
    assert elsewhere.get("/api/v1/coverage").status_code == 200
    assert here.post("/masuk/sesi", data={"lama": PASSWORD}).status_code == 303
    assert "dengan 1 sesi" in here.get("/masuk/sesi").text
    assert elsewhere.get("/api/v1/coverage").status_code == 401
    assert of_another.get("/api/v1/coverage").status_code == 200
    line = of_another.get("/exports/audit.csv?jenis=sessions_ended").text
    assert f"person: Budi · sessions: {before - 1}" in line


def test_fields_for_passwords_are_masked_and_let_managers_fill_them(
    guarded: Dash,  # noqa: F811  the fixture
) -> None:
    page = guarded.server.test_client().get("/masuk").text
    [field] = re.findall(r'<input[^>]*name="sandi"[^>]*>', page)
    assert 'type="password"' in field
    assert 'autocomplete="current-password"' in field
    assert "onpaste" not in page
