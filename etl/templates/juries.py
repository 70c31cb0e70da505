"""The form for what a jury writes down: nominees and their stages, documents, scores."""

from collections.abc import Sequence
from decimal import Decimal

from cakupan.domain.awards import Stage
from cakupan.domain.juries import State
from cakupan.domain.templates import Entry, EntryKind, TemplateBook
from etl.templates.form import Form
from etl.templates.instructions import explain, letter, template_book
from etl.templates.listing import Field, explain_fields, list_sheet

_STATE_OF_STAGE = 5
_SCALES = ("score_100", "score_10", "score_5")
# Invented, and seen on the instructions only.
_EXAMPLE = Decimal("82.5")


def juries_book(form: Form) -> TemplateBook:
    """A row a nominee and stage, a row a document, a row a score."""
    title = (form.publisher_line("pemda"), form.maturity_line())
    scale = (form.maturity_line(), form.unit_line(*_SCALES))
    nominees, documents, scores = _nominees(form), _documents(form), _scores(form)
    sheets = [
        list_sheet(form, "nominees", (form.title_line("nominees"), *title), nominees),
        list_sheet(form, "documents", (form.title_line("documents"), *title), documents),
        list_sheet(form, "scores", (form.title_line("scores"), *scale), scores),
    ]
    explained = explain_fields(form, scores)
    # What only the other sheets have.
    explained += [
        explain(
            form,
            f"{form.text(f'sheet.{sheet}')} {letter(place)}",
            form.text(f"column.{fields[place].name}"),
            meaning=fields[place].name,
            example=fields[place].example,
        )
        for sheet, fields, place in (
            ("nominees", nominees, _STATE_OF_STAGE),
            ("documents", documents, _STATE_OF_STAGE - 1),
            ("documents", documents, _STATE_OF_STAGE),
        )
    ]
    return template_book(form, "juries", sheets, explained)


def _nominees(form: Form) -> tuple[Field, ...]:
    return (
        *_nominee(form),
        _stage(form),
        Field("stage_state", 16, _states(form, "stage_state"), int(State.UNDER_WAY)),
        *_notes(form),
    )


def _documents(form: Form) -> tuple[Field, ...]:
    documents = form.reference.award_documents
    names = [one.name_id for one in documents]
    return (
        *_nominee(form),
        Field("document", 40, form.one_of(names, hint="document"), names[0]),
        Field("document_state", 18, _states(form, "document_state"), int(State.DONE)),
        *_notes(form),
    )


def _scores(form: Form) -> tuple[Field, ...]:
    names = [one.name_id for one in form.scored]
    return (
        *_nominee(form),
        _stage(form),
        Field("criterion", 28, form.one_of(names, hint="criterion"), names[0]),
        Field("judge", 14, form.words("judge"), form.text("example.judge")),
        Field("score", 14, form.number("score"), _EXAMPLE),
        *_notes(form),
    )


def _nominee(form: Form) -> Sequence[Field]:
    categories = form.reference.award_categories
    return (
        Field("region", 32, form.regions(), form.parts[0].name),
        Field("category", 30, form.offer(categories, hint="category"), categories[1].name_id),
        Field("nominee", 30, form.words("nominee", optional=True), form.text("example.winner")),
        Field("award_year", 18, form.count(least=2000), form.year),
    )


def _stage(form: Form) -> Field:
    example = form.text(f"stage.{Stage.INTERVIEW}")
    return Field("stage", 22, form.choice("stage", Stage, hint="stage"), example)


def _states(form: Form, hint: str) -> Entry:
    """0, 1 or 2 as a number."""
    return Entry(
        EntryKind.COUNT,
        hint=form.text(f"hint.{hint}"),
        complaint=form.text("complaint.count"),
    )


def _notes(form: Form) -> Sequence[Field]:
    return (
        Field("citation", 34, form.words("citation"), form.text("example.citation")),
        Field("note", 28, form.words(optional=True)),
    )
