"""One card of every kind, with numbers that are easy to find again, and decks made of them."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.decks import Deck, DeckItem
from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.domain.plans import (
    BarPlan,
    LinePlan,
    NumberPlan,
    NumberTile,
    PartPlan,
    PlanLine,
    PlanMark,
    Stroke,
    Tile,
    TilePlan,
)
from cakupan.domain.records import replace
from cakupan.domain.shown import Behind, Shown
from cakupan.exports.slides.cover_slide import CoverTexts
from cakupan.exports.slides.deck_file import Drawn, write_deck
from cakupan.exports.slides.templates import Template, house_template

AT = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
COVER = CoverTexts("Cakupan Banten", "Oktober 2025", "Disusun 25 November 2026", "DATA CONTOH")
REGIONS = ("Kota Tangerang Selatan", "Kab. Serang", "=1+1", "Kab. Lebak")
COVERAGE = (0.5837, 0.5087, 0.4603, 0.23425)
MARKS = (PlanMark(0.5, "50% RPJMD"), PlanMark(0.65, "65% RPJMD 2030"))


def text(key: str, values: Sequence[str], title: str = "") -> Column:
    return Column(key, title or key, ColumnKind.TEXT, tuple(values))


def share(key: str, values: Sequence[float | None], title: str = "") -> Column:
    return Column(key, title or key, ColumnKind.SHARE, tuple(values))


def count(key: str, values: Sequence[float | None], title: str = "") -> Column:
    return Column(key, title or key, ColumnKind.COUNT, tuple(values))


def card(name: str, plan: Any, columns: Sequence[Column], **more: Any) -> Shown:
    shown = Shown(
        name=name,
        title=f"Pesan {name}",
        subtitle="Banten, Oktober 2025",
        caption="Sumber: BPJS Ketenagakerjaan · per 31 Okt 2025 · rilis R-7",
        alt=f"Gambar {name} dalam kata-kata.",
        columns=tuple(columns),
        plan=plan,
        behind=(Behind(Measure.PARTICIPANTS_ACTIVE, "36", "2025-10"),),
        sample=True,
    )
    return replace(shown, **more)


def ranking(values: Sequence[float | None] = COVERAGE) -> Shown:
    names, coverage = text("region", REGIONS, "Wilayah"), share("coverage", values, "Cakupan")
    return card("ranking", BarPlan(names, (coverage,), MARKS), (names, coverage))


def trend() -> Shown:
    days = (date(2025, 8, 31), date(2025, 9, 30), date(2025, 10, 31), date(2030, 12, 31))
    moments = text("month", ("Agu 2025", "Sep 2025", "Okt 2025", "Des 2030"), "Bulan")
    measured = share("coverage", (0.44, None, 0.4603, None), "Cakupan")
    way = share("glide", (None, None, 0.4603, 0.65), "Lintasan")
    lines = (PlanLine(measured), PlanLine(way, Stroke.TARGET))
    return card("trend", LinePlan(moments, lines, MARKS, days), (moments, measured, way))


def years() -> Shown:
    names = text("year", ("2023", "2024", "2025"), "Tahun")
    coverage = share("coverage", (0.40, 0.44, 0.4603), "Cakupan")
    return card("years", BarPlan(names, (coverage,), MARKS[:1]), (names, coverage))


def segments() -> Shown:
    names = text("segment", ("Penerima upah", "Bukan penerima upah"), "Segmen")
    people = count("participants", (1_793_427, 933_573), "Peserta")
    return card("segments", PartPlan(names, people), (names, people))


def tiles(first: float = 0.5837) -> Shown:
    written = f"{first:.2%}".replace(".", ",")
    made = TilePlan(
        (
            Tile("36.74", "Kota Tangerang Selatan", 0, 1, first, written, int(first >= 0.5)),
            Tile("36.02", "Kab. Lebak", 1, 0, None, "–", None),
        ),
        ("di bawah 50%", "50% atau lebih"),
    )
    return card("map", made, (text("region", ("Kota Tangerang Selatan", "Kab. Lebak")),))


def hero(coverage: str = "46,03%") -> Shown:
    numbers = (
        NumberTile("Cakupan", coverage, "2,73 juta dari 5,92 juta pekerja"),
        NumberTile("Kurang menuju 65%", "1.123.860"),
    )
    return card("hero", NumberPlan(numbers), (share("coverage", (0.4603,), "Cakupan"),))


def table(rows: int = 4) -> Shown:
    names = text("region", [f"Wilayah {n}" for n in range(rows)], "Wilayah")
    people = count("participants", [1000 * n + 234 for n in range(rows)], "Peserta")
    return card("table", None, (names, people, share("coverage", [0.4603] * rows, "Cakupan")))


EVERY_KIND = (hero, trend, ranking, years, segments, tiles, table)

Make = Callable[..., bytes]


def make_deck(
    cards: Sequence[Shown],
    *,
    language: Language = Language.ID,
    titles: Sequence[str] = (),
    template: Template | None = None,
) -> bytes:
    given = [*titles, *[""] * len(cards)]
    drawn = [
        Drawn(DeckItem("/", "?wilayah=36", one.name, title), one)
        for one, title in zip(cards, given, strict=False)
    ]
    deck = Deck(tuple(one.item for one in drawn), language, "Cakupan Banten")
    return write_deck(template or house_template(), deck, drawn, COVER, made_at=AT)


def opened(content: bytes) -> Any:
    return Presentation(BytesIO(content))


def shapes_in(shapes: Any) -> Iterator[Any]:
    """Every shape, those in groups too."""
    for shape in shapes:
        yield shape
        yield from shapes_in(getattr(shape, "shapes", ()))


def charts_in(slide: Any) -> list[Any]:
    return [one for one in shapes_in(slide.shapes) if getattr(one, "has_chart", False)]


@pytest.fixture(scope="session")
def whole() -> bytes:
    """A deck with one card of every kind."""
    return make_deck([make() for make in EVERY_KIND])
