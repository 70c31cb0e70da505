"""The page of one region on figures that change in kind, or that pass one hundred percent."""

import json
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from cakupan.domain.figures import Figure
from cakupan.domain.measures import Basis, Maturity, Measure
from callbacks.daerah import draw
from callbacks.figures import Source
from callbacks.reading import Request, settled
from layouts.page_ids.daerah import DaerahId as Id
from layouts.taken import SHOWN
from tests.callbacks.conftest import figure

Said = Callable[[Any], str]
Drawn = dict[tuple[str, str], Any]


@pytest.fixture
def drawn(source_of: Callable[[Sequence[Figure]], Source]) -> Callable[..., Drawn]:
    """The page of 36.03 on figures of one's own, as the browser gets it."""

    def tell(figures: Sequence[Figure], search: str = "") -> Drawn:
        request = Request("/wilayah/36.03", search, compact=False, key="1")
        with source_of(figures).figures() as asked:
            changes = draw(asked, request, settled(asked, request))
        return {
            (str(place), field): json.loads(json.dumps(value, cls=PlotlyJSONEncoder))
            for (place, field), value in changes.items()
            if field != SHOWN
        }

    return tell


def october(year: int, count: int, **more: Any) -> Figure:
    return figure(
        "36.03",
        Measure.PARTICIPANTS_ACTIVE,
        f"{year}-10",
        count,
        **{"basis": Basis.REGISTRATION, "maturity": Maturity.FINAL, **more},
    )


def workers(year: int, count: int) -> Figure:
    return figure("36.03", Measure.ELIGIBLE_WORKERS, str(year), count, maturity=Maturity.FINAL)


def test_another_publisher_breaks_the_line_and_refuses_the_change_with_a_sentence(
    drawn: Callable[..., Drawn], said: Said
) -> None:
    page = drawn(
        [
            october(2023, 800),
            october(2024, 900),
            october(2025, 500, publisher="kemnaker"),
            *(workers(year, 2_000) for year in (2023, 2024, 2025)),
        ]
    )
    figure_shown = page[Id.TREND, "figure"]
    series = next(one for one in figure_shown["data"] if one.get("connectgaps") is False)
    assert series["y"] == [0.4, 0.45, None, 0.25]
    key = said(page[Id.TREND_FOOT, "children"])
    assert "seri terputus" in key
    assert "Okt 2025: penerbit angka peserta berganti dari" in key
    indicators = said(page[Id.INDICATORS, "children"])
    assert "seri berganti di antara kedua bulan" in indicators
    assert "Menurun" not in indicators
    years = said(page[Id.YEARS, "children"])
    assert "Okt 2025 500 – † 2.000 25,00% – †" in years
    assert "kedua tahun tidak sejenis: penerbit angka peserta berganti" in years


def test_real_figures_after_samples_are_not_called_a_rise(
    drawn: Callable[..., Drawn], said: Said
) -> None:
    page = drawn(
        [
            october(2024, 900, maturity=Maturity.SAMPLE),
            october(2025, 1_500),
            *(workers(year, 2_000) for year in (2024, 2025)),
        ]
    )
    assert "data contoh bertemu data sungguhan" in said(page[Id.TREND_FOOT, "children"])
    assert "†" in said(page[Id.YEARS, "children"])


def test_more_than_all_workers_is_shown_and_not_ranked(
    drawn: Callable[..., Drawn], said: Said
) -> None:
    page = drawn([october(2024, 2_500), october(2025, 2_956), workers(2024, 2_000)])
    assert "147,80%" in said(page[Id.HERO_FIGURE, "children"])
    assert "belum punya peringkat" in said(page[Id.PEERS_HEAD, "children"])
    assert "di atas 100%: nyata, tetapi tidak diperingkatkan" in said(
        page[Id.PEERS_FOOT, "children"]
    )
    assert page[Id.BULLET, "figure"]["data"][0]["x"] == [1.478]


def test_without_any_workforce_there_is_no_coverage_but_there_are_people(
    drawn: Callable[..., Drawn], said: Said
) -> None:
    page = drawn([october(2024, 900), october(2025, 1_000)])
    assert "Belum ada data Semesta pekerja" in said(page[Id.HERO_HEAD, "children"])
    assert "Okt 2025 1.000 +11,1% – – –" in said(page[Id.YEARS, "children"])
    assert "Tidak ada angka untuk pilihan ini." in said(page[Id.SOURCES, "children"])
