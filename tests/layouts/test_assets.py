"""Styles and scripts: everything they name is there, and nothing comes from elsewhere."""

import re
from pathlib import Path

import pytest

from layouts.ids import DataId, RingkasanId, ShellId, WilayahId

ASSETS = Path(__file__).resolve().parents[2] / "assets"
SCRIPTS = (
    *("20-choices.js", "21-upload.js", "22-steady.js", "23-regions.js", "25-card-menu.js"),
    *("26-card-picture.js", "26-slides.js", "27-slide-files.js", "30-connection.js", "show.js"),
)
OURS = sorted([*ASSETS.glob("*.css"), *(ASSETS / name for name in SCRIPTS)])
# What a browser keeps under a name, and attributes, are no ids.
KEPT = {
    *("data-mantine-color-scheme", "data-off", "data-answers"),
    *("cakupan-slides", "cakupan-deck"),
}
IDS = {str(name) for names in (ShellId, RingkasanId, WilayahId, DataId) for name in names}


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)
def test_every_picture_a_style_names_is_in_the_folder(path: Path) -> None:
    for name in re.findall(r"url\('([^']+)'\)", path.read_text(encoding="utf-8")):
        assert (ASSETS / name).is_file(), name


FIRST = [ASSETS / "early.js", *sorted(ASSETS.glob("sight/*.js"))]


@pytest.mark.parametrize("path", [*OURS, *FIRST], ids=lambda path: path.name)
def test_nothing_is_fetched_from_elsewhere(path: Path) -> None:
    # The name of a drawing's language is no address.
    text = path.read_text(encoding="utf-8").replace("'http://www.w3.org/2000/svg'", "")
    assert not re.findall(r"https?://|@import|//cdn", text)


def test_every_id_a_script_names_is_placed_by_a_layout() -> None:
    script = "".join(path.read_text(encoding="utf-8") for path in OURS if path.suffix == ".js")
    named = set(re.findall(r"'#?((?:shell|ringkasan|wilayah|data|cakupan)-[a-z-]+)'", script))
    assert named
    assert named - KEPT <= IDS


def test_scripts_leave_nothing_with_the_browser_but_choices_and_slides() -> None:
    texts = [path.read_text(encoding="utf-8") for path in OURS if path.suffix == ".js"]
    texts += [path.read_text(encoding="utf-8") for path in FIRST]
    set_by = {name for text in texts for name in re.findall(r"Storage\.setItem\(\s*([^,]+),", text)}
    named = {value for text in texts for value in re.findall(r"(?:SLIDES|DECK) = '([^']+)'", text)}
    assert set_by == {"SLIDES", "DECK", "'mantine-color-scheme-value'"}
    assert named == {"cakupan-slides", "cakupan-deck"}
    assert not [text for text in texts if "document.cookie" in text]


def test_no_script_sets_a_property_whose_name_came_from_outside() -> None:
    """What would bend the prototype of all objects: names that are set are the script's own."""
    ours = [path for path in ASSETS.glob("**/*.js") if not path.name.startswith("00-")]
    assert len(ours) >= len(SCRIPTS)
    for path in ours:
        text = path.read_text(encoding="utf-8")
        # ``element`` is given what the script names; places in the lists are numbers.
        set_by_name = set(re.findall(r"(\w+)\[(?!\d)[^\]\n]+\]\s*=(?![=>])", text))
        assert set_by_name - {"element", "items", "lines"} == set(), path.name
        assert "__proto__" not in text
