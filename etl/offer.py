"""The tables of a workbook, each to be loaded or left out: ``table@Rekap!A5=lewati``.

A table that a year or a unit in between cuts into parts is one. What is left out is left out of
this file alone: nothing of it is remembered.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from cakupan.domain.figure_columns import Figures
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from cakupan.domain.records import Record
from etl.finding_codes import Code, found
from etl.readers.workbook import cell_address
from etl.rulings import LEFT_OUT, place_id, topic_of
from etl.shape.table import Table
from etl.tables import Told

TABLE, TAKEN = "table", "muat"
_Parts = Sequence[tuple[Table, Told]]


class Offered(Record, frozen=True):
    """One table: where its header stands, and what can be loaded of it. ``taken`` unless left out.

    ``id`` is what ``lewati`` is answered to.
    """

    id: str
    sheet: str
    cell: str
    measures: tuple[Measure, ...]
    periods: tuple[Period, ...]
    regions: int
    figures: int
    taken: bool = True


def offered(told: Iterable[Told], answers: Mapping[str, str]) -> tuple[Offered, ...]:
    """Every table of ours, in their order."""
    return tuple(_offered(name, parts, answers) for name, parts in _tables(told).items())


def without_left_out(told: Sequence[Told], answers: Mapping[str, str]) -> list[Told]:
    """The same with a note in the place of each table that is left out."""
    notes: dict[int, tuple[Finding, ...]] = {}
    for name, parts in _tables(told).items():
        if answers.get(name, "").strip() == LEFT_OUT:
            notes |= {id(part): () for _, part in parts}
            notes[id(parts[0][1])] = (_note(parts),)
    return [Told(notes[id(one)]) if id(one) in notes else one for one in told]


def nothing_meant(tables: Iterable[Offered], answers: Mapping[str, str]) -> Iterator[Finding]:
    """Answers about tables that are not there, or that neither take them nor leave them out."""
    names = {one.id for one in tables}
    for name, answer in answers.items():
        understood = name in names and answer.strip() in (LEFT_OUT, TAKEN)
        if topic_of(name) == TABLE and not understood:
            yield found(Code.ANSWER_UNREADABLE, value=answer, question=name)


def _tables(told: Iterable[Told]) -> dict[str, list[tuple[Table, Told]]]:
    tables: dict[str, list[tuple[Table, Told]]] = {}
    for one in told:
        if one.table is not None:
            name = place_id(TABLE, one.table.sheet, _cell(one.table))
            tables.setdefault(name, []).append((one.table, one))
    return tables


def _cell(table: Table) -> str:
    columns = table.columns
    first = min([*columns.roles.values(), *(value.index for value in columns.values)], default=0)
    return cell_address(table.header, first)


def _note(parts: _Parts) -> Finding:
    table = parts[0][0]
    figures = sum(len(part.figures) for _, part in parts)
    return found(Code.TABLE_LEFT_OUT, sheet=table.sheet, cell=_cell(table), figures=figures)


def _offered(name: str, parts: _Parts, answers: Mapping[str, str]) -> Offered:
    table = parts[0][0]
    held = Figures.joined([part.figures for _, part in parts])
    return Offered(
        id=name,
        sheet=table.sheet,
        cell=_cell(table),
        measures=tuple(sorted({one.subject.measure for one in held.shared})),
        periods=tuple(sorted({one.period for one in held.shared})),
        regions=len(set(held.regions)),
        figures=len(held),
        taken=answers.get(name, "").strip() != LEFT_OUT,
    )
