"""A deck is a sound package: every part declared and reachable, opened by another program too."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring
from pptx.enum.dml import MSO_THEME_COLOR

from cakupan.exports.slides.refresh import refresh_deck
from tests.exports.slides import conftest as given
from tests.exports.slides.office import converted

RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
INK_OF_THEME = MSO_THEME_COLOR.TEXT_1
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


def test_every_part_has_a_type_and_every_relation_a_part(whole: bytes) -> None:
    with ZipFile(BytesIO(whole)) as archive:
        names = set(archive.namelist())
        assert len(names) == len(archive.namelist())
        types = fromstring(archive.read("[Content_Types].xml"))
        declared = {one.get("PartName", "")[1:] for one in types.iter(f"{TYPES}Override")}
        endings = {one.get("Extension", "") for one in types.iter(f"{TYPES}Default")}
        assert declared <= names
        reached = set()
        for name in names:
            assert name in declared or name.rsplit(".", 1)[-1] in endings, name
            if name.endswith(".rels"):
                folder = Path(name).parent.parent
                for one in fromstring(archive.read(name)).iter(RELATION):
                    if one.get("TargetMode") != "External":
                        reached.add(target(folder, one.get("Target", "")))
        assert reached <= names
        parts = {name for name in names if not name.endswith((".rels", "[Content_Types].xml"))}
        assert parts == reached


def target(folder: Path, given_target: str) -> str:
    if given_target.startswith("/"):
        return given_target[1:]
    parts: list[str] = list(folder.parts)
    for piece in given_target.split("/"):
        if piece == "..":
            parts.pop()
        else:
            parts.append(piece)
    return "/".join(parts)


def test_no_two_shapes_of_a_slide_have_one_id(whole: bytes) -> None:
    with ZipFile(BytesIO(whole)) as archive:
        for name in archive.namelist():
            if re.fullmatch(r"ppt/slides/slide\d+\.xml", name):
                ids = re.findall(rb'cNvPr id="(\d+)"', archive.read(name))
                assert len(ids) == len(set(ids)), name


def test_nothing_stands_in_a_chart_out_of_the_order_of_the_schema(whole: bytes) -> None:
    """PowerPoint repairs, or refuses, a chart whose elements stand in another order."""
    order = {
        "ser": "idx order tx spPr invertIfNegative marker explosion dPt dLbls cat val smooth",
        "dLbl": "idx layout tx spPr dLblPos showLegendKey showVal showCatName showSerName"
        " showPercent showBubbleSize",
        "valAx": "axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark"
        " tickLblPos spPr txPr crossAx crosses crossBetween majorUnit",
        "catAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr txPr"
        " crossAx crosses auto lblAlgn lblOffset tickLblSkip noMultiLvlLbl",
        "dateAx": "axId scaling delete axPos numFmt majorTickMark minorTickMark tickLblPos spPr"
        " txPr crossAx crosses auto lblOffset baseTimeUnit majorUnit majorTimeUnit",
        "plotArea": "layout barChart lineChart doughnutChart catAx dateAx valAx spPr",
        "chart": "autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs",
        "chartSpace": "date1904 roundedCorners chart spPr txPr externalData",
    }
    with ZipFile(BytesIO(whole)) as archive:
        charts = [name for name in archive.namelist() if name.startswith("ppt/charts/chart")]
        for name in charts:
            for element in fromstring(archive.read(name)).iter():
                known = order.get(element.tag.rpartition("}")[2])
                if known is not None:
                    tags = [child.tag.rpartition("}")[2] for child in element]
                    places = [known.split().index(tag) for tag in tags]
                    assert places == sorted(places), (name, element.tag, tags)


def test_another_program_shows_a_page_for_each_slide(whole: bytes, tmp_path: Path) -> None:
    source = tmp_path / "dek.pptx"
    source.write_bytes(whole)
    pages = re.findall(rb"/Type\s*/Page\b", converted(source, "pdf", tmp_path).read_bytes())
    assert len(pages) == len(given.opened(whole).slides)


def test_a_deck_that_libreoffice_saved_is_refreshed(whole: bytes, tmp_path: Path) -> None:
    source = tmp_path / "dek.pptx"
    source.write_bytes(whole)
    saved = converted(source, "pptx:Impress MS PowerPoint 2007 XML", tmp_path / "lo").read_bytes()
    cards = {make().name: make() for make in given.EVERY_KIND}
    cards["ranking"] = given.ranking((0.6, 0.5, 0.4, 0.3))
    cards["hero"] = given.hero("47,10%")
    cards["map"] = given.tiles(0.2)
    result = refresh_deck(saved, lambda item: cards[item.card], lambda _r, _c: given.COVER)
    assert [one.problem for one in result.slides] == [""] * len(given.opened(saved).slides)
    [frame] = given.charts_in(given.opened(result.content).slides[3])
    assert list(frame.chart.plots[0].series[0].values) == [0.6, 0.5, 0.4, 0.3]
    assert frame.chart.part.chart_workbook.xlsx_part is not None
    tiles = {
        one.name: one for one in given.shapes_in(given.opened(result.content).slides[6].shapes)
    }
    runs = tiles["36.74 Kota Tangerang Selatan"].text_frame.paragraphs[1].runs
    assert [(run.text, run.font.color.theme_color) for run in runs] == [("20,00%", INK_OF_THEME)]
