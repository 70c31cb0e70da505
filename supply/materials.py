"""The bill of materials as CycloneDX 1.6, the same for the same parts."""

import json
from collections.abc import Sequence
from uuid import NAMESPACE_URL, uuid5

from supply.parts import Part


def bill(parts: Sequence[Part], *, product: str, version: str) -> str:
    """The document; every part stands in it once, with its licence where it tells one."""
    whole = f"{product}@{version}: " + " ".join(part.purl for part in parts)
    document = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid5(NAMESPACE_URL, whole)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": product,
                "name": product,
                "version": version,
            }
        },
        "components": [_component(part) for part in parts],
        "dependencies": [{"ref": product, "dependsOn": [part.purl for part in parts]}],
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _component(part: Part) -> dict[str, object]:
    told = {"licenses": [{"license": {"name": part.licence}}]} if part.licence else {}
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        **told,
    }
