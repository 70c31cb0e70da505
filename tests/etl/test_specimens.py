"""Every folder of specimens/ is a test: a sheet, and the figures and findings it must give.

A specimen is a csv as it would arrive, or workbook.json ({file, sheets}) that becomes an xlsx;
``answers`` in it are given to its questions, ``earlier`` ones were remembered of a file before.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.measures import Measure
from cakupan.domain.questions import Question
from cakupan.domain.reference import Reference
from etl.answers import remember
from etl.dry_run import DryRun, dry_run
from etl.families import Families, read_families
from etl.finding_codes import Code

SPECIMENS = sorted(path for path in (Path(__file__).parent / "specimens").iterdir())
EXPECTED = "expected.json"
SOURCES = Path(__file__).resolve().parents[2] / "data" / "reference" / "sources"


def text_of_figure(figure: Figure) -> str:
    """One line a figure: what it is, its value, and where it stands."""
    key = figure.key
    parts = [
        key.region_code,
        key.measure.value,
        key.period.text,
        key.segment.value,
        "+".join(part for part in (key.programme, key.group) if part) or "-",
        key.basis.value or "-",
        f"{figure.value:f} ±{figure.rounding_unit:f} {figure.unit.value}",
        figure.maturity.value,
        f"[{key.publisher}]",
        f"{figure.sheet}!{figure.cell}",
    ]
    return " ".join(parts)


def text_of_finding(finding: Finding) -> str:
    place = f"{finding.sheet or '-'}!{finding.cell or '-'}"
    return f"{finding.severity.value} {finding.code} {place} {finding.value or '-'}"


def text_of_question(question: Question) -> str:
    """Its id and the answers that are offered."""
    offered = [choice.value for choice in question.choices]
    every = {measure.value for measure in Measure}
    shown = "every measure" if every <= set(offered) else offered
    needed = "needed" if question.needed else "optional"
    return f"{needed} {question.id} {question.sheet} {shown}"


def outcome(run: DryRun) -> dict[str, Any]:
    return {
        "status": run.status.value,
        "family": run.family,
        "figures": [text_of_figure(figure) for figure in run.figures],
        "findings": [text_of_finding(finding) for finding in run.findings],
        **(
            {"questions": [text_of_question(one) for one in run.questions]} if run.questions else {}
        ),
    }


@pytest.mark.parametrize("folder", SPECIMENS, ids=lambda folder: folder.name)
def test_a_specimen_gives_its_figures_and_findings(
    folder: Path,
    write_book: Callable[..., Path],
    tmp_path: Path,
    reference: Reference,
    families: Families,
) -> None:
    (path,) = (one for one in folder.iterdir() if one.name != EXPECTED)
    book: dict[str, Any] = {}
    if path.suffix == ".json":
        book = json.loads(path.read_text(encoding="utf-8"))
        path = write_book(book["file"], book["sheets"])
    if "earlier" in book:
        before = dry_run(path, reference, families, None, answers=book["earlier"])
        remember(before.learned, tmp_path / "families")
        families = read_families(SOURCES, tmp_path / "families")
    expected = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
    run = dry_run(path, reference, families, None, answers=book.get("answers"))
    assert outcome(run) == expected


def test_every_code_is_shown_by_a_specimen_or_a_test() -> None:
    shown = {
        finding.split()[1]
        for folder in SPECIMENS
        for finding in json.loads((folder / EXPECTED).read_text(encoding="utf-8"))["findings"]
    }
    tests = "".join(
        path.read_text(encoding="utf-8") for path in Path(__file__).parent.rglob("*.py")
    )
    unshown = {code for code in Code if code.value not in shown}
    # What only shows beside figures that are current needs a database, and a test of its own.
    assert not [one for one in unshown if f'"{one.value}"' not in tests and one.name not in tests]
