"""What can be taken away from the Data page: forms to fill in, findings to send back."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from layouts.data.records import FORMS
from routes.downloads import XLSX

Send = Callable[..., Any]
Wait = Callable[[FlaskClient], None]


def texts(content: bytes) -> str:
    book = load_workbook(BytesIO(content), read_only=True)
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    return " ".join(str(cell) for cell in cells if cell is not None)


def token_of(client: FlaskClient) -> str:
    return client.get("/upload").json["files"][0]["token"]


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_a_workbook_for_the_region_chosen(client: FlaskClient, form: str) -> None:
    answer = client.get(f"/templates/{form}.xlsx?wilayah=17")
    assert answer.status_code == 200
    assert answer.mimetype == XLSX
    assert "bengkulu" in answer.headers["Content-Disposition"]
    assert "Bengkulu" in texts(answer.data)
    assert "Serang" not in texts(answer.data)


def test_a_form_that_does_not_exist_is_told_in_the_language_of_the_reader(
    client: FlaskClient,
) -> None:
    answer = client.get("/templates/gaji.xlsx?bahasa=en")
    assert answer.status_code == 404
    assert answer.json["message"].startswith("There is no such form.")


def test_findings_can_be_sent_back_with_the_place_and_the_remedy(
    client: FlaskClient, send: Send, examined: Wait, bad: bytes
) -> None:
    send(client, "kiriman sari.xlsx", bad)
    examined(client)
    answer = client.get(f"/upload/{token_of(client)}/findings.xlsx")
    assert answer.status_code == 200
    assert "temuan_kiriman sari.xlsx" in answer.headers["Content-Disposition"]
    assert "region-unknown" in texts(answer.data)
    assert "Kab. Tangerong" in texts(answer.data)


def test_findings_of_another_visitor_are_not_there(
    new_visitor: Callable[[], FlaskClient], send: Send, examined: Wait, bad: bytes
) -> None:
    sari, budi = new_visitor(), new_visitor()
    send(sari, "a.xlsx", bad)
    examined(sari)
    answer = budi.get(f"/upload/{token_of(sari)}/findings.xlsx")
    assert answer.status_code == 404
    assert "tidak ada lagi" in answer.json["message"]
