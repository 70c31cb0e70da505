"""The three files that a page is made of (``layouts/bundles.py``): put together, and served."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from flask import Flask

from layouts.bundles import Bundles, bundles
from routes.packing import Packing

_SCRIPT = re.compile(r'<script src="([^"]*/_dash-component-suites/[^"]+)"')
# A polyfill for browsers that Dash itself does not know any more, and a table that no page has.
_LEFT_OUT = re.compile(r"/dash/deps/polyfill@|/dash/dash_table/")
# What Dash's graph fetches when the first one is there: on every page of figures.
_FETCHED_LATER = "/_dash-component-suites/dash/dcc/async-graph.js"


def register(
    server: Flask, *, index: Callable[[], str], assets: Path, apart: Iterable[str]
) -> Bundles:
    """Serve the scripts that Dash's own ``index`` page asks for, and ours, as bundles.

    ``apart`` are assets that belong to none. The extension "packing" packs them tightly, once it
    is started.
    """
    with server.test_request_context("/"):
        asked = _SCRIPT.findall(index())
    made = bundles(assets, _scripts(server, asked), apart=apart)
    server.extensions["packing"] = packing = Packing(made.all)
    for bundle in made.all:
        path = f"/assets/{bundle.name}"
        server.add_url_rule(path, f"bundle-{bundle.name}", partial(packing.give, bundle))
    return made


def _scripts(server: Flask, asked: Iterable[str]) -> Iterator[bytes]:
    for address in (*asked, _FETCHED_LATER):
        if not _LEFT_OUT.search(address):
            yield _served(server, address)


def _served(server: Flask, address: str) -> bytes:
    """A file as its own route gives it."""
    with server.test_request_context(address) as asking:
        rule, values = asking.request.url_rule, asking.request.view_args or {}
        if rule is None:
            raise FileNotFoundError(address)
        view: Any = server.view_functions[rule.endpoint]
        answer = server.make_response(view(**values))
        answer.direct_passthrough = False
        return answer.get_data()
