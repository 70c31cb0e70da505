"""The theme of our decks: the colours of the screen on white paper, one font, no shadows.

Everything on a slide takes its colour from these slots, so that another theme dresses the whole
deck anew.
"""

from cakupan.charts.theme import PALETTES, Theme
from cakupan.domain.measures import Segment

FONT = "Calibri"
NAMESPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_NO_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def slots() -> dict[str, str]:
    """Colour of each slot of the theme, as ``RRGGBB``."""
    palette = PALETTES[Theme.LIGHT]
    colours = {
        "dk1": palette.ink,
        "lt1": palette.surface,
        "dk2": palette.muted,
        "lt2": palette.track,
        "accent1": palette.accent,
        "accent2": palette.target,
        "accent3": palette.segments[Segment.BPU][0],
        "accent4": palette.segments[Segment.JAKON][0],
        "accent5": palette.segments[Segment.PMI][0],
        "accent6": palette.fall,
        "hlink": palette.accent,
        "folHlink": palette.over,
    }
    return {slot: colour.removeprefix("#").upper() for slot, colour in colours.items()}


def theme_xml() -> bytes:
    """The whole theme part."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{colour}"/></a:{slot}>' for slot, colour in slots().items()
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    lines = "".join(
        f'<a:ln w="{width}" cap="flat" cmpd="sng" algn="ctr">{_FILL}'
        '<a:prstDash val="solid"/></a:ln>'
        for width in (9525, 19050, 28575)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<a:theme xmlns:a="{NAMESPACE}" name="Cakupan"><a:themeElements>'
        f'<a:clrScheme name="Cakupan">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Cakupan"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Cakupan"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst>"
        f"<a:effectStyleLst>{_NO_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    ).encode()
