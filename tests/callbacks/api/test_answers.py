"""The API says what the pages show: the same figures, unrounded."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from flask.testing import FlaskClient

from cakupan.domain.columns import Column
from cakupan.domain.shown import Shown
from callbacks.showing import Showing

OCTOBER = "?wilayah={region}&periode=2025-10&penyebut={base}&bahasa=id"


def data(client: FlaskClient, address: str) -> list[dict[str, Any]]:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200, answer.text
    rows: list[dict[str, Any]] = json.loads(answer.data)["data"]
    return rows


def column(card: Shown, key: str) -> Column:
    return next(one for one in card.columns if one.key == key)


def card(showing: Showing, name: str, *, region: str, base: str) -> Shown:
    found = showing.card("/", OCTOBER.format(region=region, base=base), name)
    assert found is not None
    return found


@pytest.mark.parametrize("base", ["eligible", "employed"])
@pytest.mark.parametrize("region", ["36", "17", "00"])
def test_coverage_is_the_number_of_the_first_card(
    client: FlaskClient, showing: Showing, region: str, base: str
) -> None:
    rows = data(client, f"coverage?wilayah={region}&periode=2025-10&penyebut={base}")
    hero = card(showing, "hero", region=region, base=base)
    for name in ("participants", "workers", "coverage"):
        # Where parts are missing there is no sum: the page shows none, and no row is told.
        assert ([row[name] for row in rows] or [None]) == list(column(hero, name).values), name
    assert bool(rows) is (region == "36")


@pytest.mark.parametrize("base", ["eligible", "employed"])
@pytest.mark.parametrize("region", ["36", "17", "00"])
def test_the_ranking_is_the_one_of_the_page(
    client: FlaskClient, showing: Showing, region: str, base: str
) -> None:
    rows = data(client, f"ranking?induk={region}&periode=2025-10&penyebut={base}")
    shown = card(showing, "ranking", region=region, base=base)
    assert rows
    for name in ("participants", "workers", "coverage", "points", "growth", "rank", "rank_change"):
        assert [row[name] for row in rows] == list(column(shown, name).values), name
    within = "jenis=province" if region == "00" else f"provinsi={region}"
    every = data(client, f"coverage?{within}&periode=2025-10&penyebut={base}")
    told = {row["region_code"]: row["rank"] for row in rows}
    assert all(told.get(row["region_code"], row["rank"]) == row["rank"] for row in every)


def test_every_regency_is_ranked_as_the_table_of_the_nation_ranks_it(client: FlaskClient) -> None:
    rows = data(client, "ranking?tingkat=kabupaten&periode=2025-10")
    file = client.get(
        "/exports/card.csv?halaman=/wilayah&kartu=regions&wilayah=00&periode=2025-10"
    ).data.decode("utf-8-sig")
    listed = list(csv.DictReader(StringIO(file), delimiter=";"))
    assert [row["region_code"] for row in rows] == [row["Kode"] for row in listed]
    ranks = ["" if row["rank"] is None else str(row["rank"]) for row in rows]
    assert ranks == [row["Peringkat"] for row in listed]


def test_without_a_period_the_newest_month_is_told(client: FlaskClient) -> None:
    rows = data(client, "coverage?provinsi=36&jenis=kota")
    assert {row["period"] for row in rows} == {"2025-10"}
    assert {row["region_kind"] for row in rows} == {"kota"}
    assert len(rows) == 4


def test_all_months_of_a_region_are_told_oldest_first(client: FlaskClient) -> None:
    rows = data(client, "coverage?wilayah=36.03&periode=semua")
    assert [row["period"] for row in rows] == ["2023-10", "2024-10", "2025-09", "2025-10"]
    of_a_year = data(client, "coverage?wilayah=36.03&periode=2025")
    assert [row["period"] for row in of_a_year] == ["2025-09", "2025-10"]
    span = data(client, "coverage?wilayah=36.03&periode=2024-02..2025-09")
    assert [row["period"] for row in span] == ["2024-10", "2025-09"]


def test_a_figure_comes_with_its_cell(client: FlaskClient) -> None:
    [row] = data(client, "figures?wilayah=36&ukuran=coverage_published")
    assert row["value"] == 0.4603
    assert (row["unit"], row["maturity"], row["publisher"]) == ("ratio", "final", "portalkota")
    assert (row["file"], row["sheet"], row["cell"]) == ("peserta.xlsx", "Lembar1", "D12")
    assert (row["loaded_by"], row["loaded_at"]) == ("Sari", "2026-01-05T12:00:00Z")


def test_figures_are_filtered_by_every_part_of_their_key(client: FlaskClient) -> None:
    address = "figures?provinsi=36&ukuran=participants_active&segmen=PU&periode=2025-10"
    rows = data(client, f"{address}&penerbit=bpjs")
    assert len(rows) == 8
    assert sum(row["value"] for row in rows) == 2_727_000 * 7 // 10
    assert data(client, f"{address}&penerbit=bps") == []
    assert len(data(client, "figures?wilayah=36.03,36.71&ukuran=employed&periode=2024")) == 2


def test_targets_are_those_in_force(client: FlaskClient) -> None:
    rows = data(client, "targets?wilayah=36&target=rpjmd")
    assert (0.65, 2030) in [(row["ratio"], row["year"]) for row in rows]
    assert {row["framework"] for row in rows} == {"rpjmd"}


def test_a_region_without_data_has_no_rows(client: FlaskClient) -> None:
    assert data(client, "coverage?wilayah=94") == []
    assert data(client, "ranking?induk=94") == []
