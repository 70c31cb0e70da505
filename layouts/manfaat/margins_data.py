"""The sums of both margins as data, and beside them what was published and what was worked out."""

from collections.abc import Iterator

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.shown import Behind, Shown
from cakupan.texts import date_format
from cakupan.texts.column_text import column_texts
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.manfaat.paid_columns import TOPIC, claims_behind
from layouts.manfaat.records import ManfaatView, PartPaid
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.taken import as_data
from layouts.view import Changes

_PUBLISHED = f"{Id.MARGINS}-published"
"""What was published stands in the same card; it is taken away by itself."""


def margins_shown(manfaat: ManfaatView, title: str, subtitle: str) -> Changes:
    """The matrix, and the published figures where there are any."""
    shown = Shown(
        name="manfaat-margins",
        title=title,
        subtitle=subtitle,
        caption=manfaat.caption,
        alt=title,
        columns=_columns(manfaat, manfaat.parts or (_whole(manfaat),)),
        behind=claims_behind(manfaat),
        sample=manfaat.sample,
    )
    published = as_data(_PUBLISHED, _published(manfaat)) if manfaat.cited else {}
    return {**as_data(Id.MARGINS, shown), **published}


def matrix(manfaat: ManfaatView, title: str) -> FiguresTable:
    """Cases of each part by programme, with the sums of both margins."""
    language = manfaat.view.language
    columns = _columns(manfaat, manfaat.parts)
    whole = (column_texts(one, language)[0] for one in _columns(manfaat, (_whole(manfaat),)))
    return FiguresTable.of(title, columns, language, closing=tuple(whole))


def _whole(manfaat: ManfaatView) -> PartPaid:
    return PartPaid(manfaat.view.region, manfaat.kinds, None)


def _columns(manfaat: ManfaatView, parts: tuple[PartPaid, ...]) -> tuple[Column, ...]:
    """A row for each part; the last column is all programmes together."""
    columns, own = ColumnsOf(manfaat.words, TOPIC), manfaat.view.region
    names = (part.region.name if part.region is own else part.region.short_name for part in parts)
    return (
        columns.text("region", names),
        *(
            columns.number(
                one.kind.lower() or "whole",
                ColumnKind.COUNT,
                (part.kinds[place].cases for part in parts),
                title=manfaat.kind_name(one.kind),
            )
            for place, one in enumerate(manfaat.kinds)
        ),
    )


def _published(manfaat: ManfaatView) -> Shown:
    title = manfaat.words("manfaat.published.title")
    prefix = manfaat.view.choices.region_prefix
    cited = [one.cited for one in manfaat.cited]
    return Shown(
        name="manfaat-published",
        title=title,
        subtitle=manfaat.view.region.name,
        caption=manfaat.caption,
        alt=title,
        columns=tuple(_published_columns(manfaat)),
        behind=tuple(Behind(one.measure, prefix, one.period.text) for one in cited),
        sample=manfaat.sample,
    )


def _published_columns(manfaat: ManfaatView) -> Iterator[Column]:
    """People and rupiah are told apart by what is counted: the column cannot name one unit."""
    words, columns = manfaat.words, ColumnsOf(manfaat.words, "manfaat.published_column")
    told, language = manfaat.cited, manfaat.view.language
    measures = (words(f"ringkasan.measure.{one.cited.measure.value}") for one in told)
    verdicts = (words(f"manfaat.verdict.{one.verdict}") for one in told)
    days = (date_format.period(one.cited.period, language, short=True) for one in told)
    yield columns.text("measure", measures)
    yield columns.text("day", days)
    yield columns.number("stated", ColumnKind.COUNT, (one.cited.value for one in told))
    yield columns.number("computed", ColumnKind.COUNT, (one.computed for one in told))
    yield columns.text("verdict", verdicts)
    yield columns.text("citation", (one.cited.citation for one in told))
