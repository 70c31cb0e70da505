"""The bill of materials holds what is installed, and an audit that was not done is never green."""

import json
from importlib.metadata import version
from pathlib import Path

import pytest

from supply.__main__ import tell
from supply.advisories import Asked, read
from supply.materials import bill
from supply.parts import Part, parts

ROOT = Path(__file__).resolve().parent.parent
FOUND = [Part("a", "1", "MIT")]


def test_the_bill_holds_every_pinned_package_and_what_it_needs() -> None:
    found = parts(ROOT / "requirements.txt")
    names = {part.name for part in found}
    lines = (ROOT / "requirements.txt").read_text().splitlines()
    pinned = {line.partition("==")[0].partition("[")[0] for line in lines if "==" in line}
    assert len(pinned) > 15
    assert pinned <= names
    assert {"flask", "werkzeug", "jinja2", "numpy"} <= names
    assert names.isdisjoint({"pytest", "ruff", "pip-audit", "mypy"})
    assert all(part.version == version(part.name) for part in found)
    document = json.loads(bill(found, product="cakupan", version="1"))
    assert [one["purl"] for one in document["components"]] == [part.purl for part in found]
    assert bill(found, product="cakupan", version="1") == bill(
        found, product="cakupan", version="1"
    )


SOUND = {"name": "a", "version": "1", "vulns": []}
FAULTY = {"name": "b", "version": "1", "vulns": [{"id": "PYSEC-1", "fix_versions": ["2"]}]}
UNKNOWN = {"name": "c", "skip_reason": "not found"}


@pytest.mark.parametrize(
    ("told", "code", "said"),
    [
        ([SOUND], 0, "Audited 1, skipped 0, known: 0."),
        ([SOUND, UNKNOWN], 2, "Audited 1, skipped 1, known: 0."),
        ([SOUND, FAULTY], 1, "b 1: PYSEC-1, mended in 2"),
        ([UNKNOWN], 2, "NOT DONE: 0 audited, 1 skipped: no advisory service knew any of them"),
        (None, 2, "NOT DONE: 0 audited, 1 skipped: no advisory service answered (refused)"),
    ],
)
def test_what_was_learnt_is_told_and_decides(
    told: list | None, code: int, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = json.dumps({"dependencies": told}) if told else ""
    assert tell(FOUND, read(answer, "x\nrefused\n")) == code
    assert said in capsys.readouterr().out


def test_a_service_that_does_not_answer_in_time_is_not_done() -> None:
    assert tell(FOUND, Asked(not_done="no advisory service answered within 300 s")) == 2
