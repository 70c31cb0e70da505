"""The sums of both margins as data, and beside them what was published and what was worked out."""

from collections.abc import Iterator

from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Measure
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

NAME = "manfaat-margins"
_PUBLISHED = f"{Id.MARGINS}-published"
"""What was published stands in the same card; it is taken away by itself."""
MONEY = frozenset({Measure.CLAIMS_IDR, Measure.SCHOLARSHIPS_IDR})


def margins_shown(manfaat: ManfaatView, title: str, subtitle: str) -> Changes:
    """The matrix, and the published figures where there are any."""
    shown = Shown(
        name=NAME,
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
    """What is counted, and beside it money: a column has one kind of number."""
    words, columns = manfaat.words, ColumnsOf(manfaat.words, "manfaat.published_column")
    told, language = manfaat.cited, manfaat.view.language
    measures = (words(f"ringkasan.measure.{one.cited.measure.value}") for one in told)
    verdicts = (words(f"manfaat.verdict.{one.verdict}") for one in told)
    days = (date_format.period(one.cited.period, language, short=True) for one in told)
    yield columns.text("measure", measures)
    yield columns.text("day", days)
    for ending, kind, is_money in (
        ("", ColumnKind.COUNT, False),
        ("_idr", ColumnKind.RUPIAH, True),
    ):
        of_kind = [(one.cited.measure in MONEY) is is_money for one in told]
        stated = (one.cited.value if it else None for one, it in zip(told, of_kind, strict=True))
        computed = (one.computed if it else None for one, it in zip(told, of_kind, strict=True))
        yield columns.number(f"stated{ending}", kind, stated)
        yield columns.number(f"computed{ending}", kind, computed)
    yield columns.text("verdict", verdicts)
    yield columns.text("citation", (one.cited.citation for one in told))
