"""Colours that can be read, and one set of them for figures and page."""

import re
from itertools import product
from pathlib import Path

import pytest

from cakupan.charts.theme import FONT, PALETTES, Palette, Theme, graph_config, template
from cakupan.domain.language import Language
from cakupan.domain.measures import Segment

TOKENS = Path(__file__).resolve().parents[2] / "assets" / "10-tokens.css"


def luminance(colour: str) -> float:
    channels = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in channels
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def page_colours(theme: Theme) -> dict[str, str]:
    light, dark = re.findall(
        r"^:root[^{]*\{(.*?)^\}", TOKENS.read_text(), re.MULTILINE | re.DOTALL
    )[:2]
    block = light if theme is Theme.LIGHT else dark
    return dict(re.findall(r"--([a-z-]+): ([^;]+);", block))


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
@pytest.mark.parametrize("name", ["ink", "muted", "accent", "target", "rise", "fall"])
def test_texts_in_figures_reach_aa_contrast(palette: Palette, name: str) -> None:
    assert contrast(getattr(palette, name), palette.surface) >= 4.5
    assert contrast(getattr(palette, name), palette.track) >= 4.5


@pytest.mark.parametrize("palette", PALETTES.values(), ids=PALETTES)
def test_bars_stand_out_from_the_card(palette: Palette) -> None:
    assert contrast(palette.accent_quiet, palette.surface) >= 3
    for fill, ink in palette.segments.values():
        assert contrast(fill, ink) >= 4.5
        assert contrast(fill, palette.surface) >= 2.9


@pytest.mark.parametrize("theme", Theme)
def test_the_page_and_its_figures_have_the_same_colours(theme: Theme) -> None:
    palette, page = PALETTES[theme], page_colours(theme)
    for name in ("surface", "track", "line", "ink", "muted", "accent", "target", "rise", "fall"):
        assert page[name] == getattr(palette, name)
    assert page["accent-quiet"] == palette.accent_quiet
    assert page["band"] == palette.band
    for segment in Segment:
        if segment is not Segment.TOTAL:
            assert page[f"segment-{segment.value.lower()}"] == palette.segments[segment][0]


@pytest.mark.parametrize(
    ("theme", "text"),
    list(product(Theme, ["ink", "muted", "accent", "target", "warn-ink"])),
)
def test_texts_on_the_page_reach_aa_contrast(theme: Theme, text: str) -> None:
    page = page_colours(theme)
    grounds = ["warn-soft"] if text == "warn-ink" else ["surface", "ground"]
    for ground in grounds:
        assert contrast(page[text], page[ground]) >= 4.5, ground


def test_no_font_is_fetched_and_the_page_has_the_same() -> None:
    stated = re.search(r"--font: (.*?);", TOKENS.read_text(), re.DOTALL)
    assert stated
    assert " ".join(stated[1].split()) == FONT
    assert "@font-face" not in "".join(path.read_text() for path in TOKENS.parent.glob("*.css"))


@pytest.mark.parametrize("theme", Theme)
def test_text_colour_comes_from_the_template(theme: Theme) -> None:
    assert template(theme)["layout"]["font"]["color"] == PALETTES[theme].ink


@pytest.mark.parametrize("language", Language)
def test_no_graph_offers_to_share_or_speaks_to_a_server(language: Language) -> None:
    config = graph_config(language)
    assert config["showSendToCloud"] is False
    assert config["plotlyServerURL"] == ""
    assert config["displaylogo"] is False
    assert config["displayModeBar"] is False
    assert config["locale"] == language.value
