"""Who brings how many: a bar for each part's share of a need, with its people a month."""

from collections.abc import Sequence

from cakupan.charts import Figure
from cakupan.charts.row_chart import Column, Row, Rules, row_chart
from cakupan.charts.theme import Style
from cakupan.domain.records import Record
from cakupan.texts.number_format import count, percent


class Share(Record, frozen=True):
    """A part's share. ``monthly`` None where no month is left; ``reaches`` is a ratio."""

    name: str
    people: int
    monthly: int | None
    reaches: float


def shares(parts: Sequence[Share], style: Style) -> Figure:
    """Bars from zero in the order given. There is at least one part."""
    words, language = style.words, style.language
    columns = (
        Column(words("charts.shares.people"), 78, narrow=66),
        Column(words("charts.shares.monthly"), 78, narrow=0),
        Column(words("charts.shares.reaches"), 72, narrow=62),
    )
    rows = [
        Row(
            name=part.name,
            value=float(part.people),
            colour=style.palette.accent if part.people else style.palette.accent_quiet,
            cells=(
                f"<b>{count(part.people, language)}</b>",
                count(part.monthly, language),
                percent(part.reaches, language),
            ),
            hover=f"<b>{part.name}</b><br>{count(part.people, language)}",
        )
        for part in parts
    ]
    most = max(part.people for part in parts)
    return row_chart(
        rows, columns, Rules((), style.palette.target), span=(0, max(most, 1) * 1.02), style=style
    )
