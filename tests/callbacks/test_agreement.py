"""One walk through all that leaves the product: screen, slide, sheet, press text and API agree."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from dash import Dash
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation

import app as application
from cakupan.domain.language import Language
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.releases import NewRelease
from cakupan.settings import Settings
from cakupan.storage.engine import open_database, open_reader
from cakupan.storage.loading import write_load
from cakupan.storage.releasing import make_release
from cakupan.texts.number_format import count, percent, points
from tests.callbacks.conftest import figure

Answer = dict[str, dict[str, Any]]
OCTOBER = "?wilayah=36&periode=2025-10&penyebut=eligible&target=semua&bahasa=id&tema=terang"
CARDS = ("hero", "ranking", "trend")
MADE = datetime(2026, 1, 6, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Edition:
    """An app, and the release that is looked at in it; "" for the running figures."""

    dashboard: Dash
    release: str

    @property
    def address(self) -> str:
        return f"{OCTOBER}&rilis={self.release}" if self.release else OCTOBER


@pytest.fixture(scope="module", params=["running", "release"])
def edition(
    request: pytest.FixtureRequest, settings: Settings, tmp_path_factory: pytest.TempPathFactory
) -> Edition:
    """Figures that were corrected after a release of them was made."""
    path = tmp_path_factory.mktemp("edition") / "cakupan.db"
    shutil.copy(settings.database_url.removeprefix("sqlite:///"), path)
    own = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})
    writer, reader = open_database(own.database_url), open_reader(own.database_url)
    asked = NewRelease("Sari", MADE, "Untuk rapat")
    made = make_release(writer, reader, reference_dir=own.reference_dir, asked=asked)
    corrected = figure(
        "36.03",
        Measure.PARTICIPANTS_ACTIVE,
        "2025-10",
        777_777,
        segment=Segment.PU,
        basis=Basis.REGISTRATION,
    )
    load = NewLoad("koreksi.xlsx", "b" * 64, "long", "Budi", MADE)
    write_load(writer, load, [corrected])
    for engine in (writer, reader):
        engine.dispose()
    release = made.id if request.param == "release" else ""
    return Edition(application.create_app(own), release)


@pytest.fixture(scope="module")
def dashboard(edition: Edition) -> Dash:
    """What the fixtures of the folder ask."""
    return edition.dashboard


@pytest.fixture
def told(client: FlaskClient, edition: Edition) -> dict[str, dict[str, Any]]:
    """What the API says, by region code: the numbers all others are held against."""
    found: dict[str, dict[str, Any]] = {}
    for address in ("coverage?wilayah=36", "ranking?induk=36"):
        answer = client.get(f"/api/v1/{address}&periode=2025-10&rilis={edition.release}")
        found |= {row["region_code"]: row for row in answer.json["data"]}
    return found


@pytest.fixture
def deck(edition: Edition) -> dict[str, object]:
    items = [{"path": "/", "search": edition.address, "card": card, "title": ""} for card in CARDS]
    return {"items": items, "language": "id"}


def test_a_release_keeps_what_was_corrected_later(
    edition: Edition, told: dict[str, dict[str, Any]]
) -> None:
    corrected = 777_777 + 900_000 * 3 // 10
    expected = 900_000 if edition.release else corrected
    assert told["36.03"]["participants"] == expected


def parts(told: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    """The kabupaten and kota, best first."""
    rows = [row for code, row in told.items() if "." in code]
    return sorted(rows, key=lambda row: -row["coverage"])


def short(row: dict[str, Any]) -> str:
    return str(row["region_name"]).replace("Kabupaten ", "Kab. ")


def as_read(row: dict[str, Any]) -> list[str]:
    """Counts and coverage of a row as a reader sees them."""
    numbers = (row["participants"], row["workers"])
    return [*(count(one, Language.ID) for one in numbers), percent(row["coverage"], Language.ID)]


def bodies(part: Any) -> Iterator[list[list[str]]]:
    """The rows of every table in an answer of a page."""
    if isinstance(part, dict):
        if isinstance(part.get("body"), list):
            yield part["body"]
        for one in part.values():
            yield from bodies(one)
    elif isinstance(part, list):
        for one in part:
            yield from bodies(one)


def shapes(group: Any) -> Iterator[Any]:
    """Shapes of a slide, those in groups too."""
    for shape in group.shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shapes(shape)


def cells(sheet: Worksheet) -> list[list[Any]]:
    return [[cell for cell in row if cell is not None] for row in sheet.iter_rows(values_only=True)]


def test_the_screen_says_what_the_api_says(
    page: Callable[[str], Answer],
    edition: Edition,
    told: dict[str, dict[str, Any]],
    said: Callable[[Any], str],
) -> None:
    answer = page(edition.address)
    [ranked] = bodies(answer["ringkasan-ranking-table"]["children"])
    assert [row[:4] for row in ranked] == [[short(row), *as_read(row)] for row in parts(told)]
    assert [row[4] for row in ranked] == [
        points(row["points"], Language.ID).split(" ")[0] for row in parts(told)
    ]
    everything = said(list(answer.values()))
    assert percent(told["36"]["coverage"], Language.ID) in everything
    assert edition.release in everything


def test_slides_hold_what_the_api_says(
    client: FlaskClient,
    edition: Edition,
    deck: dict[str, object],
    told: dict[str, dict[str, Any]],
) -> None:
    answer = client.post("/exports/deck.pptx", json=deck)
    assert answer.status_code == 200, answer.text
    _cover, numbers, ranking, trend, *_rest = Presentation(BytesIO(answer.data)).slides
    texts = "\n".join(one.text_frame.text for one in shapes(numbers) if one.has_text_frame)
    assert percent(told["36"]["coverage"], Language.ID) in texts
    assert edition.release in texts
    [bars] = [one.chart for one in shapes(ranking) if getattr(one, "has_chart", False)]
    rows = list(zip(bars.plots[0].categories, bars.plots[0].series[0].values, strict=True))
    assert dict(rows) == {short(row): row["coverage"] for row in parts(told)}
    assert len(rows) == 8
    [line] = [one.chart for one in shapes(trend) if getattr(one, "has_chart", False)]
    assert told["36"]["coverage"] in list(line.plots[0].series[0].values)


def test_sheets_hold_what_the_api_says(
    client: FlaskClient,
    edition: Edition,
    deck: dict[str, object],
    told: dict[str, dict[str, Any]],
) -> None:
    answer = client.post("/exports/deck.xlsx", json=deck)
    assert answer.status_code == 200, answer.text
    _cover, numbers, ranking, *_rest = load_workbook(BytesIO(answer.data)).worksheets
    [whole] = [row for row in cells(numbers) if row[:1] == ["Banten"]]
    assert edition.release in str(cells(numbers))
    names = ("participants", "workers", "coverage")
    # A workbook keeps 16 digits of a number.
    assert whole[3:6] == pytest.approx([told["36"][name] for name in names], rel=1e-15)
    listed = {row[0]: row for row in cells(ranking) if row}
    for row in parts(told):
        kept = listed[short(row)]
        assert kept[1:4] == pytest.approx([row[name] for name in names], rel=1e-15)
        assert kept[4] == pytest.approx(100 * row["points"], rel=1e-14)


def test_the_press_reads_what_the_api_says(
    client: FlaskClient, edition: Edition, told: dict[str, dict[str, Any]]
) -> None:
    text = client.get(f"/exports/press.txt{edition.address}").data.decode()
    assert edition.release in text
    whole, (best, *_others, last) = told["36"], parts(told)
    for row in (whole, best, last):
        for number in as_read(row):
            assert number in text
    assert short(best) in text
    assert short(last) in text


def test_the_show_holds_what_the_api_says(
    client: FlaskClient, deck: dict[str, object], told: dict[str, dict[str, Any]]
) -> None:
    answer = client.post("/slide/kartu", json={**deck, "large": True})
    hero, ranking, _trend = answer.json["items"]
    assert hero["numbers"][0]["text"] == percent(told["36"]["coverage"], Language.ID)
    drawn = [value for trace in ranking["figure"]["data"] for value in trace.get("x") or []]
    assert {row["coverage"] for row in parts(told)} <= set(drawn)
