"""What was typed into the form of a dossier: understood, or told field by field."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from cakupan.domain.awards import Stage
from cakupan.domain.juries import HIGHEST, JuryItem, Nominee, State
from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.texts import Words
from callbacks.ledger_form import FIRST_YEAR, LAST_YEAR, read_whole
from etl.number_text import DecimalSign, read_number
from layouts.dialog import Faults
from layouts.page_ids.paritrana import DossierFieldId as Field
from layouts.paritrana.dossier_dialog import DOCUMENTS, SCORES, UNSAID, numbered

Values = dict[JuryItem, Decimal | None]
_TAKEN_BACK = {"-", "–", "−"}
_MOST_PLACES = -2


class Typed(Record, frozen=True):
    """What is to hold of items of a nominee, or what has to be mended first, field by field."""

    values: Values
    faults: Faults
    nominee: Nominee | None = None


def read_nominee(typed: Mapping[str, str], reference: Reference, say: Words) -> Typed:
    """Who is nominated, at which stage."""
    faults: dict[str, str] = {}
    if typed[Field.REGION] not in {region.code for region in reference.directory}:
        faults[Field.REGION] = say("berkas.fault.region")
    if typed[Field.CATEGORY] not in {one.id for one in reference.award_categories}:
        faults[Field.CATEGORY] = say("berkas.fault.category")
    year = read_whole(typed[Field.YEAR], least=FIRST_YEAR, most=LAST_YEAR, language=say.language)
    if year is None:
        faults[Field.YEAR] = say("berkas.fault.year", least=FIRST_YEAR, most=LAST_YEAR)
    if typed[Field.STAGE] not in set(Stage):
        faults[Field.STAGE] = say("berkas.fault.stage")
    body = " ".join(typed[Field.BODY].replace("|", " ").split())
    item = JuryItem(Measure.AWARD_STAGE, stage=typed[Field.STAGE])
    nominee = None
    if year is not None and not faults:
        nominee = Nominee(year, typed[Field.CATEGORY], typed[Field.REGION], body)
    return Typed({item: Decimal(int(State.UNDER_WAY))}, faults, nominee)


def read_scores(
    typed: Mapping[str, str], judges: Iterable[str], reference: Reference, say: Words
) -> Typed:
    """Scores of one judge in one stage: what is left empty stays as it is, a dash takes it back."""
    faults: dict[str, str] = {}
    judge = _known_spelling(typed[Field.JUDGE], judges)
    if not judge:
        faults[Field.JUDGE] = say("berkas.fault.judge")
    if typed[Field.STAGE] not in set(Stage):
        faults[Field.STAGE] = say("berkas.fault.stage")
    values: Values = {}
    for field, (criterion, _) in numbered(reference, SCORES, say).items():
        text, score = typed[field], read_score(typed[field], say.language)
        if text and score is None and text not in _TAKEN_BACK:
            faults[field] = say("berkas.fault.score", value=text, most=HIGHEST)
        if text:
            item = JuryItem(Measure.AWARD_SCORE, criterion, typed[Field.STAGE], judge)
            values[item] = score
    if not values and not faults:
        faults = dict.fromkeys(numbered(reference, SCORES, say), say("berkas.fault.no_score"))
    return Typed(values, faults)


def read_score(text: str, language: Language) -> Decimal | None:
    """82.5 for "82,5" in Indonesian; None for what is no number from 0 to 100, or too fine."""
    sign = DecimalSign.COMMA if language is Language.ID else DecimalSign.POINT
    read = read_number(text, sign=sign)
    if read.value is None or read.is_percent or not 0 <= read.value <= HIGHEST:
        return None
    too_fine = read.value != round(read.value, -_MOST_PLACES)
    return None if too_fine else read.value


def read_documents(typed: Mapping[str, str], reference: Reference, say: Words) -> Typed:
    """The state of each document of the list; one that nobody speaks of is taken back."""
    known = {UNSAID: None, **{str(int(state)): Decimal(int(state)) for state in State}}
    chosen = numbered(reference, DOCUMENTS, say)
    odd = [field for field in chosen if typed[field] not in known]
    faults: dict[str, str] = dict.fromkeys(odd, say("berkas.fault.state"))
    values = {
        JuryItem(Measure.AWARD_DOCUMENT, document): known.get(typed[field])
        for field, (document, _) in chosen.items()
    }
    return Typed(values, faults)


def read_stage(typed: Mapping[str, str], say: Words) -> Typed:
    """How a nominee stands at one stage."""
    faults: dict[str, str] = {}
    if typed[Field.STAGE] not in set(Stage):
        faults[Field.STAGE] = say("berkas.fault.stage")
    if typed[Field.STATE] not in {str(int(state)) for state in State}:
        faults[Field.STATE] = say("berkas.fault.state")
    item = JuryItem(Measure.AWARD_STAGE, stage=typed[Field.STAGE])
    return Typed({} if faults else {item: Decimal(typed[Field.STATE])}, faults)


def _known_spelling(typed: str, judges: Iterable[str]) -> str:
    """A judge's name as it was written before, whatever the capitals."""
    name = " ".join(typed.split())
    return next((one for one in judges if one.casefold() == name.casefold()), name)
