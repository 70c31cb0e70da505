"""The programme ledger as data: its lines, and what each source of funds pays for."""

from collections.abc import Sequence

from cakupan.analytics.ledger import Paying
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.measures import Measure
from cakupan.domain.plans import BarPlan
from cakupan.domain.records import replace
from cakupan.domain.shown import Behind, Shown
from cakupan.texts import date_format
from cakupan.texts.number_format import MISSING
from layouts.columns_of import ColumnsOf
from layouts.segmen.records import SegmenView

LINES, PAYERS = "segmen-ledger", "segmen-payers"


def line_columns(segmen: SegmenView, ledger: Sequence[Paying]) -> tuple[Column, ...]:
    """A row for each line of ``ledger``."""
    columns, lines = ColumnsOf(segmen.words, "segmen.column"), [one.line for one in ledger]
    directory, language = segmen.view.reference.directory, segmen.view.language
    lapses = (
        MISSING if one.lapses is None else date_format.day(one.lapses, language, short=True)
        for one in ledger
    )
    states = (segmen.words(f"segmen.state.{one.state.value}") for one in ledger)
    return (
        columns.text("region", (directory[line.region_code].short_name for line in lines)),
        columns.text("group", (segmen.group_name(line.group) for line in lines)),
        columns.text("payer", (segmen.payer_name(line.payer) for line in lines)),
        columns.number("workers", ColumnKind.COUNT, (line.workers for line in lines)),
        columns.number("rate", ColumnKind.RUPIAH, (line.rupiah_a_month for line in lines)),
        columns.text("start", (segmen.month(line.start) for line in lines)),
        columns.number("months", ColumnKind.COUNT, (line.months for line in lines)),
        columns.text("lapses", lapses),
        columns.text("state", states),
        columns.text("rule", (line.citation or MISSING for line in lines)),
    )


def payer_columns(segmen: SegmenView) -> tuple[Column, ...]:
    """A row for each source of funds: what it pays, what lapses, what keeping on costs."""
    columns, shares = ColumnsOf(segmen.words, "segmen.column"), segmen.payers
    return (
        columns.text("payer", (segmen.payer_name(share.payer) for share in shares)),
        columns.number("workers", ColumnKind.COUNT, (share.workers for share in shares)),
        columns.number("a_month", ColumnKind.RUPIAH, (share.idr_a_month for share in shares)),
        columns.number("lapsing", ColumnKind.COUNT, (share.lapsing for share in shares)),
        columns.number("renewal", ColumnKind.RUPIAH, (share.renewal_idr for share in shares)),
    )


def ledger_shown(segmen: SegmenView, title: str, subtitle: str, caption: str) -> Shown:
    """All lines, in the order of the card."""
    starts = dict.fromkeys(one.line.start.text for one in segmen.ledger)
    prefix = segmen.view.choices.region_prefix
    return Shown(
        name=LINES,
        title=title,
        subtitle=subtitle,
        caption=caption,
        alt=title,
        columns=line_columns(segmen, segmen.ledger),
        behind=tuple(Behind(Measure.SUBSIDISED_WORKERS, prefix, start) for start in starts),
        sample=any(one.line.sample for one in segmen.ledger),
        empty=not segmen.ledger,
    )


def payers_shown(segmen: SegmenView, title: str, subtitle: str, caption: str) -> Shown:
    """What each source of funds pays for, out of the same lines; drawn by its workers."""
    lines = ledger_shown(segmen, title, subtitle, caption)
    columns = payer_columns(segmen)
    name = segmen.words("segmen.ledger.payers")
    plan = BarPlan(columns[0], (columns[1],)) if segmen.payers else None
    return replace(lines, name=PAYERS, title=name, alt=name, columns=columns, plan=plan)
