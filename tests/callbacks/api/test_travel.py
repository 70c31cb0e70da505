"""How answers of the API travel: in pages, as CSV, unchanged; and how a bad question is told."""

import csv
import json
from io import StringIO
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from cakupan.domain.language import Language
from cakupan.exports.api.parameters import Catalogue
from cakupan.exports.api.resources import RESOURCES
from cakupan.settings import Settings
from cakupan.storage.reference import read_reference
from cakupan.texts import words

FIGURES = "/api/v1/figures?provinsi=36&ukuran=participants_active"


def table(answer: TestResponse, delimiter: str = ",") -> list[dict[str, str]]:
    text = answer.data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text), delimiter=delimiter))


def test_pages_follow_each_other_without_a_gap(client: FlaskClient) -> None:
    whole = client.get(FIGURES).json["data"]
    address, found = f"{FIGURES}&limit=7", []
    while address:
        answer = client.get(address).json
        found += answer["data"]
        address = answer["next"]
    assert found == whole
    assert len(whole) == client.get(f"{FIGURES}&limit=1").json["total"] == 64


def test_the_next_page_keeps_the_question(client: FlaskClient) -> None:
    answer = client.get(f"{FIGURES}&limit=5&format=csv")
    address = answer.headers["Link"].partition(">")[0].removeprefix("<")
    query = dict(parse_qsl(urlsplit(address).query))
    assert query == {
        "provinsi": "36",
        "ukuran": "participants_active",
        "limit": "5",
        "format": "csv",
        "offset": "5",
    }
    assert answer.headers["X-Total-Count"] == "64"
    assert "Link" not in client.get(FIGURES).headers


def test_an_offset_beyond_the_end_is_an_empty_page(client: FlaskClient) -> None:
    answer = client.get(f"{FIGURES}&offset=1000").json
    assert (answer["data"], answer["next"], answer["total"]) == ([], None, 64)


@pytest.mark.parametrize("resource", RESOURCES, ids=lambda one: one.name)
def test_csv_says_the_same_as_json(client: FlaskClient, resource: Any) -> None:
    rows = client.get(resource.path).json["data"]
    lines = table(client.get(f"{resource.path}?format=csv"))
    assert len(rows) == len(lines)
    for row, line in zip(rows, lines, strict=True):
        for name, value in row.items():
            if value is None:
                assert line[name] == ""
            elif isinstance(value, bool):
                assert line[name] == str(value).lower()
            elif isinstance(value, int | float):
                assert float(line[name]) == value
            else:
                assert line[name] == value


def test_csv_of_excel_has_semicolons_and_decimal_commas(client: FlaskClient) -> None:
    address = "/api/v1/coverage?wilayah=36&periode=2025-10&format=csv&dialek=excel-id"
    answer = client.get(address)
    assert answer.data.startswith("\ufeff".encode())
    [line] = table(answer, ";")
    [row] = client.get("/api/v1/coverage?wilayah=36&periode=2025-10").json["data"]
    assert line["coverage"] == repr(row["coverage"]).replace(".", ",")


def test_the_header_can_ask_for_csv(client: FlaskClient) -> None:
    answer = client.get("/api/v1/targets", headers={"Accept": "text/csv"})
    assert answer.mimetype == "text/csv"
    assert client.get("/api/v1/targets", headers={"Accept": "*/*"}).mimetype == "application/json"


def test_an_answer_that_is_known_does_not_travel_again(client: FlaskClient) -> None:
    first = client.get(FIGURES)
    known = {"If-None-Match": first.headers["ETag"], "Accept-Encoding": "br"}
    again = client.get(FIGURES, headers=known)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert client.get(f"{FIGURES}&limit=3", headers=known).status_code == 200
    assert client.get(f"{FIGURES}&format=csv", headers=known).status_code == 200


def test_a_head_has_no_body(client: FlaskClient) -> None:
    answer = client.head(FIGURES)
    assert (answer.status_code, answer.data) == (200, b"")
    assert answer.headers["X-Total-Count"] == "64"


BAD = [
    ("coverage?wilayah=99", 404, "wilayah", "99"),
    ("coverage?wilayah=36.03,xx", 404, "wilayah", "xx"),
    ("coverage?periode=Oktober", 400, "periode", "Oktober"),
    ("coverage?periode=2025-10..2024-01", 400, "periode", "2025-10..2024-01"),
    ("coverage?periode=1999-01", 404, "periode", "2023-10"),
    ("coverage?penyebut=semua", 400, "penyebut", "eligible"),
    ("coverage?jenis=desa", 400, "jenis", "kabupaten"),
    ("coverage?provinsi=99", 400, "provinsi", "99"),
    ("coverage?limit=0", 400, "limit", "10000"),
    ("coverage?limit=10001", 400, "limit", "10000"),
    ("coverage?limit=²", 400, "limit", "10000"),
    ("coverage?offset=-1", 400, "offset", "-1"),
    ("figures?kolom=1", 400, "kolom", "wilayah"),
    ("figures?ukuran=peserta", 400, "ukuran", "participants_active"),
    ("ranking?induk=36.03", 400, "induk", "36.03"),
    ("ranking?periode=2024..2025", 400, "periode", "2024..2025"),
    ("targets?format=xml", 400, "format", "csv"),
]


@pytest.mark.parametrize(("address", "status", "parameter", "said"), BAD)
def test_a_bad_question_is_told_in_a_sentence(
    client: FlaskClient, address: str, status: int, parameter: str, said: str
) -> None:
    answer = client.get(f"/api/v1/{address}")
    told = json.loads(answer.data)
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    assert (told["status"], told["parameter"]) == (status, parameter)
    assert said in told["detail"]
    english = json.loads(client.get(f"/api/v1/{address}&bahasa=en").data)
    assert english["detail"] != told["detail"]


def test_nothing_is_written_and_no_other_address_is_there(client: FlaskClient) -> None:
    answer = client.post("/api/v1/coverage")
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]
    for address in ("/api/v1/", "/api/v1/cakupan", "/api/v1/coverage/36"):
        answer = client.get(address)
        assert answer.status_code == 404
        assert "coverage" in json.loads(answer.data)["detail"]


def test_the_document_says_what_addresses_answer(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json").json
    assert document["openapi"].startswith("3.1")
    for resource in RESOURCES:
        operation = document["paths"][f"/{resource.name}"]["get"]
        assert operation["operationId"] == resource.name
        answer = client.get(resource.path).json
        told = document["components"]["schemas"][resource.name]["properties"]
        assert set(answer) <= set(told)
        rows = set(told["data"]["items"]["properties"])
        # This database has no release; tests/callbacks/releases looks at rows of some.
        assert resource.name == "releases" or set(answer["data"][0]) == rows


def test_every_reference_of_the_document_leads_somewhere(client: FlaskClient) -> None:
    document = client.get("/api/v1/openapi.json?bahasa=en").json

    def references(part: Any) -> list[str]:
        if isinstance(part, dict):
            own = [part["$ref"]] if "$ref" in part else []
            return own + [one for each in part.values() for one in references(each)]
        return [one for each in part for one in references(each)] if isinstance(part, list) else []

    found = references(document)
    assert found
    for one in found:
        place = document
        for name in one.removeprefix("#/").split("/"):
            place = place[name]


def test_an_answer_holds_the_fields_that_are_declared_and_no_others(client: FlaskClient) -> None:
    rows = {one.name: client.get(f"/api/v1/{one.name}?limit=3").json["data"] for one in RESOURCES}
    assert sum(map(bool, rows.values())) >= 4
    for resource in RESOURCES:
        declared = {field.name for field in resource.fields}
        assert all(set(row) == declared for row in rows[resource.name]), resource.name


@pytest.mark.parametrize("language", Language)
def test_every_parameter_and_field_is_explained(language: Language, settings: Settings) -> None:
    say = words(language)
    catalogue = Catalogue.of(read_reference(settings.reference_dir))
    taken = {name for resource in RESOURCES for name in resource.parameters}
    assert taken == set(catalogue.parameters)
    for name in taken:
        assert f"api.parameter.{name}" in say
    for resource in RESOURCES:
        assert f"api.resource.{resource.name}" in say
        for field in resource.fields:
            assert f"api.field.{field.name}" in say
