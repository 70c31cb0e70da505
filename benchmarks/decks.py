"""The summary deck of a province, against fifteen bare charts of python-pptx on bare slides."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

import app as program
from benchmarks.national import national_settings
from benchmarks.ratio import Ratio, compare

SLIDES, LONGEST_SECONDS, LARGEST_BYTES = 15, 2.0, 2 * 2**20
ADDRESS = "/exports/deck.pptx?wilayah=36"


def ratios(folder: Path) -> Iterator[Ratio]:
    """One row; RuntimeError where the deck is not what was promised."""
    client = program.create_app(national_settings(folder)).server.test_client()

    def ours() -> bytes:
        answer = client.get(ADDRESS)
        if answer.status_code != 200:
            raise RuntimeError(f"{ADDRESS}: {answer.status_code}")
        return bytes(answer.data)

    content = ours()
    slides = len(Presentation(BytesIO(content)).slides)
    name = f"deck of {slides} slides, {len(content) // 1024} KiB"
    measured = compare(name, ours, _bare, runs=9)
    if slides < SLIDES or len(content) > LARGEST_BYTES or measured.ours > LONGEST_SECONDS:
        raise RuntimeError(f"{name} in {measured.ours:.2f} s: promised in {LONGEST_SECONDS} s")
    yield measured


def _bare() -> bytes:
    deck = Presentation()
    for _ in range(SLIDES):
        data: Any = CategoryChartData()  # type: ignore[no-untyped-call]
        data.categories = [str(number) for number in range(8)]
        data.add_series("values", range(8))
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        box = (Inches(1), Inches(2), Inches(8), Inches(5))
        slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, *box, data)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()
