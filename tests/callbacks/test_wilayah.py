"""The Wilayah page's one callback: map and table of every kabupaten and kota."""

from collections.abc import Callable
from typing import Any

import orjson
import pytest
from dash import no_update

from cakupan.charts.map_scales import Coloured
from cakupan.settings import ROOT, Settings
from cakupan.storage.reference import read_reference
from layouts.ids import WilayahId
from layouts.wilayah.options import COLOURED
from layouts.wilayah.search_text import fold, search_texts
from tests.callbacks.conftest import pages_of
from tests.callbacks.test_warming import load_more

Answer = dict[str, dict[str, Any]]
Open = Callable[..., Answer]


def told(sent: object) -> Any:
    """What a browser is given of a value that was sent."""
    return orjson.loads(orjson.dumps(sent))


@pytest.fixture
def regions(ask: Callable[..., Answer]) -> Open:
    def read(search: str = "", *, compact: bool = False, held: str | None = None) -> Answer:
        request = {"path": "/wilayah", "search": search, "compact": compact, "key": "7"}
        return ask("wilayah-map.figure", state=held, data=request)

    return read


def traces(answer: Answer) -> list[dict[str, Any]]:
    return answer["wilayah-map"]["figure"]["data"]


def table(answer: Answer) -> dict[str, list[str]]:
    """Cells by region, in the order of the columns."""
    return {row[0]: row[3] for row in answer["wilayah-rows"]["data"]["rows"]}


def column(answer: Answer, key: str) -> dict[str, str]:
    keys = [one["key"] for one in answer["wilayah-rows"]["data"]["columns"]]
    return {code: cells[keys.index(key)] for code, cells in table(answer).items()}


def test_the_table_has_every_part_with_the_numbers_of_a_hand_calculation(regions: Open) -> None:
    answer = regions("?wilayah=36")
    assert len(table(answer)) == 8
    assert column(answer, "participants")["36.72"] == "91.000"
    assert column(answer, "workers")["36.72"] == "180.000"
    assert column(answer, "coverage")["36.72"] == "50,56%"
    # ceil(0,65 · 180.000) − 91.000, and the kota's own target of 55%.
    assert column(answer, "gap-36-rpjmd-2030")["36.72"] == "26.000"
    assert column(answer, "own_gap")["36.72"] == "8.000"
    assert column(answer, "growth")["36.72"] == "+4,2%"
    assert column(answer, "points")["36.72"] == "+2,02"
    assert column(answer, "files")["36.72"] == "peserta.xlsx"


def test_the_nation_has_514_rows_and_areas(regions: Open) -> None:
    answer = regions("?wilayah=00")
    assert len(table(answer)) == 514
    assert sum(len(trace["locations"]) for trace in traces(answer)) == 514
    [missing] = [trace for trace in traces(answer) if trace.get("meta") == "missing"]
    assert len(missing["locations"]) == 505
    assert column(answer, "coverage")["11.01"] == "–"


def test_the_outlines_are_named_and_not_sent(regions: Open) -> None:
    figure = regions("?wilayah=36")["wilayah-map"]["figure"]
    assert figure["data"][0]["geojson"].startswith("/boundaries/")
    assert "fitbounds" not in figure["layout"]["geo"]


@pytest.mark.parametrize("search", ["?wilayah=36", "?wilayah=00&bahasa=en&tema=gelap"])
@pytest.mark.parametrize("colour", COLOURED)
@pytest.mark.parametrize("kind", ["area", "petak"])
def test_every_view_can_be_linked_to(regions: Open, search: str, colour: str, kind: str) -> None:
    answer = regions(f"{search}&peta={kind}&warna={colour}")
    chosen = answer["wilayah-chosen"]["data"]
    assert (chosen["peta"], chosen["warna"]) == (kind, colour)
    assert answer["wilayah-param-warna"]["value"] == colour
    kinds = {trace["type"] for trace in traces(answer)}
    assert kinds == {"choropleth" if kind == "area" else "bar"}
    shown = answer["wilayah-aim-box"]["hidden"]
    assert shown is (COLOURED[colour] is not Coloured.GAP)


def test_nonsense_in_the_address_is_set_aside_with_a_word(
    regions: Open, said: Callable[[Any], str]
) -> None:
    answer = regions("?wilayah=36&peta=bulat&warna=%3Cscript%3E&menuju=kemarin&urut=x&jenis=y")
    assert answer["wilayah-chosen"]["data"]["peta"] == "area"
    assert "tidak dikenal" in said(answer["wilayah-head"]["children"])


def test_a_target_left_from_another_region_is_no_nonsense(
    regions: Open, said: Callable[[Any], str]
) -> None:
    answer = regions("?wilayah=36&warna=kekurangan&menuju=00-rkp-2026")
    assert "tidak dikenal" not in said(answer["wilayah-head"]["children"])
    assert answer["wilayah-chosen"]["data"]["menuju"] == "36-rpjmd-2030"


def test_a_target_can_be_chosen_to_colour_the_gap(
    regions: Open, said: Callable[[Any], str]
) -> None:
    answer = regions("?wilayah=36&warna=kekurangan&menuju=36-rpjmd")
    assert "50%" in said(answer["wilayah-map-head"]["children"])


def test_a_province_without_participants_says_how_to_bring_them(
    regions: Open, said: Callable[[Any], str]
) -> None:
    answer = regions("?wilayah=11")
    assert "Aceh" in said(answer["wilayah-state"]["children"])
    assert answer["wilayah-body"]["hidden"] is True


TABLE = {"wilayah-table-head", "wilayah-rows", "wilayah-table-foot", "wilayah-table-held"}


@pytest.mark.parametrize(
    "map_alone",
    [
        "?wilayah=36&peta=petak",
        "?wilayah=36&warna=pertumbuhan&peta=area",
        "?wilayah=36&warna=kekurangan&menuju=36-rpjmd",
    ],
)
def test_a_map_drawn_otherwise_leaves_the_table_as_it_stands(regions: Open, map_alone: str) -> None:
    first = regions("?wilayah=36")
    note = first["wilayah-table-held"]["data"]
    again, whole = regions(map_alone, held=note), regions(map_alone)
    assert again == {place: told for place, told in whole.items() if place not in TABLE}
    # What was left out is what the page has.
    assert {name: whole[name] for name in TABLE} == {name: first[name] for name in TABLE}


@pytest.mark.parametrize(
    "other",
    [
        "wilayah=17",
        "periode=2025-09",
        "penyebut=employed",
        "target=rpjmd",
        "bahasa=en",
        "urut=name",
    ],
)
def test_a_table_of_something_else_is_sent(regions: Open, other: str) -> None:
    note = regions("?wilayah=36")["wilayah-table-held"]["data"]
    answer = regions(f"?wilayah=36&{other}" if "wilayah" not in other else f"?{other}", held=note)
    assert set(answer) >= TABLE
    assert answer["wilayah-table-held"]["data"] != note


def test_after_a_load_the_table_is_sent_though_nothing_else_was_chosen(own: Settings) -> None:
    with pages_of(own) as pages:
        page, _ = pages.drawings["/wilayah"]
        request, place = {"search": "?wilayah=36"}, page.slots.index((WilayahId.TABLE_HELD, "data"))
        note = told(page.show(request, None)[place])
        assert page.show(request, note)[place] is no_update
        load_more(own)
        assert told(page.show(request, note)[place]) != note


def test_every_spelling_finds_its_region() -> None:
    reference = read_reference(ROOT / "data" / "reference")
    searched = search_texts(reference)
    for alias in reference.aliases:
        if "." in alias.code:
            assert all(word in searched[alias.code] for word in fold(alias.spelling).split())
    for region in reference.directory:
        if "." in region.code:
            assert all(word in searched[region.code] for word in fold(region.name).split())
