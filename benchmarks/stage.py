"""A browser and Ringkasan on the samples, served as a running server serves it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from time import sleep
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from waitress.server import create_server

import app as program
from cakupan.preparing import prepare
from cakupan.settings import Settings
from tests.browser.find_browser import QUIET, system_browser

PATH = "/?wilayah=36"
DRAWN = "main[data-ready='yes']"
# Every chart of the page stands, as a picture of it or drawn by plotly.js with its marks in it.
SEEN = (
    "main:has(.dash-graph):not(:has(.dash-graph:not("
    ":has(.sight-chart :is(.sight-bar, .sight-line), .main-svg .trace))))"
)
WIDE = (1440, 900)
WAIT = 120_000
FIGURES = """() => [...document.querySelectorAll('main .js-plotly-plot')].map(
  (graph) => ({ data: graph.data, layout: graph.layout }))"""
# Names are not looked up: nothing is asked for but what this machine serves.
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"


@dataclass(frozen=True, slots=True)
class Stage:
    """``server`` is our address without a path; ``figures`` are those that Ringkasan has drawn."""

    browser: Browser
    server: str
    figures: list[Any]

    @property
    def ringkasan(self) -> str:
        """The address of Ringkasan."""
        return self.server + PATH


@contextmanager
def stage(folder: Path) -> Iterator[Stage]:
    """A server that has had its first visitor, for whom files are packed in passing."""
    settings = Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{folder / 'picture.db'}"})
    prepare(settings)
    ours = program.create_app(settings).server
    for name in ("warming", "packing"):
        ours.extensions[name].start()
    served = serve(ours)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=system_browser(), args=[*QUIET, ALONE])
        with visitor(browser) as first:
            figures = open_page(first, served + PATH, keep=True).evaluate(FIGURES)
        while not ours.extensions["packing"].is_done:
            sleep(0.1)
        yield Stage(browser, served, figures)
        browser.close()


def serve(application: Any) -> str:
    """Serve an application until the program ends; the address it stands at."""
    server = create_server(application, host="127.0.0.1", port=0, threads=4)
    Thread(target=server.run, daemon=True).start()
    return f"http://127.0.0.1:{server.effective_port}"


@contextmanager
def visitor(browser: Browser, size: tuple[int, int] = WIDE) -> Iterator[BrowserContext]:
    """Someone who has never been here."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="id-ID")
    yield context
    context.close()


def open_page(who: BrowserContext, address: str, *, until: str = DRAWN, keep: bool = False) -> Page:
    """Open an address in a page of its own, until its last chart is drawn (or another sign)."""
    page = who.new_page()
    page.goto(address, timeout=WAIT, wait_until="commit")
    page.locator(until).first.wait_for(timeout=WAIT, state="attached")
    if not keep:
        page.close()
    return page
