"""What is taken away from the Wilayah page is what it shows."""

import csv
from io import BytesIO, StringIO

from flask.testing import FlaskClient
from openpyxl import load_workbook

TABLE = "halaman=/wilayah&kartu=regions"


def table(client: FlaskClient, query: str, delimiter: str = ";") -> list[dict[str, str]]:
    answer = client.get(f"/exports/card.csv{query}&{TABLE}")
    assert answer.status_code == 200
    return list(csv.DictReader(StringIO(answer.data.decode("utf-8-sig")), delimiter=delimiter))


def test_every_region_of_the_choice_is_in_the_file(client: FlaskClient) -> None:
    rows = {row["Kode"]: row for row in table(client, "?wilayah=36")}
    assert len(rows) == 8
    cilegon = rows["36.72"]
    assert cilegon["Peserta"] == "91000"
    assert cilegon["Cakupan (%)"] == "50,5556"
    assert cilegon["Kurang ke 65% RPJMD 2030"] == "26000"
    assert cilegon["Target sendiri"] == "55% Target daerah 2025"
    assert cilegon["Periode peserta"] == "2025-10"
    assert cilegon["Penyebut berlaku sejak"] == "2025-01"
    assert cilegon["Berkas asal"] == "peserta.xlsx"
    assert "data contoh" in cilegon["Mutu"]


def test_the_nation_is_a_file_of_514_rows(client: FlaskClient) -> None:
    assert len(table(client, "?wilayah=00")) == 514
    assert len(table(client, "?wilayah=00&bahasa=en", ",")) == 514


def test_the_workbook_names_its_source_and_says_what_is_a_sample(client: FlaskClient) -> None:
    answer = client.get(f"/exports/card.xlsx?wilayah=36&penyebut=employed&{TABLE}")
    assert "wilayah-regions-banten-2025-10.xlsx" in answer.headers["Content-Disposition"]
    paper = load_workbook(BytesIO(answer.data)).worksheets[0]
    notes = " ".join(str(paper.cell(line, 1).value) for line in range(1, 6))
    for said in ("Banten", "31 Okt 2025", "Penduduk bekerja", "Data contoh"):
        assert said in notes


def test_nonsense_gives_the_usual_choices_and_no_data_a_sentence(client: FlaskClient) -> None:
    assert len(table(client, "?wilayah=xx&periode=%3C&penyebut=1")) == 8
    answer = client.get(f"/exports/card.xlsx?wilayah=11&{TABLE}")
    assert answer.status_code == 404
    assert "Belum ada data" in answer.json["message"]
