"""The kinds of events: each is recorded somewhere, named in both languages and told in the docs."""

import re
from pathlib import Path

from cakupan.domain.audit import AuditKind, AuditWanted
from cakupan.domain.language import Language
from cakupan.texts import words

ROOT = Path(__file__).resolve().parents[2]


def test_the_docs_list_every_kind_and_no_other() -> None:
    text = (ROOT / "docs" / "audit.md").read_text("utf-8")
    told = re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)
    assert told == list(dict.fromkeys(told))
    assert set(told) == {kind.value for kind in AuditKind}
    assert len(told) >= 25


def test_every_kind_is_recorded_somewhere() -> None:
    rooms = ("cakupan/storage", "cakupan/commands", "callbacks", "routes")
    text = "".join(
        path.read_text("utf-8") for room in rooms for path in (ROOT / room).rglob("*.py")
    )
    named = set(re.findall(r"AuditKind\.([A-Z_]+)", text))
    assert {kind.name for kind in AuditKind} - named == set()


def test_every_kind_has_a_name_of_its_own_in_both_languages() -> None:
    for language in Language:
        names = [words(language)(f"audit.kind.{kind.value}") for kind in AuditKind]
        assert len(set(names)) == len(names)


def test_a_line_is_about_the_provinces_it_names() -> None:
    asked = AuditWanted(province="36")
    assert asked.is_about({"regions": "17 36"})
    assert asked.is_about({"region": "36.03"})
    assert asked.is_about({"scope": "36 61"})
    assert not asked.is_about({"regions": "61", "file": "36.xlsx", "load": 36})
    assert AuditWanted().is_about({})
