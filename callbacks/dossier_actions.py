"""What the buttons of dossiers do: open the dialogue, and write what was decided in it."""

from collections.abc import Sequence
from functools import partial

from cakupan.domain.figures import Figure
from cakupan.domain.juries import JuryFact, Nominee
from cakupan.domain.records import Record
from cakupan.storage.loading import write_load
from cakupan.storage.queries.jury_facts import facts_of_nominee
from cakupan.storage.reading import scoped
from callbacks.buttons import Button
from callbacks.data_tools import DataTools
from callbacks.dialog import Decided, Write
from callbacks.dossier_edit import FAMILY, changed_only, dossier_figures, held
from callbacks.dossier_form import (
    Typed,
    Values,
    read_documents,
    read_nominee,
    read_scores,
    read_stage,
)
from callbacks.dossier_openings import opening
from callbacks.edit_checks import checked, told
from callbacks.edit_load import edit_load
from callbacks.edits import TURNS, turn
from callbacks.figures import Source
from callbacks.reading import Request
from etl.finding_codes import Code
from layouts.choices import parse
from layouts.dialog import LONGEST_CITATION, WHOLE, Faults
from layouts.page_ids.paritrana import DossierFieldId as Field
from layouts.paritrana import dossier_dialog
from layouts.paritrana.dossier_dialog import DOCUMENTS, NOMINATE, SCORES
from layouts.paritrana.dossier_words import DossierWords
from layouts.view import Changes


class Edit(Record, frozen=True):
    """A change that can be written: its figures, and what held and is to hold of each item."""

    nominee: Nominee
    figures: tuple[Figure, ...]
    before: Values
    after: Values


def open_dialog(
    pressed: Button, data: object, *, tools: DataTools, source: Source
) -> Changes | None:
    """The dialogue for the button pressed; None where what it stood beside is gone."""
    say = tools.say(data)
    choices = parse(Request.of(data).search, tools.reference).choices
    with source.figures() as figures:
        opened = opening(pressed, figures, choices, DossierWords(tools.reference, say))
    if opened is None:
        return None
    return dossier_dialog.open_for(opened, reference=tools.reference, words=say)


def decide(decided: Decided, *, tools: DataTools) -> Write | Faults:
    """What was decided, to be written; or what is wrong, field by field."""
    action = str(decided.intent["action"])
    if action in TURNS:
        return partial(turn, action, decided, tools, topic="berkas")
    if action == NOMINATE:
        typed = read_nominee(decided.typed, tools.reference, decided.say)
        nominee = typed.nominee
    else:
        nominee = Nominee.parse(str(decided.intent["nominee"]))
    facts = _facts(nominee, tools) if nominee else []
    if action != NOMINATE:
        typed = _typed(action, facts, decided, tools)
    faults = {**typed.faults, **_citation_faults(decided)}
    if faults or nominee is None:
        return faults
    if bool(facts) is (action == NOMINATE):
        key = "known" if facts else "gone"
        name = DossierWords(tools.reference, decided.say).called(nominee)
        return {WHOLE: decided.say(f"berkas.fault.{key}", name=name)}
    edit = _edit(nominee, typed, facts, decided, tools)
    return partial(_write, edit, decided, tools) if isinstance(edit, Edit) else edit


def _facts(nominee: Nominee, tools: DataTools) -> list[JuryFact]:
    with tools.reader.connect() as connection:
        return facts_of_nominee(scoped(connection), nominee)


def _typed(action: str, facts: Sequence[JuryFact], decided: Decided, tools: DataTools) -> Typed:
    if action == SCORES:
        judges = dict.fromkeys(fact.item.judge for fact in facts if fact.item.judge)
        return read_scores(decided.typed, judges, tools.reference, decided.say)
    if action == DOCUMENTS:
        return read_documents(decided.typed, tools.reference, decided.say)
    return read_stage(decided.typed, decided.say)


def _citation_faults(decided: Decided) -> dict[str, str]:
    if len(decided.typed[Field.CITATION]) <= LONGEST_CITATION:
        return {}
    return {Field.CITATION: decided.say("berkas.fault.citation_long", most=LONGEST_CITATION)}


def _edit(
    nominee: Nominee, typed: Typed, facts: Sequence[JuryFact], decided: Decided, tools: DataTools
) -> Edit | Faults:
    """The change as figures, that have gone through the checks of a file."""
    before = held(facts)
    values = changed_only(typed.values, before)
    if not values:
        return {WHOLE: decided.say("berkas.fault.same")}
    citation = " ".join(decided.typed[Field.CITATION].split())
    figures = dossier_figures(
        nominee, values, facts, citation=citation or decided.say("berkas.uncited")
    )
    found = checked(figures, tools.reader, tools.reference.directory)
    # Whose dossier was opened is known, be it as a sample alone.
    stops = [one for one in found.stops if one.code != Code.NOMINEE_UNKNOWN]
    if stops:
        return {WHOLE: told(stops, decided.say)}
    return Edit(nominee, figures, {item: before.get(item) for item in values}, values)


def _write(edit: Edit, decided: Decided, tools: DataTools) -> str:
    wording, at = DossierWords(tools.reference, decided.say), tools.clock()
    load = edit_load(
        edit.figures,
        name=wording.file_name(edit.nominee, edit.before, edit.after),
        family=FAMILY,
        by=decided.who,
        at=at,
    )
    write_load(tools.writer, load, edit.figures)
    return wording.done(edit.nominee, edit.before, edit.after)
