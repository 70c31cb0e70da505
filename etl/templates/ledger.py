"""The form for the programme ledger: whose contributions are paid, by whom, for how long."""

from cakupan.domain.templates import TemplateBook
from etl.templates.form import Form
from etl.templates.instructions import template_book
from etl.templates.listing import Field, explain_fields, list_sheet

# Invented, and seen on the instructions only.
_WORKERS, _MONTHS, _CONTRIBUTION = 1_250, 12, 16_800


def ledger_book(form: Form) -> TemplateBook:
    """A row a programme and round."""
    reference, text = form.reference, form.text
    fields = (
        Field("region", 32, form.regions(), form.parts[0].name),
        Field(
            "worker_group",
            28,
            form.offer(reference.worker_groups, hint="group", optional=True),
            reference.worker_groups[0].name_id,
        ),
        Field("payer", 24, form.offer(reference.payers, hint="payer"), reference.payers[1].name_id),
        Field("start", 14, form.words("start"), text("example.start")),
        Field("workers", 22, form.count(least=1), _WORKERS),
        Field("months", 14, form.count(least=1), _MONTHS),
        Field("contribution", 22, form.number("contribution"), _CONTRIBUTION),
        Field("legal_basis", 36, form.words("legal_basis"), text("example.legal_basis")),
        Field("note", 28, form.words(optional=True)),
    )
    lines = (form.title_line("ledger"), form.publisher_line("pemda"), form.maturity_line())
    sheet = list_sheet(form, "ledger", lines, fields)
    return template_book(form, "ledger", [sheet], explain_fields(form, fields))
