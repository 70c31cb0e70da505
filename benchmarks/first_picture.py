"""Ringkasan until its last chart is drawn, against a bare page with stock plotly.js.

The bare page holds the very figures that Ringkasan has drawn, inline, and nothing else: no choices,
no captions, no server that thinks. Both come from the same kind of server, compressed.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

import plotly
from flask import Flask, Response
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server

import app as program
from benchmarks.ratio import Ratio, compare
from cakupan.settings import Settings
from tests.browser.find_browser import QUIET, system_browser

PATH = "/?wilayah=36"
DRAWN = "main[data-ready='yes']"
WAIT = 120_000
FIGURES = """() => [...document.querySelectorAll('main .js-plotly-plot')].map(
  (graph) => ({ data: graph.data, layout: graph.layout }))"""
BARE = """<!doctype html><meta charset="utf-8"><title>bare</title>
<script src="plotly.js"></script><main></main><script>
Promise.all(FIGURES.map(({ data, layout }) => {
  const place = document.createElement('div');
  document.querySelector('main').append(place);
  return Plotly.newPlot(place, data, layout);
})).then(() => { document.querySelector('main').dataset.ready = 'yes'; });
</script>"""
# Bits a second and milliseconds of the lines that are promised for.
LINES = {"1,6 Mbit/s, 150 ms": (1_600_000, 150), "400 kbit/s, 400 ms": (400_000, 400)}


def ratios(folder: Path) -> Iterator[Ratio]:
    """A visitor's first view and the next, each against the bare page."""
    with _stage(folder) as (browser, ours, bare):
        yield compare(
            "first picture of Ringkasan, a new visitor",
            lambda: _cold(browser, ours),
            lambda: _cold(browser, bare),
            runs=9,
        )
        with _visitor(browser) as known, _visitor(browser) as other:
            yield compare(
                "first picture of Ringkasan, a known visitor",
                lambda: _open(known, ours),
                lambda: _open(other, bare),
                runs=9,
            )


def remarks(folder: Path) -> Iterator[str]:
    """What is sent over the wire, and how long a thin line takes."""
    with _stage(folder) as (browser, ours, _), _visitor(browser) as visitor:
        for name in ("a new visitor", "a known visitor"):
            yield f"Ringkasan for {name}: {_sent(visitor, ours) / 1024:.0f} KiB on the wire"
        for line, (bits, delay) in LINES.items():
            with _visitor(browser) as fresh:
                for name in ("a new visitor", "a known visitor"):
                    yield f"Ringkasan over {line}, {name}: {_thin(fresh, ours, bits, delay):.1f} s"


@contextmanager
def _stage(folder: Path) -> Iterator[tuple[Browser, str, str]]:
    """A browser, the address of Ringkasan on the samples, and that of the bare page."""
    settings = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{folder / 'picture.db'}"})
    program.prepare(settings)
    ours = program.create_app(settings).server
    for name in ("warming", "packing"):
        ours.extensions[name].start()
    served = _serve(ours)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=list(QUIET))
        with _visitor(browser) as visitor:
            page = _open(visitor, served + PATH, keep=True)
            figures = json.dumps(page.evaluate(FIGURES))
        # A running server has had its first visitor, for whom files are packed in passing.
        while not ours.extensions["packing"].is_done:
            sleep(0.1)
        yield browser, served + PATH, _serve(_bare(figures)) + "/"
        browser.close()


@contextmanager
def _visitor(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="id-ID")
    yield context
    context.close()


def _serve(application: Any) -> str:
    server = create_server(application, host="127.0.0.1", port=0, threads=4)
    Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"


def _bare(figures: str) -> Flask:
    """The bare page and stock plotly.js, both compressed beforehand."""
    site = Flask("bare")
    stock = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    page = BARE.replace("FIGURES", figures.replace("</", "<\\/")).encode()
    for path, content, kind in (
        ("/", page, "text/html"),
        ("/plotly.js", stock.read_bytes(), "text/javascript"),
    ):
        site.add_url_rule(path, path, _giving(gzip.compress(content), kind))
    return site


def _giving(packed: bytes, kind: str) -> Callable[[], Response]:
    lasting = "no-cache" if kind == "text/html" else "max-age=31536000, immutable"
    headers = {"Content-Encoding": "gzip", "Content-Type": kind, "Cache-Control": lasting}
    return lambda: Response(packed, headers=headers)


def _cold(browser: Browser, address: str) -> None:
    with _visitor(browser) as visitor:
        _open(visitor, address)


def _open(visitor: BrowserContext, address: str, *, keep: bool = False) -> Page:
    """Open an address in a page of its own, until its last chart is drawn."""
    page = visitor.new_page()
    page.goto(address, timeout=WAIT, wait_until="commit")
    page.locator(DRAWN).wait_for(timeout=WAIT, state="attached")
    if not keep:
        page.close()
    return page


def _sent(visitor: BrowserContext, address: str) -> int:
    """Bytes that came over the wire for one view."""
    page = visitor.new_page()
    wire = visitor.new_cdp_session(page)
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    wire.send("Network.enable")
    page.goto(address)
    page.locator(DRAWN).wait_for(timeout=WAIT)
    page.wait_for_load_state("networkidle")
    page.close()
    return sum(sizes)


def _thin(visitor: BrowserContext, address: str, bits: int, delay: int) -> float:
    """Seconds until the first chart stands, over a line of so many bits a second."""
    page = visitor.new_page()
    wire = visitor.new_cdp_session(page)
    wire.send("Network.enable")
    line = {"latency": delay, "downloadThroughput": bits / 8, "uploadThroughput": bits / 8}
    wire.send("Network.emulateNetworkConditions", {"offline": False, **line})
    page.goto(address, timeout=WAIT, wait_until="commit")
    page.locator("main .main-svg").first.wait_for(timeout=WAIT)
    seconds = float(page.evaluate("performance.now() / 1000"))
    page.close()
    return seconds
