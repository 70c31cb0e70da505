"""The Pertumbuhan page on figures that differ in kind, are rounded, or leave parts out."""

import json
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from cakupan.domain.figures import Figure
from cakupan.domain.measures import Basis, Maturity, Measure, Unit
from cakupan.domain.records import replace
from callbacks.figures import Source
from callbacks.pertumbuhan import draw
from callbacks.reading import Request, settled
from layouts.page_ids.pertumbuhan import PertumbuhanId as Id
from layouts.taken import SHOWN
from tests.callbacks.conftest import figure

Said = Callable[[Any], str]


@pytest.fixture
def told(
    source_of: Callable[[Sequence[Figure]], Source], said: Said
) -> Callable[..., dict[str, str]]:
    """What the page says, by place, of figures of one's own."""

    def tell(figures: Sequence[Figure], search: str) -> dict[str, str]:
        request = Request("/pertumbuhan", search, compact=False, key="1")
        with source_of(figures).figures() as asked:
            drawn = draw(asked, request, settled(asked, request))
        plain = {
            slot: json.dumps(value, cls=PlotlyJSONEncoder)
            for slot, value in drawn.items()
            if slot[1] != SHOWN
        }
        return {
            place: said(json.loads(text))
            for (place, field), text in plain.items()
            if field == "children"
        }

    return tell


def people(region: str, period: str, count: int, **more: Any) -> Figure:
    counted = {"basis": Basis.REGISTRATION, **more}
    return figure(region, Measure.PARTICIPANTS_ACTIVE, period, count, **counted)


def base(region: str, period: str, count: int, **more: Any) -> Figure:
    return figure(region, Measure.ELIGIBLE_WORKERS, period, count, **more)


def test_bengkulu_is_never_called_a_rise_or_a_fall(told: Callable[..., dict[str, str]]) -> None:
    published = [
        replace(
            figure(
                "17", Measure.COVERAGE_PUBLISHED, period, ratio, publisher=name, unit=Unit.RATIO
            ),
            rounding_unit=Decimal("0.0001"),
        )
        for period, ratio, name in (
            ("2024-12", "0.4184", "Harian"),
            ("2025-09", "0.2726", "Harapan"),
        )
    ]
    counted = [
        people("17", "2024-12", 261_814),
        people("17", "2025-12", 196_000, publisher="kemnaker"),
        base("17", "2024", 625_750),
        base("17", "2025", 719_000, publisher="pemda"),
    ]
    text = told([*published, *counted], "?wilayah=17&periode=2025-12")
    said = " ".join(text.values())
    assert "41,84% → 27,26%" in text[Id.INDICATORS], "both levels are shown"
    assert "tidak dapat disimpulkan" in text[Id.HEAD]
    assert "Des 2024 diterbitkan BPJS Ketenagakerjaan, sedangkan Des 2025" in text[Id.NOTES]
    assert "dari BPJS Ketenagakerjaan, sedangkan untuk Des 2025 dari Pemerintah daerah" in said
    assert (
        "Bukan kenaikan dan bukan penurunan: penerbitnya berbeda, bulannya tidak sama"
        in text[Id.PUBLISHED]
    )
    assert "kedua garis tidak untuk dibandingkan" in text[Id.YEAR_FOOT]
    assert "−14,58" not in said
    assert "naik 14,58" not in said
    assert "turun 14,58" not in said


def test_jakarta_stands_at_147_8_percent_with_a_badge_and_is_not_best(
    told: Callable[..., dict[str, str]],
) -> None:
    figures = [
        people("31", "2022-12", 7_000_000),
        people("31", "2023-12", 7_498_532),
        people("36", "2022-12", 2_000_000),
        people("36", "2023-12", 2_020_000),
        *(
            base(code, year, count)
            for year in ("2022", "2023")
            for code, count in (("31", 5_072_737), ("36", 5_900_000))
        ),
    ]
    province = told(figures, "?wilayah=31&periode=2023-12")
    assert "137,99% → 147,82%" in province[Id.INDICATORS]
    assert "di atas 100%" in province[Id.NOTES]
    nation = told(figures, "?wilayah=00&periode=2023-12")
    assert "Banten teratas" in nation[Id.MOVERS_HEAD]
    assert "DKI Jakarta" in nation[Id.MOVERS_FOOT]
    assert "147,82%" in nation[Id.PARTS_TABLE]
    assert "di atas 100%" in nation[Id.PARTS_TABLE]


def test_real_figures_after_samples_are_not_compared(told: Callable[..., dict[str, str]]) -> None:
    counted = [
        people("17", "2024-10", 100_000),
        people("17", "2025-10", 150_000, maturity=Maturity.FINAL),
    ]
    text = told([*counted, base("17", "2024", 300_000)], "?wilayah=17")
    assert "tidak dapat disimpulkan" in text[Id.HEAD]
    assert "yang satu data contoh, yang lain data sungguhan" in text[Id.NOTES]


def test_rounded_figures_come_with_the_bounds_they_leave(
    told: Callable[..., dict[str, str]],
) -> None:
    rounded = [
        replace(people("17", period, count), rounding_unit=Decimal(100_000))
        for period, count in (("2024-10", 2_600_000), ("2025-10", 2_800_000))
    ]
    text = told([*rounded, base("17", "2024", 6_000_000)], "?wilayah=17")
    assert "+7,7%" in text[Id.INDICATORS]
    assert "antara +3,8% dan +11,8%, karena pembulatan" in text[Id.INDICATORS]
    assert "antara +1,67 poin dan +5,00 poin" in text[Id.INDICATORS]


def test_what_parts_without_figures_gave_is_a_step_with_their_names(
    told: Callable[..., dict[str, str]],
) -> None:
    figures = [
        people("17", "2024-10", 100_000),
        people("17", "2025-10", 130_000),
        people("17.71", "2024-10", 10_000),
        people("17.71", "2025-10", 15_000),
        base("17", "2024", 1_000_000),
    ]
    text = told(figures, "?wilayah=17")
    assert "Kota Bengkulu +0,50 9 wilayah tanpa angka yang sebanding +2,50" in text[Id.SHARES_TABLE]
    assert "9 dari 10 kabupaten/kota tanpa angka peserta" in text[Id.SHARES_FOOT]
