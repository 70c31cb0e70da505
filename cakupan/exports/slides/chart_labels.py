"""Data labels that are texts: "46,03%" stays "46,03%" on a machine of any region."""

from collections.abc import Iterator
from copy import deepcopy
from html import escape
from typing import Any

from pptx.oxml import parse_xml

from cakupan.exports.slides.chart_spec import Labels
from cakupan.exports.slides.paint import PAPER
from cakupan.exports.untrusted_cells import plain_text

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_C, _A = f"{{{CHART}}}", f"{{{DRAWING}}}"
_HIDDEN = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")


def labels_xml(labels: Labels) -> str:
    """``c:dLbls`` of a series."""
    points = "".join(
        _label(place, text, labels) for place, text in enumerate(labels.texts) if text is not None
    )
    return f"<c:dLbls>{points}{_ground(labels)}{_shows(value=False)}</c:dLbls>"


def label_texts(series: Any) -> dict[int, str]:
    """The text of each label of ``c:ser`` by its point."""
    return {
        place: "".join(run.text or "" for run in label.iter(f"{_A}t"))
        for place, label in _labels_of(series)
        if label.find(f"{_C}tx") is not None
    }


def renew_labels(series: Any, labels: Labels) -> None:
    """Put new texts in the labels of ``c:ser``; how they look stays as somebody made it.

    Points without a label get one like the first; a series whose labels were deleted gets none.
    """
    holder = series.find(f"{_C}dLbls")
    if holder is None:
        return
    old = dict(_labels_of(series))
    model = next((one for one in old.values() if one.find(f"{_C}tx") is not None), None)
    for label in old.values():
        holder.remove(label)
    place_of = {place: text for place, text in enumerate(labels.texts) if text is not None}
    for position, (place, text) in enumerate(place_of.items()):
        label = old.get(place)
        if label is None or label.find(f"{_C}tx") is None:
            label = deepcopy(model) if model is not None else _parsed(place, text, labels)
        _say(label, place, text)
        holder.insert(position, label)


def _label(place: int, text: str, labels: Labels) -> str:
    where = labels.places.get(place, labels.position)
    position = f'<c:dLblPos val="{where}"/>' if where else ""
    paint = labels.paints.get(place, labels.paint)
    look = f'lang="id-ID" sz="{round(labels.size * 100)}" b="{int(labels.bold)}"'
    return (
        f'<c:dLbl><c:idx val="{place}"/><c:layout/><c:tx><c:rich>'
        '<a:bodyPr wrap="none" lIns="38100" tIns="19050" rIns="38100" bIns="19050"/>'
        f"<a:lstStyle/><a:p><a:r><a:rPr {look}>{paint.xml()}</a:rPr>"
        f"<a:t>{escape(plain_text(text))}</a:t></a:r></a:p></c:rich></c:tx>"
        f"{_ground(labels)}{position}{_shows(value=True)}</c:dLbl>"
    )


def _ground(labels: Labels) -> str:
    return f"<c:spPr>{PAPER.xml()}</c:spPr>" if labels.opaque else ""


def _shows(*, value: bool) -> str:
    return "".join(f'<c:show{one} val="{int(value and one == "Val")}"/>' for one in _HIDDEN)


def _parsed(place: int, text: str, labels: Labels) -> Any:
    content = _label(place, text, labels)
    declared = f'<c:dLbl xmlns:c="{CHART}" xmlns:a="{DRAWING}">'
    return parse_xml(content.replace("<c:dLbl>", declared, 1))


def _say(label: Any, place: int, text: str) -> None:
    label.find(f"{_C}idx").set("val", str(place))
    first, *others = label.iter(f"{_A}t")
    first.text = plain_text(text)
    for run in others:
        run.text = ""


def _labels_of(series: Any) -> Iterator[tuple[int, Any]]:
    for label in series.iterfind(f"{_C}dLbls/{_C}dLbl"):
        yield int(label.find(f"{_C}idx").get("val")), label
