"""The chart of a table as Excel draws it: bars, lines, or parts of a whole, from the cells beside.

A chart takes the table's own cells where they hold its numbers in its order; what they do not hold
stands in columns of its own, right of the table.
"""

from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cakupan.domain.columns import Column
from cakupan.domain.plans import BarPlan, LinePlan, PartPlan, PlanMark, Stroke
from cakupan.domain.records import Record
from cakupan.exports.column_sheet import Placed, write_columns
from cakupan.exports.column_table import ColumnTable
from cakupan.exports.column_values import number_format
from cakupan.exports.palette import BLUE, GREY, INK, LINE
from cakupan.exports.untrusted_cells import CellWriter, plain_text

_TARGET = "A6480F"
_COLOURS = (BLUE, "5F9AD4", "5B6C7C", "B98420", "7D3C98", "14703E")
_WIDTH, _HEIGHT, _ROW = 760, 380, 22
_STROKES: dict[Stroke, dict[str, Any]] = {
    Stroke.SOLID: {"width": 2.5},
    Stroke.TARGET: {"width": 1.75, "dash_type": "dash", "color": f"#{_TARGET}"},
    Stroke.ASSUMED: {"width": 1.75, "dash_type": "square_dot"},
}
_LONGEST = 250


class _Sheet(Record):
    """A sheet with its table, and where columns of the chart alone go."""

    paper: Worksheet
    cells: CellWriter
    table: ColumnTable
    placed: Placed
    beside: int

    def cells_of(self, column: Column) -> list[Any]:
        """Where the values of a column stand; written beside the table if they do not yet."""
        known = {one.key: one for one in self.table.columns}.get(column.key)
        if known is not None and tuple(known.values) == tuple(column.values):
            place = self.placed.columns[column.key]
        else:
            place = self.beside
            write_columns(self.paper, self.cells, (column,), (self.placed.head, place))
            self.beside += 1
        first = self.placed.head + 1
        last = self.placed.head + max(1, len(column.values))
        return [self.paper.get_name(), first, place, last, place]

    def series(self, names: Column, values: Column, **looks: Any) -> dict[str, Any]:
        """One row of numbers of a chart."""
        return {
            "name": plain_text(values.title, _LONGEST),
            "categories": self.cells_of(names),
            "values": self.cells_of(values),
            **looks,
        }


def add_chart(
    workbook: Workbook, paper: Worksheet, cells: CellWriter, table: ColumnTable, placed: Placed
) -> None:
    """The chart right of the table, where its plan is one that Excel has a chart for."""
    sheet = _Sheet(paper, cells, table, placed, placed.beside)
    match table.plan:
        case BarPlan():
            chart = _bars(workbook, sheet, table.plan)
        case LinePlan():
            chart = _lines(workbook, sheet, table.plan)
        case PartPlan():
            chart = _parts(workbook, sheet, table.plan)
        case _:
            return
    title = {"name": plain_text(table.title, _LONGEST), "overlay": False}
    font = {"size": 14, "bold": True, "color": f"#{INK}"}
    chart.set_title({**title, "name_font": font})
    paper.insert_chart(placed.head, sheet.beside + 1, chart, {"object_position": 2})


def _bars(workbook: Workbook, sheet: _Sheet, plan: BarPlan) -> Any:
    kind = {"type": "bar", **({"subtype": "stacked"} if plan.stacked else {})}
    chart = workbook.add_chart(kind)
    for column, colour in zip(plan.values, _colours(len(plan.values)), strict=True):
        looks: dict[str, Any] = {"fill": {"color": f"#{colour}"}, "gap": 45}
        if not plan.stacked:
            looks["data_labels"] = {"value": True, "num_format": number_format(column.kind)}
        chart.add_series(sheet.series(plan.names, column, **looks))
    values = plan.values[0]
    names = {"reverse": True, "crossing": "max", "label_position": "low"}
    chart.set_y_axis({**names, "num_font": {"size": 10}})
    chart.set_x_axis(_axis(number_format(values.kind)))
    _legend(chart, len(plan.values))
    rows = len(plan.names.values) * max(1, 1 if plan.stacked else len(plan.values))
    chart.set_size({"width": _WIDTH, "height": max(_HEIGHT, 130 + _ROW * rows)})
    return chart


def _lines(workbook: Workbook, sheet: _Sheet, plan: LinePlan) -> Any:
    chart = workbook.add_chart({"type": "line"})
    colours = _colours(len(plan.lines))
    for line, colour in zip(plan.lines, colours, strict=True):
        drawn = {"color": f"#{colour}", **_STROKES[line.stroke]}
        chart.add_series(sheet.series(plan.moments, line.values, line=drawn))
    for column in _mark_columns(plan.marks, plan.lines[0].values, len(plan.moments.values)):
        drawn = {"color": f"#{_TARGET}", "width": 1.25, "dash_type": "round_dot"}
        chart.add_series(sheet.series(plan.moments, column, line=drawn))
    chart.set_y_axis(_axis(number_format(plan.lines[0].values.kind)))
    chart.set_x_axis({"num_font": {"size": 10}, "label_position": "low"})
    chart.show_blanks_as("gap")
    _legend(chart, len(plan.lines) + len(plan.marks))
    chart.set_size({"width": _WIDTH, "height": _HEIGHT})
    return chart


def _parts(workbook: Workbook, sheet: _Sheet, plan: PartPlan) -> Any:
    chart = workbook.add_chart({"type": "doughnut"})
    colours = _colours(len(plan.values.values))
    points = [{"fill": {"color": f"#{colour}"}} for colour in colours]
    labels = {"percentage": True, "num_format": "0.00%", "leader_lines": True}
    chart.add_series(sheet.series(plan.names, plan.values, points=points, data_labels=labels))
    chart.set_hole_size(55)
    chart.set_legend({"position": "right", "font": {"size": 11}})
    chart.set_size({"width": 560, "height": _HEIGHT})
    return chart


def _mark_columns(marks: Sequence[PlanMark], like: Column, count: int) -> list[Column]:
    """A target as a line of its own: the same value at each moment."""
    return [
        Column(f"mark-{place}", mark.label, like.kind, (mark.value,) * count)
        for place, mark in enumerate(marks)
    ]


def _axis(num_format: str) -> dict[str, Any]:
    return {
        "num_format": num_format.split(";", maxsplit=1)[0].lstrip("+"),
        "major_gridlines": {"visible": True, "line": {"color": f"#{LINE}", "width": 0.5}},
        "line": {"none": True},
        "num_font": {"size": 10, "color": f"#{GREY}"},
    }


def _legend(chart: Any, count: int) -> None:
    chart.set_legend({"none": True} if count < 2 else {"position": "top", "font": {"size": 11}})


def _colours(count: int) -> list[str]:
    return [_COLOURS[place % len(_COLOURS)] for place in range(count)]
