"""Requests that no page of ours sends: broken, too long, of wrong types, to wrong addresses.

``answers`` asks an app for so many of them, the same ones for the same seed. None may be answered
with a status of 500, and no answer may tell of a traceback, a path or a query.
"""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

from dash import Dash

from layouts.pages import PAGES

ROOT = Path(__file__).resolve().parents[2]
CALLBACK = "/_dash-update-component"
TELLTALE = (
    *("Traceback", 'File "', ".py", "site-packages", "sqlite", "sqlalchemy", "werkzeug"),
    *("SELECT ", "INSERT ", " FROM ", "PRAGMA", str(ROOT), "/tmp/"),  # noqa: S108  looked for
)
_NONSENSE: tuple[Any, ...] = (
    *(None, True, -1, 10**30, 1e308, "", "x" * 5000, "\x00", "\ud800", "../../etc/passwd", "é̸́"),
    *([], [[]], {}, {"a": {"b": []}}, "' OR 1=1 --", "<script>alert(1)</script>", "%s%n{0}", "NaN"),
)
_TEXTS = (
    *("", "%", "%00", "%FF%FE", "..%2F..%2Fapp", "9" * 40, "-1", "NaN", "1e999", "%F0%9F%92%A3"),
    *("'%20OR%201=1--", "%3Cscript%3E", "x" * 3000, "36.03,,36.03", "36;DROP", "0x10", "2025-13"),
    *("%7B%7D", "[]", "%0D%0ASet-Cookie:a=b", "{0.__class__}", "2025-10-99", "۱۲۳"),
)
_NAMES = (
    *("wilayah", "periode", "penyebut", "target", "bahasa", "tema", "rilis", "pada", "bobot"),
    *("bandingkan", "ukuran", "urut", "tahun", "ambang", "halaman", "kartu", "templat", "kelompok"),
    *("limit", "offset", "region", "period", "format", "dialek", "x", "a" * 40, "%00", "wilayah[]"),
)
_FILES = (
    *("/exports/card.csv", "/exports/card.xlsx", "/exports/page.xlsx", "/exports/press.txt"),
    *("/exports/deck/items", "/exports/deck.xlsx", "/target/pembagian.csv", "/upload"),
    *("/api/v1/coverage", "/api/v1/figures", "/api/v1/targets", "/api/v1/ranking"),
)
_PATHS = (
    *("/wilayah/{}", "/boundaries/{}.geojson", "/templates/{}.xlsx", "/upload/{}/findings.xlsx"),
    *("/api/v1/{}", "/assets/{}", "/exports/templates/{}", "/{}", "/exports/card.{}", "/static/{}"),
    *("/_dash-component-suites/{}/x.js", "/_dash-component-suites/dash/{}", "/target/{}"),
    *("/_dash-component-suites/dash/dcc/{}.v1_0m1.js", "/_dash-component-suites/app/{}"),
)
_POSTS = (CALLBACK, "/upload", "/slide/kartu", "/exports/deck.pptx", "/exports/deck/refresh")
_BODIES = (
    *(b"", b"{", b"[", b"null", b"\xff\xfe", b'{"output":', b"[" * 50_000, b'"' + b"a" * 9000),
    *(b"--x\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n", b"a=b&c", b"\x00"),
    *(b'{"items": {"a": 1}}', b'{"items": [[], 1, null, {"page": 5}]}', b"1e999", b"NaN"),
)
_KINDS = ("application/json", "multipart/form-data; boundary=x", "text/plain", "x/y;charset=q", "")
_HEADERS = (
    *(("Host", "["), ("Host", "localhost:abc"), ("Host", "jahat.example"), ("Host", "")),
    *(
        ("Cookie", "cakupan-session=\x80; =;;"),
        ("Cookie", "a=" + "b" * 9000),
        ("Range", "bytes=9-"),
    ),
    *(("Accept-Encoding", "br;q=x, *;q=-1"), ("If-None-Match", '"'), ("Accept", "text/csv;q=zz")),
    *(
        ("Origin", "::://"),
        ("Content-Length", "-5"),
        ("Content-Type", "application/json;charset=😀"),
    ),
    *(("If-Modified-Since", "besok"), ("X-Forwarded-For", "9" * 300), ("Referer", "\x01")),
)


@dataclass(frozen=True, slots=True)
class Request:
    """One request as the test client takes it."""

    method: str
    path: str
    options: dict[str, Any] = field(default_factory=dict)


def requests(dashboard: Dash, seed: int, times: int) -> Iterator[Request]:
    """So many, of all kinds by turns."""
    chance = Random(f"{seed}/malformed")  # noqa: S311  chance here must be repeatable
    kinds = (_broken_body, _bent_callback, _odd_value, _odd_address, _odd_query, _odd_path)
    kinds += (_odd_header, _odd_method)
    for number in range(times):
        yield kinds[number % len(kinds)](chance, dashboard)


def answers(dashboard: Dash, seed: int, times: int) -> list[str]:
    """Ask for all; gives a sentence for each answer that fails or tells what it must not."""
    client = dashboard.server.test_client()
    faults = []
    for number, one in enumerate(requests(dashboard, seed, times)):
        answer = client.open(one.path, method=one.method, **one.options)
        told = fault_of(answer.status_code, answer.get_data(), str(answer.headers))
        if told:
            faults.append(f"{number}: {one.method} {one.path[:80]} {told}")
    return faults


def fault_of(status: int, body: bytes, headers: str) -> str:
    """What is wrong with an answer; empty where nothing is."""
    if status >= 500:
        return f"answers {status}"
    text = body.decode("utf-8", "replace") + headers
    is_file = any(kind in headers for kind in ("javascript", "text/css", "image/", "font/"))
    found = [] if is_file else [word for word in TELLTALE if word in text]
    return f"tells {found}" if found else ""


def sound(dashboard: Dash, output: str, value: Callable[[dict[str, str]], Any]) -> dict[str, Any]:
    """What a page sends to a callback, with a value from each place."""
    wired = dashboard.callback_map[output]

    def come(place: dict[str, str]) -> Any:
        return [] if place["id"].startswith("{") else {**place, "value": value(place)}

    names = output.strip(".").split("...") if output.startswith("..") else [output]
    ends = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    first = wired["inputs"][0]
    return {
        "output": output,
        "outputs": ends if output.startswith("..") else ends[0],
        "inputs": [come(place) for place in wired["inputs"]],
        "state": [come(place) for place in wired["state"]],
        "changedPropIds": [f"{first['id']}.{first['property']}"],
    }


def served(dashboard: Dash) -> list[str]:
    """The outputs of every callback that the server answers."""
    return [name for name, wired in dashboard.callback_map.items() if "callback" in wired]


def _broken_body(chance: Random, _dashboard: Dash) -> Request:
    options = {"data": chance.choice(_BODIES), "content_type": chance.choice(_KINDS)}
    return Request("POST", chance.choice(_POSTS), options)


def _bent_callback(chance: Random, dashboard: Dash) -> Request:
    """A sound request with one thing in it replaced or left out."""
    body = sound(dashboard, chance.choice(served(dashboard)), lambda _place: None)
    bent = deepcopy(body)
    place: Any = bent
    while True:
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        inner = place[key]
        if not isinstance(inner, (dict, list)) or not inner or chance.random() < 0.4:
            break
        place = inner
    if chance.random() < 0.3:
        del place[key]
    else:
        place[key] = chance.choice(_NONSENSE)
    return _json(bent)


def _odd_value(chance: Random, dashboard: Dash) -> Request:
    """A sound frame around values of any type."""
    output = chance.choice(served(dashboard))
    return _json(sound(dashboard, output, lambda _place: chance.choice(_NONSENSE)))


def _odd_address(chance: Random, dashboard: Dash) -> Request:
    """A page asked to be drawn for an address that makes no sense."""
    page = chance.choice(PAGES)
    data = {
        "path": page.path.replace("<kode>", chance.choice(("36.03", "36", "99", "36.99", "x"))),
        "search": _query(chance),
        "compact": chance.random() < 0.5,
        "key": "1",
    }
    name = page.path.strip("/").partition("/")[0] or "ringkasan"
    output = next(
        (one for one in served(dashboard) if one.startswith(f"..{name}-state.")),
        next(one for one in served(dashboard) if "shell-region.label" in one),
    )
    return _json(
        sound(dashboard, output, lambda place: data if place["id"] == "shell-request" else None)
    )


def _odd_query(chance: Random, _dashboard: Dash) -> Request:
    return Request("GET", chance.choice(_FILES) + _query(chance))


def _odd_path(chance: Random, _dashboard: Dash) -> Request:
    return Request("GET", chance.choice(_PATHS).format(chance.choice(_TEXTS)))


def _odd_header(chance: Random, _dashboard: Dash) -> Request:
    method, path = chance.choice(
        (("GET", "/"), ("GET", "/assets/10-tokens.css"), ("POST", "/upload"))
    )
    name, value = chance.choice(_HEADERS)
    return Request(method, path, {"headers": {name: value.encode().decode("latin-1")}})


def _odd_method(chance: Random, _dashboard: Dash) -> Request:
    method = chance.choice(("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "HEAD", "POST"))
    return Request(method, chance.choice(("/", CALLBACK, *_FILES, "/keluar", "/masuk", "/api/v1/")))


def _query(chance: Random) -> str:
    pairs = [
        f"{chance.choice(_NAMES)}={chance.choice(_TEXTS)}" for _ in range(chance.randrange(1, 5))
    ]
    return "?" + chance.choice("&;").join(pairs)


def _json(body: dict[str, Any]) -> Request:
    # As a browser would send a half of a character, too.
    text = json.dumps(body)
    return Request("POST", CALLBACK, {"data": text, "content_type": "application/json"})
