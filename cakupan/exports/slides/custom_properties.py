"""Custom properties of a document (``docProps/custom.xml``), which python-pptx does not know."""

from collections.abc import Mapping
from html import escape
from typing import Any

from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml

_CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2


def read_properties(deck: Any) -> dict[str, str]:
    """Names and texts of the properties; empty where there are none."""
    part = _part(deck)
    if part is None:
        return {}
    try:
        root = parse_xml(part.blob)
    except SyntaxError:
        return {}
    return {
        one.get("name", ""): "".join(one.itertext()) for one in root.iter(f"{{{_SPACE}}}property")
    }


def write_properties(deck: Any, properties: Mapping[str, str], *, prefix: str) -> None:
    """Set these; of those that were there, the ones that begin with ``prefix`` are dropped.

    Others are kept as texts.
    """
    kept = {
        name: text for name, text in read_properties(deck).items() if not name.startswith(prefix)
    }
    listed = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{number}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(text)}</vt:lpwstr></property>"
        for number, (name, text) in enumerate({**kept, **properties}.items(), start=_FIRST)
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{_SPACE}" xmlns:vt="{_VALUES}">{listed}</Properties>'
    ).encode()
    part = _part(deck)
    if part is None:
        package = deck.part.package
        part = Part(PackURI("/docProps/custom.xml"), _CONTENT, package, content)
        package.relate_to(part, _RELATION)
    else:
        part.blob = content


def _part(deck: Any) -> Any:
    package = deck.part.package
    try:
        return package.part_related_by(_RELATION)
    except KeyError:
        return None
