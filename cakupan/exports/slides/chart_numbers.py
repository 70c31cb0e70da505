"""The numbers of a chart with their embedded workbook, in which no text is ever a formula."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from cakupan.exports.slides.chart_spec import ChartSpec
from cakupan.exports.slides.chart_xml import chart_xml
from cakupan.exports.untrusted_cells import plain_text

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


class _Workbook(CategoryWorkbookWriter):
    """As python-pptx writes it, but a text that looks like a formula stays a text."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[tuple[Workbook, Worksheet]]:
        with Workbook(xlsx_file, _OPTIONS) as workbook:
            yield workbook, workbook.add_worksheet()


class ChartNumbers(CategoryChartData):
    """What python-pptx asks for when it makes a chart or gives one new numbers."""

    def __init__(self, spec: ChartSpec) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # of python-pptx
        self._spec = spec
        names = [plain_text(name) for name in spec.categories]
        self.categories = list(spec.days) or names
        for series in spec.series:
            self._add(plain_text(series.name), series.values, series.number_format)
        self._book = _Workbook(self)  # type: ignore[no-untyped-call]  # of python-pptx

    def _add(self, name: str, values: Sequence[float | None], number_format: str) -> None:
        self.add_series(name, values, number_format)  # type: ignore[no-untyped-call]  # same

    @property
    def _workbook_writer(self) -> Any:
        return self._book

    def _xml(self, _chart_type: object) -> str:
        return chart_xml(self._spec, self)
