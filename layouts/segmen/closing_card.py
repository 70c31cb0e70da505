"""What registering every vulnerable worker costs a year, and which sources would bear it."""

from cakupan.analytics.closing import NOBODY, SourceCost
from cakupan.analytics.cost import LEAST_CONTRIBUTION, YEAR_OF_MONTHS, cost_to_close
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import BarPlan
from cakupan.domain.shown import Shown
from cakupan.texts import Words
from cakupan.texts.number_format import count, rupiah
from layouts import elements as html
from layouts.card import head
from layouts.card_menu import menu_button
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.segmen import SegmenId as Id
from layouts.segmen.asked import steered
from layouts.segmen.choice import BORNE
from layouts.segmen.groups_card import vulnerable_caption
from layouts.segmen.reach_rows import reach_behind
from layouts.segmen.records import SegmenView
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "segmen-closing"
SLOTS: tuple[Slot, ...] = (
    (Id.CLOSING, "hidden"),
    (Id.CLOSING_HEAD, "children"),
    *BORNE.slots,
    (Id.CLOSING_BODY, "children"),
)


def at_rest(words: Words) -> html.Article:
    """The card before any number has come."""
    return html.Article(
        id=Id.CLOSING,
        className="card segmen-closing",
        children=[
            menu_button(NAME, head=Id.CLOSING_HEAD),
            html.Header(id=Id.CLOSING_HEAD, className="card-head"),
            html.Div(BORNE.at_rest(words), className="segmen-controls"),
            html.Div(id=Id.CLOSING_BODY),
        ],
    )


def changes(segmen: SegmenView) -> Changes:
    """The card filled; it is away where nobody knows how many are missing, or nobody is."""
    words, closing = segmen.words, segmen.closing
    workers = sum(one.workers for one in closing.sources)
    amount = cost_to_close(workers, contribution=LEAST_CONTRIBUTION, months=YEAR_OF_MONTHS)
    title = words(
        "segmen.closing.title",
        workers=count(workers, words.language),
        amount=rupiah(amount, words.language),
    )
    subtitle = words(f"segmen.closing.{closing.bearing.value}")
    shown = _as_data(segmen, title, subtitle)
    table = FiguresTable.of(title, shown.columns, words.language)
    return {
        **as_data(Id.CLOSING, shown),
        (Id.CLOSING, "hidden"): not closing.sources,
        (Id.CLOSING_HEAD, "children"): head(title, subtitle),
        **BORNE.changes(steered(segmen.counting, closing.bearing), words),
        (Id.CLOSING_BODY, "children"): [
            table.scrolling(),
            html.Footer(html.P(shown.caption, className="caption"), className="card-foot"),
        ],
    }


def _as_data(segmen: SegmenView, title: str, subtitle: str) -> Shown:
    columns, vulnerable = _columns(segmen.closing.sources, segmen), segmen.vulnerable
    empty = not segmen.closing.sources
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=_caption(segmen),
        alt=title,
        columns=columns,
        behind=reach_behind(segmen),
        plan=None if empty else BarPlan(columns[0], (columns[1],)),
        sample=(vulnerable is not None and vulnerable.sample)
        or any(one.line.sample for one in segmen.ledger),
        empty=empty,
    )


def _columns(sources: tuple[SourceCost, ...], segmen: SegmenView) -> tuple[Column, ...]:
    columns = ColumnsOf(segmen.words, "segmen.column")
    return (
        columns.text("payer", (_payer(one, segmen) for one in sources)),
        columns.number("taken_on", ColumnKind.COUNT, (one.workers for one in sources)),
        columns.number("a_month", ColumnKind.RUPIAH, (one.idr_a_month for one in sources)),
        columns.number("a_year", ColumnKind.RUPIAH, (one.idr for one in sources)),
    )


def _payer(one: SourceCost, segmen: SegmenView) -> str:
    if one.payer == NOBODY:
        return segmen.words("segmen.closing.nobody")
    return segmen.payer_name(one.payer)


def _caption(segmen: SegmenView) -> str:
    words, uncounted = segmen.words, segmen.closing.uncounted
    left_out = ", ".join(segmen.group_name(one) for one in uncounted)
    told = [
        words(
            "segmen.closing.caption",
            contribution=rupiah(LEAST_CONTRIBUTION, words.language),
            months=YEAR_OF_MONTHS,
        ),
        *([words("segmen.closing.uncounted", groups=left_out)] if uncounted else []),
        vulnerable_caption(segmen),
    ]
    return " · ".join(part for part in told if part)
