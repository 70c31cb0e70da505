"""The sample's nominees with stages, documents and scores of three judges. All of it invented.

Judges are labels: nobody's score is anybody's.
"""

from collections.abc import Iterator, Sequence
from zlib import crc32

from cakupan.domain.awards import Stage
from cakupan.domain.juries import HIGHEST, State
from cakupan.domain.reference import Reference, Term
from cakupan.domain.sheets import Cell, SampleBook
from etl.samples.facts import NomineeChoice
from etl.samples.wording import Wording

AWARD_YEAR = 2025
JUDGES = ("Juri 1", "Juri 2", "Juri 3")
# The second judge is a little stricter than the others.
_LEANING = {"Juri 1": 1, "Juri 2": -3, "Juri 3": 0}
_PASSES_DOCUMENTS, _GOES_TO_THE_NATION = 60, 84
_SPREAD = 7
_STAGES = {
    Stage.VERIFICATION: "verifikasi",
    Stage.DOCUMENTS: "penilaian dokumen",
    Stage.INTERVIEW: "wawancara",
    Stage.PROVINCE: "tingkat provinsi",
    Stage.NATION: "tingkat nasional",
}
_Row = tuple[Cell, ...]


def juries_book(
    nominees: Sequence[NomineeChoice], reference: Reference, wording: Wording
) -> SampleBook:
    """Three sheets; the rows of a nominee stand together."""
    criteria = [Term(one.id, one.name_id, one.name_en) for one in reference.scored_criteria]
    named = {one: _named(one, reference) for one in nominees}
    sheets = {
        "nominees": [(*named[one], *row) for one in nominees for row in _stages(one)],
        "documents": [
            (*named[one], *row) for one in nominees for row in _documents(one, reference)
        ],
        "scores": [(*named[one], *row) for one in nominees for row in _scores(one, criteria)],
    }
    return wording.book(
        "juries", *(wording.sheet(name, rows, sample=True) for name, rows in sheets.items())
    )


def _named(one: NomineeChoice, reference: Reference) -> _Row:
    categories = {term.id: term.name_id for term in reference.award_categories}
    region = reference.directory[one.code].name
    return (one.code, region, categories[one.category], one.name or None, AWARD_YEAR)


def _stages(one: NomineeChoice) -> Iterator[_Row]:
    """Strong nominees went on from stage to stage, weak ones did not pass the documents."""
    passed = one.strength >= _PASSES_DOCUMENTS
    yield _STAGES[Stage.VERIFICATION], int(State.DONE)
    yield _STAGES[Stage.DOCUMENTS], int(State.DONE if passed else State.NO)
    if not passed:
        return
    best = one.strength >= _GOES_TO_THE_NATION
    yield _STAGES[Stage.INTERVIEW], int(State.DONE if best else State.UNDER_WAY)
    if best:
        yield _STAGES[Stage.PROVINCE], int(State.DONE)
        yield _STAGES[Stage.NATION], int(State.UNDER_WAY)


def _documents(one: NomineeChoice, reference: Reference) -> Iterator[_Row]:
    for document in reference.award_documents:
        lacking = _noise(one, document.id, 100) > one.strength
        received = _noise(one, document.id, 5) == 0
        state = State.NO if lacking else State.UNDER_WAY if received else State.DONE
        yield document.name_id, int(state)


def _scores(one: NomineeChoice, criteria: Sequence[Term]) -> Iterator[_Row]:
    stages = [Stage.DOCUMENTS]
    if one.strength >= _PASSES_DOCUMENTS:
        stages.append(Stage.INTERVIEW)
    for stage in stages:
        for criterion in criteria:
            for judge in JUDGES:
                word = f"{stage} {criterion.id}"
                score = one.strength + _LEANING[judge] + _noise(one, word, 2 * _SPREAD) - _SPREAD
                score += _noise(one, f"{word} {judge}", _SPREAD) - _SPREAD // 2
                row = (_STAGES[stage], criterion.name_id, judge)
                yield (*row, max(0, min(HIGHEST, score)))


def _noise(one: NomineeChoice, word: str, below: int) -> int:
    """A number from 0 up that is the same on every machine."""
    return crc32(f"{one.code} {one.name} {one.category} {word}".encode()) % below
