"""What the documents say is there, is there."""

import re
from pathlib import Path

import pytest

from cakupan.settings import Settings, SettingsError

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_inside_the_project_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", path.read_text(encoding="utf-8")):
        if not target.startswith("http"):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_every_setting_is_documented_and_every_documented_setting_is_read() -> None:
    documented = set(re.findall(r"`(CAKUPAN_[A-Z_]+)`", (ROOT / "docs/running.md").read_text()))
    sources = [
        *ROOT.glob("*.py"),
        *(ROOT / "tests").rglob("*.py"),
        *(path for room in ("cakupan", "etl", "routes") for path in (ROOT / room).rglob("*.py")),
    ]
    read = {
        name
        for path in sources
        for name in re.findall(r"\bCAKUPAN_[A-Z_]+\b", path.read_text(encoding="utf-8"))
        if name != "CAKUPAN_"
    }
    assert documented == read


def test_every_target_of_make_is_said_in_one_line() -> None:
    text = (ROOT / "Makefile").read_text()
    phony = re.search(r"^\.PHONY: (.*)$", text, re.MULTILINE)
    assert phony
    for name in phony.group(1).split():
        assert re.search(rf"^{name}:.*## \S", text, re.MULTILINE), name


@pytest.mark.parametrize(
    "environ",
    [
        {"CAKUPAN_PORT": "http"},
        {"CAKUPAN_PORT": "0"},
        {"CAKUPAN_SAMPLES": "maybe"},
        {"CAKUPAN_BOUNDARIES": "tidak-ada.geojson"},
    ],
)
def test_a_setting_that_cannot_be_used_is_named(environ: dict[str, str]) -> None:
    with pytest.raises(SettingsError, match=next(iter(environ))):
        Settings.from_env(environ)


def test_the_defaults_serve_one_laptop() -> None:
    settings = Settings.from_env({})
    assert (settings.host, settings.port) == ("127.0.0.1", 8050)
    assert settings.database_url.endswith("data/local/cakupan.db")
