"""How the region moved, as one row: both months, and what changed between them."""

from cakupan.domain.columns import Column, ColumnKind
from cakupan.texts.number_writer import Number
from layouts.columns_of import ColumnsOf
from layouts.pertumbuhan.compared import growth_of, points_of
from layouts.pertumbuhan.view import Page


def whole_columns(page: Page) -> tuple[Column, ...]:
    """The region with participants, workforce and coverage of both months."""
    columns, whole = ColumnsOf(page.words, "pertumbuhan.column"), page.movement.whole
    before, after = whole.before, whole.after
    workers = whole.workers_growth.growth if whole.workers_growth else None

    def both(key: str, kind: ColumnKind, *values: Number | None) -> tuple[Column, ...]:
        return tuple(
            columns.number(
                f"{key}_{side}",
                kind,
                [value],
                title=page.words(
                    f"pertumbuhan.column.{key}_{side}", before=page.before, after=page.after
                ),
            )
            for side, value in zip(("before", "after"), values, strict=True)
        )

    counts = [
        figure.exact if figure else None
        for figure in (before.participants, after.participants, before.workers, after.workers)
    ]
    return (
        columns.text("region", [page.view.region.name]),
        *both("participants", ColumnKind.COUNT, *counts[:2]),
        columns.number("growth", ColumnKind.GROWTH, [growth_of(whole)]),
        *both("workers", ColumnKind.COUNT, *counts[2:]),
        columns.number("workers_growth", ColumnKind.GROWTH, [workers]),
        *both("coverage", ColumnKind.SHARE, before.coverage, after.coverage),
        columns.number("points", ColumnKind.POINTS, [points_of(whole)]),
        columns.number("year_growth", ColumnKind.GROWTH, [page.movement.year.growth]),
    )
