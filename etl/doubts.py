"""Doubts: findings about single places that a person can rule on, and what their rulings change.

What a table leaves unsaid is asked elsewhere; here the file says something, and it may be wrong.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from cakupan.domain.figure_columns import Figures
from cakupan.domain.findings import Finding, Severity
from cakupan.domain.measures import Measure
from cakupan.domain.questions import Choice, Question
from cakupan.domain.records import Record, replace
from cakupan.domain.regions import RegionDirectory
from cakupan.texts.number_format import MISSING
from etl.checks.lines import name_of
from etl.finding_codes import Code, found
from etl.number_text import DecimalSign
from etl.rulings import LEFT_OUT, RIGHT, TO_MEND, place_id, ruling

# More questions of one kind about one sheet are put as one.
_MOST_OF_A_KIND = 5
_MOST_UNKNOWN = 8
_TOGETHER = frozenset({Code.DIGITS_SLIPPED, Code.NUMBER_AMBIGUOUS})
_OF_FIGURES = frozenset({Code.DIGITS_SLIPPED, Code.UNIT_DIFFERS})
# What a question of several numbers says of them is said of the first.
_WAYS = "ways"


class Settled(Record, frozen=True):
    """Findings and figures after the rulings; ``accepted`` are the doubts ruled to be right."""

    findings: tuple[Finding, ...]
    figures: Figures
    accepted: tuple[Finding, ...] = ()


def doubts(findings: Iterable[Finding], directory: RegionDirectory) -> tuple[Question, ...]:
    """A question for each place that findings ask about, or one for all where they are many."""
    asked: dict[tuple[str, str], dict[str, list[Finding]]] = {}
    for one in findings:
        if one.sheet is not None and one.code in ANSWERABLE and _is_open(one):
            place = str(one.details.get("at") or one.cell)
            places = asked.setdefault((one.code, one.sheet), {})
            places.setdefault(place, []).append(one)
    questions: list[Question] = []
    for (code, sheet), places in asked.items():
        if code == Code.REGION_UNKNOWN and len(places) > _MOST_UNKNOWN:
            # So many are no typing errors: another column, or another list of regions.
            continue
        alike = len({str(group[0].details.get(_WAYS)) for group in places.values()}) == 1
        if code in _TOGETHER and len(places) > _MOST_OF_A_KIND and alike:
            together = [one for group in places.values() for one in group]
            questions.append(_question(code, sheet, None, together, directory))
        else:
            questions += (
                _question(code, sheet, place, group, directory) for place, group in places.items()
            )
    return tuple(questions)


def _is_open(finding: Finding) -> bool:
    """Whether an answer would change anything: what is refused for its name can be named."""
    if finding.code == Code.REGION_UNKNOWN:
        return finding.severity is Severity.REFUSES and "at" in finding.details
    return finding.severity is Severity.ASKS


def misunderstood(questions: Iterable[Question], answers: Mapping[str, str]) -> Iterator[Finding]:
    """Rulings that rule nothing: their question is still there."""
    for question in questions:
        if answers.get(question.id, "").strip():
            yield found(Code.ANSWER_UNREADABLE, value=answers[question.id], question=question.id)


def settle(findings: Iterable[Finding], figures: Figures, answers: Mapping[str, str]) -> Settled:
    """Doubts about figures as they were ruled on: accepted, left out, or to be mended first."""
    settled: list[Finding] = []
    accepted: list[Finding] = []
    without: list[Finding] = []
    for one in findings:
        said = ""
        if one.code in _OF_FIGURES and one.sheet is not None:
            said = ruling(answers, one.code, one.sheet, one.cell)
        if said == RIGHT:
            accepted.append(one)
            settled.append(_accepted(one))
        elif said == LEFT_OUT:
            without.append(one)
            settled.append(_left_out(one))
        else:
            settled.append(replace(one, severity=Severity.REFUSES) if said == TO_MEND else one)
    gone = meant(without, figures)
    left = figures
    if gone:
        left = Figures.of(one for place, one in enumerate(figures) if place not in gone)
    return Settled(tuple(settled), left, tuple(accepted))


def meant(findings: Iterable[Finding], figures: Figures) -> frozenset[int]:
    """Positions of what doubts are about: one figure, or all of a measure whose unit differs."""
    listed = list(findings)
    cells = {(one.sheet, one.cell) for one in listed if one.code == Code.DIGITS_SLIPPED}
    measures = {one.details["measure"] for one in listed if one.code == Code.UNIT_DIFFERS}
    if not cells and not measures:
        return frozenset()
    whole = [name_of(shared.subject) in measures for shared in figures.shared]
    return frozenset(
        place
        for place, kind in enumerate(figures.kinds)
        if whole[kind] or (figures.shared[kind].sheet, figures.cells[place]) in cells
    )


def _accepted(doubt: Finding) -> Finding:
    said = {name: doubt.details[name] for name in ("measure", "region", "count")}
    code = Code.NUMBER_ACCEPTED
    return found(code, sheet=doubt.sheet, cell=doubt.cell, value=doubt.value, **said)


def _left_out(doubt: Finding) -> Finding:
    """One number, or all of a column whose unit differs."""
    whole = doubt.code == Code.UNIT_DIFFERS
    code = Code.MEASURE_LEFT_OUT if whole else Code.CELL_LEFT_OUT
    said = {name: doubt.details[name] for name in ("measure",) if whole}
    return found(code, sheet=doubt.sheet, cell=doubt.cell, value=doubt.value, **said)


def _question(
    code: str,
    sheet: str,
    place: str | None,
    group: Sequence[Finding],
    directory: RegionDirectory,
) -> Question:
    first = group[0]
    words: dict[str, str | int] = {
        "row": first.details.get("row") or MISSING,
        "cell": place or first.cell or "",
        "value": first.value or "",
        "places": len(group),
    }
    return Question(
        id=place_id(code, sheet, place),
        key=f"questions.{code}" if place else f"questions.{code}-all",
        sheet=sheet,
        choices=tuple(ANSWERABLE[code](first, directory)),
        open=code == Code.REGION_UNKNOWN,
        details={**first.details, **words},
    )


def _regions(finding: Finding, directory: RegionDirectory) -> Iterator[Choice]:
    for code in str(finding.details["codes"]).split():
        yield Choice(code, text=f"{code} {directory[code].name}")
    yield Choice(LEFT_OUT, key="questions.rulings.row")


def _ways(finding: Finding, _directory: RegionDirectory) -> Iterator[Choice]:
    # What a sign says in one text, the other says in another: "1.234" and "1,234".
    mark = "_dot" if "." in (finding.value or "") else "_comma"
    for way in str(finding.details[_WAYS]).split():
        by_sign = way in (DecimalSign.COMMA, DecimalSign.POINT)
        yield Choice(way, key=f"questions.rulings.{way}{mark if by_sign else ''}")
    yield Choice(LEFT_OUT, key="questions.rulings.numbers")


def _measures(_finding: Finding, _directory: RegionDirectory) -> Iterator[Choice]:
    for measure in Measure:
        yield Choice(measure.value, key=f"ringkasan.measure.{measure.value}")
    yield Choice(LEFT_OUT, key="questions.rulings.row")


def _right(_finding: Finding, _directory: RegionDirectory) -> Iterator[Choice]:
    for said in (RIGHT, LEFT_OUT, TO_MEND):
        yield Choice(said, key=f"questions.rulings.{said}")


ANSWERABLE: Mapping[str, Callable[[Finding, RegionDirectory], Iterator[Choice]]] = {
    Code.REGION_AMBIGUOUS: _regions,
    Code.REGION_UNKNOWN: _regions,
    Code.NUMBER_AMBIGUOUS: _ways,
    Code.MEASURE_UNKNOWN: _measures,
    Code.DIGITS_SLIPPED: _right,
    Code.UNIT_DIFFERS: _right,
}
