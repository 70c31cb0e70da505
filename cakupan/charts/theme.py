"""Light and dark: every colour a figure may use, its type, and the template built from them.

The same values stand in assets/10-tokens.css for the page; tests hold the two together. No figure
brings a colour of its own.
"""

from enum import StrEnum
from functools import cache
from typing import Any

from cakupan.domain.language import Language
from cakupan.domain.measures import Segment
from cakupan.domain.records import Record
from cakupan.texts import Words

FONT = (
    "'Segoe UI Variable Text', 'Segoe UI', -apple-system, BlinkMacSystemFont, Roboto, "
    "'Noto Sans', 'Liberation Sans', Arial, sans-serif"
)
TEXT_SIZE = 12


class Theme(StrEnum):
    """The reader's choice between a light and a dark page."""

    LIGHT = "light"
    DARK = "dark"


class Palette(Record, frozen=True):
    """Colours by what they mean. Texts in ``ink``, ``muted``, ``target`` read on ``surface``.

    Of the colours of maps, ``sequence`` runs from little to much, ``diverging`` from a fall over no
    change to a rise (orange to blue, told apart by every eye); ``over`` is coverage above 100%.
    """

    surface: str
    track: str
    line: str
    ink: str
    muted: str
    accent: str
    accent_quiet: str
    band: str
    target: str
    rise: str
    fall: str
    segments: dict[Segment, tuple[str, str]]
    sequence: tuple[str, ...]
    diverging: tuple[str, ...]
    over: str


PALETTES = {
    Theme.LIGHT: Palette(
        surface="#ffffff",
        track="#edf1f5",
        line="#dfe5eb",
        ink="#15212c",
        muted="#566471",
        accent="#0b5cad",
        accent_quiet="#5b95d0",
        band="rgba(11, 92, 173, 0.13)",
        target="#a6480f",
        rise="#14703e",
        fall="#b3261e",
        segments={
            Segment.PU: ("#0b5cad", "#ffffff"),
            Segment.BPU: ("#5f9ad4", "#0e151b"),
            Segment.JAKON: ("#5b6c7c", "#ffffff"),
            Segment.PMI: ("#b98420", "#0e151b"),
        },
        sequence=(
            *("#dce9f6", "#b4d0eb", "#86b4dd", "#5794cd"),
            *("#2b72b8", "#0c5199", "#073463"),
        ),
        diverging=(
            *("#a6480f", "#d68a52", "#f0cfb4", "#e6ebf0"),
            *("#b4d0eb", "#5794cd", "#0c5199"),
        ),
        over="#7d3c98",
    ),
    Theme.DARK: Palette(
        surface="#161f28",
        track="#222e39",
        line="#2d3a46",
        ink="#e8eef3",
        muted="#a5b4c1",
        accent="#6fb4f8",
        accent_quiet="#4079ad",
        band="rgba(111, 180, 248, 0.18)",
        target="#f3ab74",
        rise="#67d195",
        fall="#ff958c",
        segments={
            Segment.PU: ("#6fb4f8", "#0e151b"),
            Segment.BPU: ("#3b76ad", "#ffffff"),
            Segment.JAKON: ("#93a3b1", "#0e151b"),
            Segment.PMI: ("#e6bd66", "#0e151b"),
        },
        sequence=(
            *("#203a55", "#255480", "#2d6fab", "#468bce"),
            *("#72abe4", "#a5cdf3", "#d8eafb"),
        ),
        diverging=(
            *("#f3ab74", "#c27c44", "#6c4527", "#3a4651"),
            *("#255480", "#468bce", "#a5cdf3"),
        ),
        over="#d9a9ea",
    ),
}

SEPARATORS = {Language.ID: ",.", Language.EN: ".,"}


class Style(Record, frozen=True):
    """How a figure is to look: its words, its theme, and whether it stands on a narrow screen."""

    words: Words
    theme: Theme = Theme.LIGHT
    compact: bool = False

    @property
    def language(self) -> Language:
        """The language of the words."""
        return self.words.language

    @property
    def palette(self) -> Palette:
        """The colours of the theme."""
        return PALETTES[self.theme]


@cache
def template(theme: Theme) -> dict[str, object]:
    """The template of a theme: transparent ground, quiet axes, no legend, no zoom."""
    palette = PALETTES[theme]
    axis = {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "tickfont": {"color": palette.muted, "size": TEXT_SIZE},
        "linecolor": palette.line,
        "gridcolor": palette.line,
    }
    layout = {
        "font": {"family": FONT, "size": TEXT_SIZE, "color": palette.ink},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "showlegend": False,
        "dragmode": False,
        "hoverlabel": {
            "bgcolor": palette.ink,
            "bordercolor": palette.ink,
            "font": {"family": FONT, "size": 13, "color": palette.surface},
            "align": "left",
        },
        "xaxis": axis,
        "yaxis": axis,
    }
    return {"layout": layout}


def graph_config(language: Language) -> Any:
    """What dcc.Graph is told, a dict: no buttons, nothing sent anywhere, the reader's language."""
    return {
        "showSendToCloud": False,
        "plotlyServerURL": "",
        "displaylogo": False,
        "displayModeBar": False,
        "responsive": True,
        "locale": language.value,
    }
