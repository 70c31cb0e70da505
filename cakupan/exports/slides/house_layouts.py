"""The slide master and the two layouts of our own decks, as XML.

An institution's template has layouts of the same names, or others that do the same work.
"""

from cakupan.domain.records import Record
from cakupan.exports.slides import places
from cakupan.exports.slides.places import Box

COVER_LAYOUT, FIGURE_LAYOUT = "Cakupan Judul", "Cakupan Grafik"
SUBTITLE_IDX, AREA_IDX, CAPTION_IDX = 11, 12, 13
NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
_GROUP = (
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr>'
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/>'
    '<a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
)


class Holder(Record, frozen=True):
    """A placeholder of a layout: its kind, place, type size in points, colour slot and anchor."""

    ident: int
    name: str
    kind: str
    box: Box
    size: float
    colour: str
    prompt: str
    bold: bool = False
    anchor: str = "t"
    align: str = "l"

    def xml(self) -> str:
        """The shape."""
        level = (
            f'<a:lvl1pPr marL="0" indent="0" algn="{self.align}"><a:lnSpc><a:spcPct val="95000"/>'
            '</a:lnSpc><a:spcBef><a:spcPts val="0"/></a:spcBef><a:buNone/>'
            f'<a:defRPr sz="{round(self.size * 100)}" b="{int(self.bold)}"><a:solidFill>'
            f'<a:schemeClr val="{self.colour}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
        )
        field = (
            '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
            '<a:rPr lang="id-ID"/><a:t>‹#›</a:t></a:fld>'
            if "sldNum" in self.kind
            else f'<a:r><a:rPr lang="id-ID"/><a:t>{self.prompt}</a:t></a:r>'
        )
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self.ident}" name="{self.name}"/>'
            '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f"<p:nvPr><p:ph {self.kind}/></p:nvPr></p:nvSpPr><p:spPr>{frame(self.box)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody>'
            f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{self.anchor}"><a:normAutofit/>'
            f"</a:bodyPr><a:lstStyle>{level}</a:lstStyle><a:p>{field}</a:p></p:txBody></p:sp>"
        )


_TITLE = Holder(2, "Judul", 'type="title"', places.TITLE, 27, "tx1", "Judul pesan", bold=True,
                anchor="b")  # fmt: skip
_NUMBER = Holder(5, "Nomor", 'type="sldNum" sz="quarter" idx="14"', places.NUMBER, 11, "tx2", "",
                 align="r")  # fmt: skip
_BODY = Holder(3, "Isi", 'type="body" idx="1"', places.AREA, 18, "tx1", "Isi")
_FIGURE = (
    _TITLE,
    Holder(3, "Keterangan judul", f'type="body" sz="quarter" idx="{SUBTITLE_IDX}"',
           places.SUBTITLE, 16, "tx2", "Apa, di mana, kapan"),
    Holder(4, "Isi", f'idx="{AREA_IDX}"', places.AREA, 18, "tx1", "Grafik, tabel, atau angka"),
    Holder(6, "Sumber", f'type="body" sz="quarter" idx="{CAPTION_IDX}"', places.CAPTION, 11, "tx2",
           "Sumber, tanggal, penyebut"),
    _NUMBER,
)  # fmt: skip
_COVER = (
    Holder(2, "Judul", 'type="ctrTitle"', places.COVER_TITLE, 44, "bg1", "Judul dek", bold=True,
           anchor="b"),
    Holder(3, "Subjudul", 'type="subTitle" idx="1"', places.COVER_SUBTITLE, 22, "bg1",
           "Wilayah dan periode"),
    Holder(4, "Sumber", f'type="body" sz="quarter" idx="{CAPTION_IDX}"', places.COVER_CAPTION, 14,
           "tx2", "Sumber, tanggal, penyebut"),
)  # fmt: skip


def frame(box: Box) -> str:
    """A rectangle as the position of a shape."""
    return (
        f'<a:xfrm><a:off x="{box.left}" y="{box.top}"/>'
        f'<a:ext cx="{box.width}" cy="{box.height}"/></a:xfrm>'
    )


def master_slide() -> str:
    """``p:cSld`` of the master: white, a thin band of the accent above, title, body, number."""
    band = Box(0, 0, places.SLIDE.width, places.inches(0.11))
    holders = "".join(holder.xml() for holder in (_TITLE, _BODY, _NUMBER))
    ground = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
    return f"<p:cSld {NAMESPACES}>{ground}{_tree(_band(band) + holders)}</p:cSld>"


def figure_slide() -> str:
    """``p:cSld`` of the layout of every slide with a figure."""
    return _named(FIGURE_LAYOUT, "".join(holder.xml() for holder in _FIGURE))


def cover_slide() -> str:
    """``p:cSld`` of the layout of the first slide."""
    holders = "".join(holder.xml() for holder in _COVER)
    return _named(COVER_LAYOUT, _band(places.COVER_BAND) + holders)


def _named(name: str, shapes: str) -> str:
    return f'<p:cSld {NAMESPACES} name="{name}">{_tree(shapes)}</p:cSld>'


def _tree(shapes: str) -> str:
    return f"<p:spTree>{_GROUP}{shapes}</p:spTree>"


def _band(box: Box) -> str:
    return (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Pita" descr=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/>'
        f'</p:nvSpPr><p:spPr>{frame(box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        "</p:sp>"
    )
