"""A sheet checked with the answers of a person."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from cakupan.domain.findings import Severity
from cakupan.domain.reference import Reference
from etl.dry_run import DryRun, dry_run
from etl.families import Families

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
SAID = [["Ukuran", "Peserta aktif"], ["Penerbit", "BPS"]]
Rows = list[list[object]]
Check = Callable[..., DryRun]


@pytest.fixture
def check(
    engine: Engine,
    reference: Reference,
    families: Families,
    write_book: Callable[[str, Mapping[str, Rows]], Path],
) -> Check:
    def run(
        rows: Rows,
        answers: Mapping[str, str] | None = None,
        *,
        said: Rows = SAID,
        families: Families = families,
    ) -> DryRun:
        path = write_book("b.xlsx", {"S": [*said, *rows]})
        with engine.connect() as connection:
            return dry_run(path, reference, families, connection, answers=answers)

    return run


def values(run: DryRun) -> dict[str, str]:
    return {one.key.region_code: f"{one.value:f}" for one in run.figures}


def offered(run: DryRun) -> dict[str, list[str]]:
    return {one.id: [choice.value for choice in one.choices] for one in run.questions}


def codes(run: DryRun, severity: Severity) -> list[str]:
    return [one.code for one in run.findings if one.severity is severity]
