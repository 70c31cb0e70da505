"""The form for published figures: one figure a row, with its publisher and source."""

from decimal import Decimal

from cakupan.domain.measures import Basis, Maturity, Measure, Segment
from cakupan.domain.regions import Region, RegionKind
from cakupan.domain.sheets import Cell
from cakupan.domain.templates import (
    Entry,
    EntryKind,
    GuideRow,
    TemplateBook,
    TemplateColumn,
    TemplateSheet,
)
from etl.templates.form import Form
from etl.templates.instructions import LETTERS, explain, template_book

_ROWS = 200
# Invented, and seen on the instructions only.
_EXAMPLE = Decimal("41.25")
_UNITS = ("person", "thousand", "million", "firm", "percent")
_WIDTHS = {
    "region": 32,
    "measure": 22,
    "segment": 10,
    "group": 16,
    "basis": 20,
    "period": 14,
    "value": 14,
    "unit": 14,
    "rounding": 13,
    "publisher": 26,
    "citation": 40,
    "maturity": 17,
    "note": 28,
}


def published_book(form: Form) -> TemplateBook:
    """Empty rows, all closed fields as lists."""
    entries = _entries(form)
    sheet = TemplateSheet(
        name=form.text("sheet.published"),
        lines=(form.title_line("published"),),
        columns=tuple(form.column(name, _WIDTHS[name], entry) for name, entry in entries.items()),
        rows=((None,) * len(entries),) * _ROWS,
        key_columns=1,
    )
    return template_book(form, "published", [sheet], _explained(form, sheet.columns))


def _entries(form: Form) -> dict[str, Entry]:
    segments = tuple(one.short_id for one in form.reference.segments)
    return {
        "region": form.one_of(_region_names(form), hint="region"),
        "measure": form.choice("measure", Measure, hint="measure"),
        "segment": form.one_of((form.text(f"segment.{Segment.TOTAL}"), *segments), optional=True),
        "group": _words(form, "group", optional=True),
        "basis": form.choice(
            "basis", (Basis.REGISTRATION, Basis.DOMICILE), hint="basis", optional=True
        ),
        "period": _words(form, "period"),
        "value": _number(form, "value"),
        "unit": form.choice("unit", _UNITS),
        "rounding": _number(form, "rounding", optional=True),
        "publisher": form.publishers(),
        "citation": _words(form, "citation"),
        "maturity": form.choice("maturity", Maturity, hint="maturity", optional=True),
        "note": Entry(EntryKind.TEXT, optional=True),
    }


def _words(form: Form, hint: str, *, optional: bool = False) -> Entry:
    return Entry(EntryKind.TEXT, hint=form.text(f"hint.{hint}"), optional=optional)


def _number(form: Form, hint: str, *, optional: bool = False) -> Entry:
    return Entry(
        EntryKind.NUMBER,
        hint=form.text(f"hint.{hint}"),
        complaint=form.text("complaint.number"),
        optional=optional,
    )


def _region_names(form: Form) -> tuple[str, ...]:
    """The region itself and all below it, in code order."""
    directory, home = form.reference.directory, form.region
    if home.kind is RegionKind.NATION:
        return tuple(_name(form, one) for one in directory)
    return tuple(_name(form, one) for one in (home, *directory.parts(home.code)))


def _name(form: Form, region: Region) -> str:
    """A province is named as one: Gorontalo alone is a kabupaten, a kota and a province."""
    if region.kind is RegionKind.PROVINCE:
        return form.text("region.province", name=region.name)
    return region.name


def _explained(form: Form, columns: tuple[TemplateColumn, ...]) -> list[GuideRow]:
    told = ("measure", "period", "publisher", "citation")
    examples: dict[str, Cell] = {name: form.text(f"example.{name}") for name in told}
    examples["region"] = form.parts[0].name
    examples["value"] = _EXAMPLE
    examples["unit"] = form.text("unit.percent")
    return [
        explain(form, letter, column.header, meaning=name, example=examples.get(name))
        for letter, column, name in zip(LETTERS, columns, _WIDTHS, strict=False)
    ]
