"""What visitors of a served dashboard ask for: pages, files, the API, what there is not."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPConnection
from random import Random
from typing import Any

_LONGEST = 60
_PATHS = (
    *("/", "/wilayah", "/target", "/pertumbuhan", "/segmen", "/manfaat", "/paritrana"),
    *("/healthz", "/readyz", "/api/v1/coverage?wilayah=36", "/exports/press.txt?wilayah=36"),
    *("/assets/10-tokens.css", "/_dash-layout", "/tidak-ada", "/exports/card.csv?kartu=trend"),
)
_REGIONS = ("36", "61", "17", "19", "00")


@dataclass(slots=True)
class Visitor:
    """One browser: a line to the server that is kept open, and what it sends to draw a page."""

    port: int
    chance: Random
    _line: HTTPConnection = field(init=False)
    _drawn: dict[str, Any] = field(init=False)

    def __post_init__(self) -> None:
        self._line = HTTPConnection("127.0.0.1", self.port, timeout=_LONGEST)
        self._drawn = _page_callback(json.loads(self.ask("GET", "/_dash-dependencies")[1]))

    def look(self) -> tuple[str, int]:
        """Ask for anything there is; gives what, and the status of the answer."""
        path = self.chance.choice(_PATHS)
        return path, self.draw() if path == "/" else self.ask("GET", path)[0]

    def draw(self) -> int:
        """Have Ringkasan drawn for a region, as a page does."""
        search = f"?wilayah={self.chance.choice(_REGIONS)}"
        data = {"path": "/", "search": search, "compact": False, "key": "1"}
        self._drawn["inputs"][0]["value"] = data
        kind = {"Content-Type": "application/json"}
        return self.ask("POST", "/_dash-update-component", json.dumps(self._drawn), kind)[0]

    def ask(
        self, method: str, path: str, body: str | bytes = b"", head: Mapping[str, str] | None = None
    ) -> tuple[int, bytes]:
        """One request, and its answer as it came."""
        self._line.request(method, path, body or None, head or {})
        answer = self._line.getresponse()
        return answer.status, answer.read()

    def leave(self) -> None:
        """Close the line."""
        self._line.close()


def _page_callback(wired: list[dict[str, Any]]) -> dict[str, Any]:
    """What a browser sends to have Ringkasan drawn."""
    drawn = next(one for one in wired if "ringkasan-cards.hidden" in one["output"])
    outputs = drawn["output"].strip(".").split("...")
    return {
        "output": drawn["output"],
        "outputs": [dict(zip(("id", "property"), one.split("."), strict=True)) for one in outputs],
        "inputs": [dict(one) for one in drawn["inputs"]],
        "state": [],
        "changedPropIds": ["shell-request.data"],
    }
