"""A native chart on a slide, with lines across it where its bars cannot carry any."""

from collections.abc import Sequence
from typing import Any

from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Emu

from cakupan.domain.columns import ColumnKind
from cakupan.domain.language import Language
from cakupan.domain.records import Record
from cakupan.exports.slides.chart_numbers import ChartNumbers
from cakupan.exports.slides.chart_renewal import fits, renew_chart
from cakupan.exports.slides.chart_spec import ChartSpec
from cakupan.exports.slides.figure import describe
from cakupan.exports.slides.pen import Pen
from cakupan.exports.slides.places import Box
from cakupan.exports.slides.rulers import Ruler, draw_rulers, renew_rulers

CHART_NAME = "Grafik"


class ChartFigure(Record, frozen=True):
    """``kinds`` are what the values of each series are; ``rulers`` stand across horizontal bars."""

    spec: ChartSpec
    kinds: Sequence[ColumnKind]
    alt: str
    language: Language
    rulers: Sequence[Ruler] = ()

    def draw(self, shapes: Any, box: Box, pen: Pen) -> Any:
        """The chart; in a group with its rulers, so that they are moved together."""
        outer = shapes.add_group_shape() if self.rulers else None
        frame = (outer.shapes if outer else shapes).add_chart(
            # python-pptx asks for a type, and the numbers bring their own chart.
            XL_CHART_TYPE.BAR_CLUSTERED,
            *map(Emu, (box.left, box.top, box.width, box.height)),
            ChartNumbers(self.spec),
        )
        describe(frame, self.alt)
        if outer is None:
            return frame
        frame.name = CHART_NAME
        describe(outer, self.alt)
        draw_rulers(outer.shapes, frame, self.rulers, self.spec, pen)
        return outer

    def renew(self, shape: Any, pen: Pen) -> bool:
        """New numbers and labels; everything else as it was left."""
        frame = chart_frame(shape)
        if frame is None or not fits(frame.chart, self.spec):
            return False
        pen.changes += renew_chart(frame.chart, self.spec, self.kinds, self.language)
        describe(frame, self.alt)
        if frame is not shape:
            describe(shape, self.alt)
            renew_rulers(shape, frame, self.rulers, self.spec, pen)
        return frame is not shape or not self.rulers


def chart_frame(shape: Any) -> Any:
    """The frame with the chart: the shape itself, or in a group; None without one."""
    if getattr(shape, "has_chart", False):
        return shape
    inner = getattr(shape, "shapes", ())
    return next((one for one in inner if getattr(one, "has_chart", False)), None)
