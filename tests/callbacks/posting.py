"""What a browser sends to have a callback done, and what it is told."""

import json
from collections.abc import Sequence
from typing import Any

from flask.testing import FlaskClient

Answer = dict[str, dict[str, Any]]


def posted(
    client: FlaskClient,
    output: str,
    inputs: Sequence[Any],
    state: Sequence[Any],
    *,
    changed: str = "",
    **how: Any,
) -> Answer:
    """The answer of the callback with this ``output``, empty where nothing is to change.

    By itself its first input has ``changed``; ``how`` it is sent is a matter of the client.
    """
    body = {
        "output": output,
        "outputs": [
            dict(zip(("id", "property"), name.rsplit(".", 1), strict=True))
            for name in outputs_of(output)
        ],
        "inputs": inputs,
        "state": state,
        "changedPropIds": [changed or "{id}.{property}".format(**inputs[0])],
    }
    answer = client.post("/_dash-update-component", json=body, **how)
    assert answer.status_code in {200, 204}, answer.text
    found: Answer = json.loads(answer.text)["response"] if answer.status_code == 200 else {}
    return found


def filled(wires: Sequence[dict[str, str]], values: Sequence[Any]) -> list[Any]:
    """Places with their values; of one that stands there many times the value says it all."""
    return [
        value if wire["id"].startswith("{") else {**wire, "value": value}
        for wire, value in zip(wires, values, strict=True)
    ]


def outputs_of(name: str) -> list[str]:
    return name.strip(".").split("...")
