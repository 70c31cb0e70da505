"""Every number of a press text is one of the page's, and is told with what it means."""

import re
from typing import Any

import pytest
from flask.testing import FlaskClient

from cakupan.__main__ import main
from cakupan.domain.language import Language
from cakupan.domain.plans import NumberPlan
from cakupan.domain.shown import Shown
from cakupan.exports.press.text import PressText
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.reference import read_reference
from cakupan.texts.column_text import column_texts
from callbacks.figures import Source
from callbacks.press import press_of
from callbacks.showing import Showing

NUMBER = re.compile(r"\d[\d.,]*\d%?|\d%?")
REGIONS = ["00", "17", "36", "17.71", "36.01", "36.03", "36.71", "36.74"]
BASES = ["eligible", "employed"]
MONTHS = ["2024-10", "2025-10"]


@pytest.fixture(scope="module")
def source(settings: Settings) -> Source:
    return Source(open_reader(settings.database_url), read_reference(settings.reference_dir))


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def shown_texts(card: Shown, language: Language) -> list[str]:
    """All that a card says, as it is written."""
    said = [card.title, card.subtitle, card.caption, card.alt]
    for column in card.columns:
        said += [column.title, *column_texts(column, language)]
    if isinstance(card.plan, NumberPlan):
        for tile in card.plan.numbers:
            said += [tile.label, tile.text, tile.note]
    return said


def address(region: str, base: str, month: str, language: Language) -> tuple[str, str]:
    path = f"/wilayah/{region}" if "." in region else "/"
    search = f"?wilayah={region[:2]}&periode={month}&penyebut={base}&bahasa={language.value}"
    return path, search


def text_of(source: Source, path: str, search: str) -> PressText:
    found = press_of(path, search, source=source)
    assert found is not None
    return found.text


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("base", BASES)
@pytest.mark.parametrize("region", REGIONS)
def test_every_number_of_the_text_stands_on_the_page(
    source: Source, showing: Showing, region: str, base: str, language: Language
) -> None:
    for month in MONTHS:
        path, search = address(region, base, month, language)
        text = text_of(source, path, search)
        cards = showing.cards(path, search)
        shown = {
            one for card in cards for said in shown_texts(card, language) for one in numbers(said)
        }
        year, number = month.split("-")
        day = {year, "31" if number == "10" else "30", str(int(number)), str(int(year) - 1)}
        loose = numbers(text.plain) - shown - day
        assert not loose, (region, base, month, loose, text.plain)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("region", REGIONS)
def test_a_term_is_explained_once(source: Source, region: str, language: Language) -> None:
    path, search = address(region, "eligible", "2025-10", language)
    text = text_of(source, path, search)
    heads = [note.partition(":")[0] for note in text.notes]
    assert len(heads) == len(set(heads))
    assert len(text.paragraphs) == 2
    assert not re.search(r"[{}]|None|\\bnan\\b", text.plain)


def test_a_province_with_all_its_data_gets_five_facts(source: Source) -> None:
    text = text_of(source, *address("36", "eligible", "2025-10", Language.ID))
    assert len(text.facts) == 5
    assert "2.727.000 pekerja di Banten" in text.paragraphs[0]
    assert "46,03% dari 5.924.400 pekerja" in text.paragraphs[0]
    assert "65% (RPJMD 2030)" in text.paragraphs[1]
    assert "DATA CONTOH" in text.plain


def test_what_cannot_be_said_is_said_to_be_missing(source: Source) -> None:
    text = text_of(source, *address("00", "eligible", "2025-10", Language.ID))
    assert "belum dapat dihitung" in text.paragraphs[0]
    assert "%" not in text.paragraphs[0]
    first_month = text_of(source, *address("36", "eligible", "2023-10", Language.ID))
    assert "tidak dinyatakan" in first_month.paragraphs[0]


def test_a_regency_without_a_target_borrows_one_by_name(source: Source) -> None:
    text = text_of(source, *address("36.03", "eligible", "2025-10", Language.ID))
    assert "target Banten dipakai sebagai orientasi" in text.paragraphs[1]
    assert text.facts[0].startswith("Kabupaten Tangerang berada di peringkat")


def test_the_file_is_named_after_region_and_month(client: FlaskClient) -> None:
    answer = client.get("/exports/press.txt?wilayah=36&periode=2025-10")
    assert answer.status_code == 200
    assert "siaran-pers_36_2025-10.txt" in answer.headers["Content-Disposition"]
    assert answer.data.decode().startswith("DATA CONTOH")
    english = client.get("/exports/press.txt?halaman=/wilayah/36.03&bahasa=en")
    assert "Kabupaten Tangerang ranks" in english.data.decode()


def test_a_region_without_data_is_refused_in_a_sentence(client: FlaskClient) -> None:
    answer = client.get("/exports/press.txt?wilayah=94")
    assert answer.status_code == 404
    assert "Data" in answer.json["message"]


def test_the_command_writes_the_same_text(
    settings: Settings, client: FlaskClient, monkeypatch: Any, capsys: Any, tmp_path: Any
) -> None:
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", settings.database_url)
    assert main(["press", "--region", "36", "--period", "2025-10"]) == 0
    served = client.get("/exports/press.txt?wilayah=36&periode=2025-10").data.decode()
    assert capsys.readouterr().out == served
    path = tmp_path / "siaran.txt"
    assert main(["press", "--region", "36.03", "--out", str(path)]) == 0
    assert path.read_text(encoding="utf-8").startswith("DATA CONTOH")


@pytest.mark.parametrize(
    "given", [["--region", "99"], ["--region", "36", "--base", "x"], ["--period", "Okt"]]
)
def test_the_command_says_what_it_cannot_use(
    settings: Settings, monkeypatch: Any, capsys: Any, given: list[str]
) -> None:
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", settings.database_url)
    assert main(["press", *given]) == 2
    assert capsys.readouterr().err.strip()


def test_a_release_that_is_not_there_is_told_by_the_command(
    settings: Settings, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.setenv("CAKUPAN_DATABASE_URL", settings.database_url)
    assert main(["press", "--release", "R-2020-01-01-1"]) != 0
    assert "R-2020-01-01-1" in capsys.readouterr().err
