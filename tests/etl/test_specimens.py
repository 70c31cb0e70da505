"""Every folder of specimens/ is a test: a sheet, and the figures and findings it must give.

A specimen is a csv as it would arrive, or workbook.json ({file, sheets}) that becomes an xlsx.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cakupan.domain.figures import Figure
from cakupan.domain.findings import Finding
from cakupan.domain.reference import Reference
from etl.dry_run import DryRun, dry_run
from etl.families import Families
from etl.finding_codes import Code

SPECIMENS = sorted(path for path in (Path(__file__).parent / "specimens").iterdir())
EXPECTED = "expected.json"


def text_of_figure(figure: Figure) -> str:
    """One line a figure: what it is, its value, and where it stands."""
    key = figure.key
    parts = [
        key.region_code,
        key.measure.value,
        key.period.text,
        key.segment.value,
        key.group or "-",
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


def outcome(run: DryRun) -> dict[str, Any]:
    return {
        "status": run.status.value,
        "family": run.family,
        "figures": [text_of_figure(figure) for figure in run.figures],
        "findings": [text_of_finding(finding) for finding in run.findings],
    }


@pytest.mark.parametrize("folder", SPECIMENS, ids=lambda folder: folder.name)
def test_a_specimen_gives_its_figures_and_findings(
    folder: Path,
    write_book: Callable[..., Path],
    reference: Reference,
    families: Families,
) -> None:
    (path,) = (one for one in folder.iterdir() if one.name != EXPECTED)
    if path.suffix == ".json":
        book = json.loads(path.read_text(encoding="utf-8"))
        path = write_book(book["file"], book["sheets"])
    expected = json.loads((folder / EXPECTED).read_text(encoding="utf-8"))
    assert outcome(dry_run(path, reference, families, None)) == expected


def test_every_code_is_shown_by_a_specimen() -> None:
    shown = {
        finding.split()[1]
        for folder in SPECIMENS
        for finding in json.loads((folder / EXPECTED).read_text(encoding="utf-8"))["findings"]
    }
    assert {code.value for code in Code} <= shown
