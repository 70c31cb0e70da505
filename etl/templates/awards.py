"""The form for awards: one winner a row, by category and place."""

from cakupan.domain.templates import TemplateBook
from etl.templates.form import Form
from etl.templates.instructions import template_book
from etl.templates.listing import Field, explain_fields, list_sheet


def awards_book(form: Form) -> TemplateBook:
    """Where the winner is not the region itself, the name says who is."""
    reference, text = form.reference, form.text
    categories = reference.award_categories
    fields = (
        Field("region", 32, form.regions(), form.parts[0].name),
        Field("category", 30, form.offer(categories, hint="category"), categories[1].name_id),
        Field("award_place", 22, form.count(least=1), 1),
        Field("winner", 32, form.words("winner", optional=True), text("example.winner")),
        Field("award_year", 18, form.count(least=2000), form.year),
        Field("assessed_year", 18, form.count(least=2000, optional=True), form.year - 1),
        Field("citation", 40, form.words("citation"), text("example.citation")),
        Field("note", 28, form.words(optional=True)),
    )
    lines = (form.title_line("awards"), form.publisher_line("pemda"), form.maturity_line())
    sheet = list_sheet(form, "awards", lines, fields)
    return template_book(form, "awards", [sheet], explain_fields(form, fields))
