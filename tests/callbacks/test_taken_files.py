"""What is taken away of a card, a page and a deck is what the screen shows."""

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook, load_workbook
from sqlalchemy import select

from cakupan.domain.reference import Reference
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.reference import read_reference
from cakupan.storage.tables import FigureRow
from callbacks.showing import Showing
from etl.dry_run import Status, dry_run
from etl.families import read_families
from layouts.pages import PAGES

OCTOBER = "wilayah=36&periode=2025-10&penyebut=eligible&bahasa=id"


def book(answer) -> Workbook:
    assert answer.status_code == 200, answer.text
    return load_workbook(BytesIO(answer.data))


def texts(paper) -> list[str]:
    return [str(cell) for row in paper.iter_rows(values_only=True) for cell in row if cell]


def test_a_card_is_a_sheet_of_numbers_and_a_sheet_of_their_cells(client: FlaskClient) -> None:
    made = book(client.get(f"/exports/card.xlsx?halaman=/&kartu=ranking&{OCTOBER}"))
    figures, sources = made.worksheets
    head = next(row for row in figures.iter_rows() if row[0].value == "Wilayah")
    rows = {row[0].value: row for row in figures.iter_rows(min_row=head[0].row + 1) if row[0].value}
    tangerang = rows["Kab. Tangerang"]
    assert tangerang[3].value == pytest.approx(900_000 / 1_900_000, abs=1e-12)
    assert tangerang[3].number_format == "0.00%"
    assert any("Data contoh" in text for text in texts(figures))
    assert figures._charts
    assert sources.title == "Sumber"
    told = texts(sources)
    assert {"peserta.xlsx", "Lembar1", "D12", "Sari", "BPJS Ketenagakerjaan"} <= set(told)


def test_csv_of_a_card_is_the_table_as_excel_reads_it(client: FlaskClient) -> None:
    answer = client.get(f"/exports/card.csv?halaman=/&kartu=segments&{OCTOBER}")
    assert "ringkasan-segments-banten-2025-10.csv" in answer.headers["Content-Disposition"]
    head, *rows = csv.reader(StringIO(answer.data.decode("utf-8-sig")), delimiter=";")
    assert head[0] == "Segmen"
    assert [row[1:] for row in rows] == [["1908900", "70,0000"], ["818100", "30,0000"]]


@pytest.mark.parametrize("path", [page.path for page in PAGES if page.path != "/data"])
def test_every_page_is_a_workbook_of_its_cards(
    path: str, client: FlaskClient, showing: Showing
) -> None:
    path = path.replace("<kode>", "36.72")
    cards = [one for one in showing.cards(path, f"?{OCTOBER}") if one.columns and not one.empty]
    answer = client.get(f"/exports/page.xlsx?halaman={path}&{OCTOBER}")
    if not cards:
        assert answer.status_code == 404
        return
    made = book(answer)
    cover, *sheets = made.worksheets
    listed = texts(cover)
    assert "Banten" in " ".join(listed) or "Cilegon" in " ".join(listed)
    assert [one.title in listed for one in cards] == [True] * len(cards)
    assert len(sheets) in {len(cards), len(cards) + 1}
    for card, paper in zip(cards, sheets, strict=False):
        assert paper["A1"].value == card.title
        assert paper.freeze_panes
        assert all(cell.data_type != "f" for row in paper.iter_rows() for cell in row)


def test_the_cards_of_a_deck_are_one_workbook(client: FlaskClient) -> None:
    items = [
        {"path": "/", "search": f"?{OCTOBER}", "card": "trend"},
        {"path": "/wilayah", "search": f"?{OCTOBER}", "card": "regions"},
        {"path": "/", "search": f"?{OCTOBER}", "card": "gone"},
    ]
    made = book(client.post("/exports/deck.xlsx", json={"items": items, "language": "id"}))
    assert len(made.worksheets) == 4
    assert made.worksheets[-1].title == "Sumber"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/exports/card.xlsx?halaman=/tidak-ada&kartu=trend", "Halaman /tidak-ada tidak ada"),
        ("/exports/card.csv?halaman=/&kartu=aneh&wilayah=36", "Yang ada: hero, trend"),
        ("/exports/card.xlsx?halaman=/&kartu=trend&wilayah=94", "Belum ada data"),
        ("/exports/page.xlsx?halaman=/data", "Belum ada data"),
        ("/exports/page.xlsx?halaman=/&wilayah=94&bahasa=en", "There is no data"),
    ],
)
def test_what_cannot_be_taken_away_is_said_in_a_sentence(
    address: str, said: str, client: FlaskClient
) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert said in answer.json["message"]


@pytest.mark.parametrize("body", [None, {}, {"items": []}, {"items": "x"}, [1]])
def test_a_deck_without_cards_says_how_to_add_one(body: object, client: FlaskClient) -> None:
    answer = client.post("/exports/deck.xlsx", json=body)
    assert answer.status_code == 400
    assert "Tambah ke slide" in answer.json["message"]


@pytest.fixture
def reference(settings: Settings) -> Reference:
    return read_reference(settings.reference_dir)


@pytest.mark.parametrize(
    "address",
    [
        f"/exports/page.xlsx?halaman=/&{OCTOBER}",
        f"/exports/card.xlsx?halaman=/wilayah&kartu=regions&{OCTOBER}",
        f"/exports/page.xlsx?halaman=/&{OCTOBER}&bahasa=en",
    ],
)
def test_an_export_given_back_to_the_intake_changes_nothing(
    address: str,
    client: FlaskClient,
    settings: Settings,
    reference: Reference,
    tmp_path: Path,
) -> None:
    path = tmp_path / "ekspor.xlsx"
    path.write_bytes(client.get(address).data)
    engine = open_reader(settings.database_url)
    with engine.connect() as connection:
        before = connection.execute(select(FigureRow.__table__)).all()
        families = read_families(settings.reference_dir / "sources")
        run = dry_run(path, reference, families, connection)
        assert connection.execute(select(FigureRow.__table__)).all() == before
    assert run.status is Status.REFUSED
    assert [finding.code for finding in run.findings] == ["own-export"]
    assert (run.counts.new, run.counts.changed) == (0, 0)
