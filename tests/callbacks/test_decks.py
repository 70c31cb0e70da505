"""Decks of the real pages: the same numbers as on the screen, over the web and by command."""

from base64 import b64decode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from pptx import Presentation

from cakupan.__main__ import main
from cakupan.domain.plans import BarPlan
from cakupan.exports.slides.house_template import house_bytes
from cakupan.settings import Settings
from callbacks.showing import Showing

QUERY = "?wilayah=36&periode=2025-10&penyebut=eligible&bahasa=id"


@pytest.fixture(scope="module")
def summary(dashboard: Any) -> bytes:
    answer = dashboard.server.test_client().get(f"/exports/deck.pptx{QUERY}")
    assert answer.status_code == 200, answer.text
    assert "Dek ringkasan Banten 2025-10.pptx" in answer.headers["Content-Disposition"]
    return answer.data


def slides_of(content: bytes) -> list[Any]:
    return list(Presentation(BytesIO(content)).slides)


def charts_of(slide: Any) -> list[Any]:
    inner = [one for shape in slide.shapes for one in getattr(shape, "shapes", [shape])]
    return [one.chart for one in inner if getattr(one, "has_chart", False)]


def titles_of(content: bytes) -> list[str]:
    return [slide.shapes.title.text for slide in slides_of(content)]


def item(card: str, **more: str) -> dict[str, str]:
    return {"path": "/", "search": QUERY, "card": card, **more}


def test_a_slide_shows_the_numbers_of_the_screen(summary: bytes, showing: Showing) -> None:
    cards = {card.name: card for card in showing.cards("/", QUERY)}
    plan = cards["ranking"].plan
    assert isinstance(plan, BarPlan)
    slide = next(
        one for one in slides_of(summary) if one.shapes.title.text == cards["ranking"].title
    )
    [chart] = charts_of(slide)
    assert list(chart.plots[0].series[0].values) == [float(v) for v in plan.values[0].values]
    assert list(chart.plots[0].categories) == list(plan.names.values)


def test_the_summary_begins_with_the_region_and_ends_with_the_sources(summary: bytes) -> None:
    slides = slides_of(summary)
    texts = [shape.text_frame.text for shape in slides[0].shapes if shape.has_text_frame]
    assert "Banten, Oktober 2025" in texts
    assert slides[-1].shapes.title.text == "Sumber dan definisi"


def test_chosen_cards_come_in_their_order_and_language(client: FlaskClient) -> None:
    given = {"items": [item("ranking", title="Our title"), item("hero")], "language": "en"}
    answer = client.post("/exports/deck.pptx", json=given)
    slides = slides_of(answer.data)
    assert slides[1].shapes.title.text == "Our title"
    assert slides[2].shapes.title.text.startswith("235 thousand more workers")
    assert slides[-1].shapes.title.text == "Sources and definitions"


@pytest.mark.parametrize(
    ("given", "part"),
    [
        ({"items": []}, "Belum ada kartu yang dipilih"),
        ("nonsense", "Belum ada kartu yang dipilih"),
        ({"items": [item("hero"), item("dulu")]}, "Kartu nomor 2 di halaman / tidak ada lagi"),
        ({"items": [item("hero")] * 61}, "61 kartu"),
        ({"items": [item("hero")], "template": "../../x"}, "Templat ini tidak ada lagi"),
    ],
)
def test_what_cannot_be_made_is_told_in_a_sentence(
    client: FlaskClient, given: object, part: str
) -> None:
    answer = client.post("/exports/deck.pptx", json=given)
    assert answer.status_code == 422
    assert part in answer.json["message"]


@pytest.mark.parametrize(
    ("query", "part"),
    [
        ("?wilayah=99", "Wilayah 99 tidak dikenal"),
        ("?wilayah=94", "Belum ada angka untuk Papua Tengah"),
        ("?wilayah=36&periode=2031-01", "Bulan terbaru yang ada: Oktober 2025"),
        ("?wilayah=36&periode=kemarin", "Periode kemarin tidak dapat dibaca"),
        ("?wilayah=36&penyebut=semua", "Pilihan penyebut tidak dikenal"),
    ],
)
def test_a_summary_of_what_is_not_there_is_told(client: FlaskClient, query: str, part: str) -> None:
    answer = client.get(f"/exports/deck.pptx{query}")
    assert answer.status_code == 422
    assert part in answer.json["message"]


def test_a_kabupaten_has_a_deck_of_its_own(client: FlaskClient) -> None:
    answer = client.get("/exports/deck.pptx?wilayah=36.03")
    texts = [one.text_frame.text for one in slides_of(answer.data)[0].shapes if one.has_text_frame]
    assert any(text.startswith("Kab. Tangerang") or "Tangerang" in text for text in texts)


def test_a_deck_given_back_comes_with_a_list(client: FlaskClient, summary: bytes) -> None:
    deck = Presentation(BytesIO(summary))
    deck.slides[1].shapes.title.text = "Judul kami"
    edited = BytesIO()
    deck.save(edited)
    answer = client.post(
        "/exports/deck/refresh",
        data={"file": (BytesIO(edited.getvalue()), "Rapat Senin.pptx")},
    )
    told = answer.json
    assert told["name"] == "Rapat Senin (diperbarui).pptx"
    assert told["changed"] == 0
    assert next(one for one in told["slides"] if one["kept"])["kept"] == ["Judul kami"]
    assert slides_of(b64decode(told["file"]))[1].shapes.title.text == "Judul kami"


@pytest.mark.parametrize(
    ("content", "part"),
    [(b"PK\x03\x04", "rusak"), (b"halo", "bukan berkas PowerPoint"), (house_bytes(), "catatan")],
)
def test_what_is_no_deck_of_ours_is_told(client: FlaskClient, content: bytes, part: str) -> None:
    answer = client.post("/exports/deck/refresh", data={"file": (BytesIO(content), "a.pptx")})
    assert answer.status_code == 422
    assert part in answer.json["message"]
    assert client.post("/exports/deck/refresh").status_code == 400


def test_a_template_is_kept_used_and_forgotten(client: FlaskClient, settings: Settings) -> None:
    first = client.get("/exports/templates/contoh.pptx").data
    added = client.post("/exports/templates", data={"file": (BytesIO(first), "dinas.potx")})
    assert added.status_code == 201
    template = added.json["template"]
    assert (template["name"], template["figure"]) == ("dinas.potx", "Cakupan Grafik")
    listed = client.get("/exports/templates").json["templates"]
    assert [one["id"] for one in listed] == [template["id"]]
    used = client.get(f"/exports/deck.pptx{QUERY}&templat={template['id']}")
    assert used.status_code == 200
    path = f"/exports/templates/{template['id']}"
    assert client.delete(path).status_code == 200
    assert client.delete(path).status_code == 404
    assert client.get("/exports/templates").json["templates"] == []
    assert list(settings.templates_dir.iterdir()) == []


def test_a_wrong_template_is_told_what_it_lacks(client: FlaskClient) -> None:
    written = BytesIO()
    Presentation().save(written)
    given = {"file": (BytesIO(written.getvalue()), "lama.pptx")}
    answer = client.post("/exports/templates", data=given)
    assert answer.status_code == 422
    assert len(answer.json["missing"]) == 1
    assert "16:9" in answer.json["missing"][0]


@pytest.fixture
def command(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", settings.database_url)


@pytest.mark.usefixtures("command")
def test_the_command_makes_the_same_deck_and_refreshes_it(
    tmp_path: Path, summary: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    deck, renewed = tmp_path / "banten.pptx", tmp_path / "baru.pptx"
    given = ["--region", "36", "--period", "2025-10", "--out", str(deck)]
    assert main(["deck", *given]) == 0
    assert titles_of(deck.read_bytes()) == titles_of(summary)
    assert main(["refresh", str(deck), "--out", str(renewed), "--period", "2024-10"]) == 0
    assert "46,03% → " in capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["banten.pptx", "baru.pptx"]


@pytest.mark.usefixtures("command")
@pytest.mark.parametrize(
    ("given", "part"),
    [
        (["deck", "--region", "99", "--out", "x.pptx"], "Wilayah 99 tidak dikenal"),
        (["deck", "--region", "36", "--out", "tidak/ada/x.pptx"], "tidak dapat ditulis"),
        (["refresh", "tidak-ada.pptx", "--out", "x.pptx"], "tidak ditemukan"),
    ],
)
def test_a_command_that_cannot_be_done_says_why(
    given: list[str], part: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(given) == 1
    assert part in capsys.readouterr().err


def test_every_card_of_every_page_can_stand_on_a_slide(
    client: FlaskClient, showing: Showing
) -> None:
    paths = [path.replace("<kode>", "36.03") for path in showing.drawings]
    shown = [(path, card) for path in paths for card in showing.cards(path, QUERY)]
    items = [
        {"path": path, "search": QUERY, "card": card.name}
        for path, card in shown
        if not card.empty and card.columns
    ]
    answer = client.post("/exports/deck.pptx", json={"items": items[:60], "language": "en"})
    assert answer.status_code == 200, answer.text
    assert len(slides_of(answer.data)) >= len(items) + 2
