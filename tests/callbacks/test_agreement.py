"""One walk through all that leaves the product: screen, slide, sheet, press text and API agree."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pptx import Presentation

from cakupan.domain.language import Language
from cakupan.texts.number_format import count, percent, points

Answer = dict[str, dict[str, Any]]
OCTOBER = "?wilayah=36&periode=2025-10&penyebut=eligible&target=semua&bahasa=id&tema=terang"
CARDS = ("hero", "ranking", "trend")


@pytest.fixture
def told(client: FlaskClient) -> dict[str, dict[str, Any]]:
    """What the API says, by region code: the numbers all others are held against."""
    found: dict[str, dict[str, Any]] = {}
    for address in ("coverage?wilayah=36&periode=2025-10", "ranking?induk=36&periode=2025-10"):
        answer = client.get(f"/api/v1/{address}")
        found |= {row["region_code"]: row for row in answer.json["data"]}
    return found


@pytest.fixture
def deck() -> dict[str, object]:
    items = [{"path": "/", "search": OCTOBER, "card": card, "title": ""} for card in CARDS]
    return {"items": items, "language": "id"}


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
    page: Callable[[str], Answer], told: dict[str, dict[str, Any]], said: Callable[[Any], str]
) -> None:
    answer = page(OCTOBER)
    [ranked] = bodies(answer["ringkasan-ranking-table"]["children"])
    assert [row[:4] for row in ranked] == [[short(row), *as_read(row)] for row in parts(told)]
    assert [row[4] for row in ranked] == [
        points(row["points"], Language.ID).split(" ")[0] for row in parts(told)
    ]
    everything = said(list(answer.values()))
    for text in (percent(told["36"]["coverage"], Language.ID),):
        assert text in everything


def test_slides_hold_what_the_api_says(
    client: FlaskClient, deck: dict[str, object], told: dict[str, dict[str, Any]]
) -> None:
    answer = client.post("/exports/deck.pptx", json=deck)
    assert answer.status_code == 200, answer.text
    _cover, numbers, ranking, trend, *_rest = Presentation(BytesIO(answer.data)).slides
    texts = "\n".join(one.text_frame.text for one in shapes(numbers) if one.has_text_frame)
    assert percent(told["36"]["coverage"], Language.ID) in texts
    [bars] = [one.chart for one in shapes(ranking) if getattr(one, "has_chart", False)]
    rows = list(zip(bars.plots[0].categories, bars.plots[0].series[0].values, strict=True))
    assert dict(rows) == {short(row): row["coverage"] for row in parts(told)}
    assert len(rows) == 8
    [line] = [one.chart for one in shapes(trend) if getattr(one, "has_chart", False)]
    assert told["36"]["coverage"] in list(line.plots[0].series[0].values)


def test_sheets_hold_what_the_api_says(
    client: FlaskClient, deck: dict[str, object], told: dict[str, dict[str, Any]]
) -> None:
    answer = client.post("/exports/deck.xlsx", json=deck)
    assert answer.status_code == 200, answer.text
    _cover, numbers, ranking, *_rest = load_workbook(BytesIO(answer.data)).worksheets
    [whole] = [row for row in cells(numbers) if row[:1] == ["Banten"]]
    names = ("participants", "workers", "coverage")
    # A workbook keeps 16 digits of a number.
    assert whole[3:6] == pytest.approx([told["36"][name] for name in names], rel=1e-15)
    listed = {row[0]: row for row in cells(ranking) if row}
    for row in parts(told):
        kept = listed[short(row)]
        assert kept[1:4] == pytest.approx([row[name] for name in names], rel=1e-15)
        assert kept[4] == pytest.approx(100 * row["points"], rel=1e-14)


def test_the_press_reads_what_the_api_says(
    client: FlaskClient, told: dict[str, dict[str, Any]]
) -> None:
    text = client.get(f"/exports/press.txt{OCTOBER}").data.decode()
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
