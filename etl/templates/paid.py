"""What the forms for claims and scholarships share: a sheet of cases beside one of rupiah."""

from collections.abc import Iterable

from cakupan.domain.measures import Measure
from cakupan.domain.templates import Entry, TemplateColumn, TemplateLine
from etl.templates.form import Form

RUPIAH = ("rupiah", "million_rupiah", "billion_rupiah")


def paid_lines(
    form: Form, measure: Measure, units: tuple[str, ...], *, one_period: bool
) -> tuple[TemplateLine, ...]:
    """The lines above the table; ``one_period`` where the table has no column for it."""
    return (
        form.title_line(measure),
        form.measure_line(measure),
        *((form.period_line(),) if one_period else ()),
        form.publisher_line("bpjs"),
        form.citation_line(),
        form.maturity_line(),
        form.unit_line(*units),
    )


def paid_columns(
    form: Form, units: tuple[str, ...], kinds: Iterable[str], *, optional: bool
) -> tuple[TemplateColumn, ...]:
    """A column a kind, and their sum, which nobody has to state."""
    return (
        *(TemplateColumn(name, 18, _amount(form, units, optional=optional)) for name in kinds),
        form.column("total", 18, _amount(form, units, optional=True)),
    )


def _amount(form: Form, units: tuple[str, ...], *, optional: bool) -> Entry:
    """A whole number of cases; an amount may have decimals, for it may be in millions."""
    return form.number(optional=optional) if len(units) > 1 else form.count(optional=optional)
