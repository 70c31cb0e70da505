"""Writes the workbook that goes back to whoever sent a file: the findings, and the cells marked.

Given what was read and told; opens no file of a stranger. What is too large is cut, and said so.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from io import BytesIO
from pathlib import Path

from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from cakupan.domain.findings import Severity
from cakupan.exports.copy_plan import TOP_ROWS, SheetCopy, plan_copies
from cakupan.exports.findings_list import FindingsList
from cakupan.exports.found_cells import Place, SourceSheet, ToldFinding, by_place
from cakupan.exports.source_copy import write_copy
from cakupan.exports.untrusted_cells import CellWriter, plain_text, sheet_name
from cakupan.texts import Words
from cakupan.texts.date_format import moment
from cakupan.texts.number_format import count

__all__ = ["SourceSheet", "ToldFinding", "write_findings"]

MOST_FINDINGS = 10_000
_NAMES_SHOWN = 5


def write_findings(
    target: Path,
    told: Sequence[ToldFinding],
    *,
    file_name: str,
    checked_at: datetime,
    say: Words,
    sheets: Sequence[SourceSheet] = (),
) -> Path:
    """Write ``target``, over what was there: the findings in their order, then the marked copies.

    ``sheets`` are what the file's reader gave; without them only the list is written. ``OSError``
    where the target cannot be written.
    """
    listed = told[:MOST_FINDINGS]
    plan = plan_copies(sheets, by_place(listed))
    title = say("findings_workbook.title", file=plain_text(file_name))
    written = BytesIO()
    with Workbook(written, {"in_memory": True, "remove_timezone": True}) as workbook:
        workbook.set_properties({"title": title, "author": "Cakupan", "created": checked_at})
        cells, taken = CellWriter(workbook), set[str]()
        unnamed = say("findings_workbook.unnamed_sheet")
        paper = workbook.add_worksheet(sheet_name(say("findings_workbook.sheet"), taken, unnamed))
        names = [sheet_name(copy.source.name, taken, unnamed) for copy in plan]
        listing = FindingsList(paper, cells, say, _links(plan, names))
        limits = _limits(plan, sheets=sheets, listed=len(listed), told=len(told), say=say)
        listing.head(title, [_checked(told, checked_at, say), _what_to_do(plan, say), *limits])
        listing.table(listed)
        for copy, name in zip(plan, names, strict=True):
            write_copy(copy, workbook.add_worksheet(name), cells, say)
    target.write_bytes(written.getvalue())
    return target


def _links(plan: Sequence[SheetCopy], names: Sequence[str]) -> dict[tuple[str, Place], str]:
    """Where each marked cell stands in this workbook."""
    return {
        (copy.source.name, place): f"internal:{quote_sheetname(name)}!{xl_rowcol_to_cell(*place)}"
        for copy, name in zip(plan, names, strict=True)
        for place in copy.shown
    }


def _checked(told: Sequence[ToldFinding], checked_at: datetime, say: Words) -> str:
    counted = Counter(one.finding.severity for one in told)
    parts = [
        say(f"findings_workbook.summary.{severity}", count=count(counted[severity], say.language))
        for severity in Severity
        if counted[severity]
    ]
    summary = ", ".join(parts) + "." if parts else say("findings_workbook.nothing")
    return say(
        "findings_workbook.checked", moment=moment(checked_at, say.language), summary=summary
    )


def _what_to_do(plan: Sequence[SheetCopy], say: Words) -> str:
    marked = any(copy.shown for copy in plan)
    return say(f"findings_workbook.what_to_do.{'with_copy' if marked else 'without_copy'}")


def _limits(
    plan: Sequence[SheetCopy], *, sheets: Sequence[SourceSheet], listed: int, told: int, say: Words
) -> Iterator[str]:
    """Everything that is not in this workbook although it is in the file."""

    def tell(limit: str, names: str, **sizes: int) -> str:
        counts = {name: count(size, say.language) for name, size in sizes.items()}
        return say(f"findings_workbook.limit.{limit}", names=names, **counts)

    if listed < told:
        yield tell("listed", "", listed=listed, count=told)
    for copy in plan:
        if not copy.is_whole:
            rows, found = len(copy.source.rows), copy.found_rows
            yield tell("excerpt", copy.source.name, rows=rows, top=TOP_ROWS, found=found)
    copied = {copy.source.name for copy in plan}
    missing = [sheet.name for sheet in sheets if sheet.name not in copied]
    if missing:
        more = ["…"] if len(missing) > _NAMES_SHOWN else []
        yield tell("left_out", ", ".join(missing[:_NAMES_SHOWN] + more), count=len(missing))
