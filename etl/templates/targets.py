"""The form for targets of coverage: one target a row, with its base and its source."""

from decimal import Decimal

from cakupan.domain.measures import Maturity
from cakupan.domain.templates import TemplateBook
from etl.templates.form import Form
from etl.templates.instructions import template_book
from etl.templates.listing import Field, explain_fields, list_sheet

_MATURITIES = (Maturity.FINAL, Maturity.PROVISIONAL, Maturity.RETIRED)
# Invented, and seen on the instructions only.
_EXAMPLE = Decimal("57.5")


def targets_book(form: Form) -> TemplateBook:
    """A target without a year has the day it was stated on."""
    reference, text = form.reference, form.text
    frameworks = [one.name_id for one in reference.frameworks]
    bases = [one.name_id for one in reference.denominators]
    fields = (
        Field("region", 32, form.regions(), form.parts[0].name),
        Field("framework", 20, form.one_of(frameworks, hint="framework"), frameworks[0]),
        Field("target_year", 14, form.count(least=2000, optional=True), form.year + 5),
        Field("stated", 20, form.words("stated", optional=True), text("example.stated")),
        Field("target", 20, form.number("target"), _EXAMPLE),
        Field("base", 26, form.one_of(bases, hint="base"), bases[0]),
        Field("citation", 40, form.words("target_citation"), text("example.target_citation")),
        Field(
            "maturity",
            17,
            form.choice("maturity", _MATURITIES, hint="target_maturity", optional=True),
        ),
        Field("note", 28, form.words(optional=True)),
    )
    lines = (form.title_line("targets"), form.publisher_line("pemda"))
    sheet = list_sheet(form, "targets", lines, fields)
    return template_book(form, "targets", [sheet], explain_fields(form, fields))
