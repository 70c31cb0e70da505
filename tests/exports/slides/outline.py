"""A deck as text: everything that is said on its slides, for eyes and for comparing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cakupan.domain.language import Language
from cakupan.exports.slides.chart_labels import label_texts
from tests.exports.slides import conftest as given

SPECIMENS = Path(__file__).parent / "specimens"


def outline(content: bytes) -> str:
    """Slide by slide: title, shapes in order, what charts hold, the notes."""
    lines: list[str] = []
    for number, slide in enumerate(given.opened(content).slides, start=1):
        lines.append(f"# {number}. {slide.shapes.title.text}  [{slide.slide_layout.name}]")
        for shape in slide.shapes:
            if shape != slide.shapes.title:
                lines += shape_lines(shape, 1)
        if slide.has_notes_slide:
            lines += [f"  ~ {one.text}" for one in slide.notes_slide.notes_text_frame.paragraphs]
        lines.append("")
    return "\n".join(lines)


def shape_lines(shape: Any, depth: int) -> Iterator[str]:
    room = "  " * depth
    if getattr(shape, "has_chart", False):
        yield f"{room}- {shape.name} (chart)"
        yield from (f"{room}    {line}" for line in chart_lines(shape.chart))
    elif getattr(shape, "has_table", False):
        yield f"{room}- {shape.name} (table)"
        for row in shape.table.rows:
            yield f"{room}    " + " | ".join(cell.text for cell in row.cells)
    elif hasattr(shape, "shapes"):
        yield f"{room}- {shape.name} (group)"
        for one in shape.shapes:
            yield from shape_lines(one, depth + 1)
    elif shape.has_text_frame:
        yield f"{room}- {shape.name}: " + " / ".join(
            one.text for one in shape.text_frame.paragraphs
        )
    else:
        yield f"{room}- {shape.name}"


def chart_lines(chart: Any) -> Iterator[str]:
    for plot in chart.plots:
        yield f"{type(plot).__name__}: {' | '.join(map(str, plot.categories))}"
        for series in plot.series:
            labels = " ".join(f"{k}={v}" for k, v in label_texts(series._element).items())
            yield f"  {series.name}: {list(series.values)} labels {labels}"


def whole_outline(language: Language) -> str:
    """The deck with one card of every kind."""
    return outline(given.make_deck([make() for make in given.EVERY_KIND], language=language))


def specimen(language: Language) -> Path:
    return SPECIMENS / f"{language.value}.txt"


if __name__ == "__main__":
    for one in Language:
        specimen(one).write_text(whole_outline(one), encoding="utf-8")
