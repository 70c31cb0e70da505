"""A served dashboard on the sample data, and a browser that tells on every fault."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

import app
from cakupan.settings import Settings
from tests.browser.find_browser import QUIET, system_browser
from tests.in_background import in_background
from tests.reading_here import reading_here

DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
SERIOUS = {"serious", "critical"}
# A page that is quickly there and does nothing.
ELSEWHERE = "/pengguna?wilayah=36"
# How long a page may take on a busy machine before it counts as not coming, in milliseconds.
PATIENCE = 20_000
expect.set_options(timeout=PATIENCE)
# The latest answer stands on the page with all its charts drawn, no part waits for another answer,
# and Dash has no callback before it or under way: it is done with those "stored" and "completed".
STANDS = """() => {
  const { stored, completed, ...open } = window.store?.getState().callbacks ?? { none: [1] };
  return document.querySelector("main[data-ready='yes']")
    && !document.querySelector("[data-dash-is-loading='true']")
    && Object.values(open).every((callbacks) => !callbacks.length);
}"""

# Neither is waited for without an end: a page that is not shown has no frames.
IDLE = """new Promise((idle) => {
  requestAnimationFrame(() => requestIdleCallback(idle));
  setTimeout(idle, 2000);
})"""
AT_REST = """async () => {
  const lasting = document.getAnimations().filter((one) => one.effect.getTiming().iterations < 99);
  const ended = Promise.allSettled(lasting.map((one) => one.finished));
  await Promise.race([ended, new Promise((late) => setTimeout(late, 2000))]);
}"""


@pytest.fixture(scope="module", autouse=True)
def parser() -> None:
    """Files are read in a child, as they are in earnest."""


def settings_of(path: Path) -> Settings:
    return Settings.from_env({"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}"})


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, loaded; what is served are copies."""
    path = tmp_path_factory.mktemp("samples") / "cakupan.db"
    # A start that reads them in children is that of ``test_first_start``.
    with reading_here():
        app.prepare(settings_of(path))
    return path


@pytest.fixture(scope="session")
def furnished(sample_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The samples, for all to look at."""
    return settings_of(Path(shutil.copy(sample_database, tmp_path_factory.mktemp("served"))))


@pytest.fixture(scope="session")
def address(furnished: Settings) -> Iterator[str]:
    """The real program, served as a user would start it, on a port that is free."""
    settings = furnished
    with in_background(app.create_app(settings).server, threads=4) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=system_browser(), args=list(QUIET), headless=True
        )
        yield chromium
        chromium.close()


class Visit:
    """One page of a browser; it collects what no user sees and every test must not find."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.faults: list[str] = []
        self.walked = ""
        # What was asked for and has neither come nor failed yet.
        self.awaited: set[Request] = set()
        page.on("console", self._on_console)
        page.on("pageerror", lambda error: self.faults.append(f"error: {error}"))
        page.on("request", self._on_request)
        page.on("response", self._on_response)
        page.on("requestfinished", self._on_end)
        page.on("requestfailed", self._on_end)

    def _on_console(self, message) -> None:
        if message.type in {"error", "warning"}:
            self.faults.append(f"console {message.type}: {message.text}")

    def _on_request(self, request) -> None:
        if request.is_navigation_request():
            # What the page before it was asking for comes to nobody.
            self.awaited.clear()
        self.awaited.add(request)
        if not request.url.startswith((self.address, "data:", "blob:")):
            self.faults.append(f"outside request: {request.url}")

    def _on_end(self, request) -> None:
        self.awaited.discard(request)

    def _on_response(self, response) -> None:
        if response.status >= 400:
            self.faults.append(f"{response.status}: {response.url}")

    def open(self, path: str = "/") -> Page:
        """Open a path and wait until the page has drawn all its charts."""
        self.page.goto(self.address + path)
        self.walked = path
        self._stand()
        return self.page

    def walk(self, path: str) -> Page:
        """Go to a path within the program, as a link of its own does, without a new start.

        A path walked to twice in a row is the page as it stands. What a page asks for after it has
        answered is waited for by who expects it.
        """
        if path == self.walked:
            return self.page
        self.walked = path
        self.page.evaluate(
            """path => {
              document.querySelector('main').dataset.ready = 'left';
              window.history.pushState({}, '', path);
              window.dispatchEvent(new CustomEvent('_dashprivate_pushstate'));
            }""",
            path,
        )
        self._stand()
        return self.page

    def wide_by(self) -> int:
        """By how many pixels the page is wider than the screen: 0 where it fits."""
        return self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")

    def settle(self) -> None:
        """Wait until what was just done has been heard, and the page stands with all it asked for.

        What is chosen is asked for some frames later, so an untouched page may already stand.
        """
        self.page.evaluate(IDLE)
        self._stand()

    def _stand(self) -> None:
        self.page.wait_for_function(STANDS, timeout=PATIENCE)
        until = monotonic() + PATIENCE / 1_000
        while self.awaited:
            assert monotonic() < until, [request.url for request in self.awaited]
            # A frame later, what came meanwhile has been noted.
            self.page.evaluate("new Promise(requestAnimationFrame)")
            self.page.wait_for_function(STANDS, timeout=PATIENCE)

    def violations(self) -> list[str]:
        """Serious and critical findings of axe-core on the page as it stands."""
        # What still fades in has other colours.
        self.page.evaluate(IDLE)
        self.page.evaluate(AT_REST)
        # A page that is walked through has it from the first look on.
        if not self.page.evaluate("'axe' in window"):
            self.page.evaluate(AXE.read_text(encoding="utf-8"))
        found = self.page.evaluate(
            """async () => {
              const told = { resultTypes: ['violations'], preload: false };
              return (await axe.run(document, told)).violations;
            }"""
        )
        return [
            f"{rule['id']}: {node['target']} {node['failureSummary']}"
            for rule in found
            if rule["impact"] in SERIOUS
            for node in rule["nodes"]
        ]


@pytest.fixture(scope="session")
def walker(browser: Browser, address: str) -> Iterator[Visit]:
    """One visitor who stays: pages that are only read need no fresh start each."""
    context = browser.new_context(viewport=DESKTOP, locale="id-ID")
    visitor = Visit(context.new_page(), address)
    visitor.open()
    yield visitor
    context.close()


@pytest.fixture
def reader(walker: Visit) -> Iterator[Visit]:
    """The visitor who stays, for a test that only reads: it names its region in each path."""
    walker.faults.clear()
    yield walker
    assert walker.faults == []


@pytest.fixture
def regular(reader: Visit) -> Iterator[Visit]:
    """The visitor who stays, for a test that does something there: the page is left after it.

    It names its region in each path; what it does stands in the address, or is taken back.
    """
    yield reader
    reader.walked = ""
    reader.walk(ELSEWHERE)


@pytest.fixture
def visit(browser: Browser, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A fresh visitor. Parametrise indirectly with ``viewport`` and ``color_scheme``."""
    options = {"viewport": DESKTOP, "locale": "id-ID"} | getattr(request, "param", {})
    context = browser.new_context(**options)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor = Visit(context.new_page(), address)
    yield visitor
    context.close()
    assert visitor.faults == []


@pytest.fixture(scope="session")
def seats(browser: Browser) -> Iterator[dict[tuple[str, str], Visit]]:
    """Pages that stay open between visitors, by address and size: the program is compiled once."""
    kept: dict[tuple[str, str], Visit] = {}
    yield kept
    for seat in kept.values():
        seat.page.context.close()


@pytest.fixture
def guest(
    browser: Browser,
    address: str,
    seats: dict[tuple[str, str], Visit],
    request: pytest.FixtureRequest,
) -> Iterator[Visit]:
    """A visitor of whom the browser remembers nothing but the program: half the work of ``visit``.

    Parametrise it as ``visit``. What else is set on the page itself than its media (routes, no
    network, scripts) is taken back by who sets it, or is a matter for ``visit``.
    """
    options = {"viewport": DESKTOP, "locale": "id-ID"} | getattr(request, "param", {})
    place = (address, repr(sorted(options.items())))
    if place not in seats:
        context = browser.new_context(**options)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        seats[place] = Visit(context.new_page(), address)
        seats[place].page.goto(f"{address}/healthz")
    visitor = seats[place]
    visitor.page.evaluate("localStorage.clear(); sessionStorage.clear()")
    visitor.page.context.clear_cookies()
    visitor.faults.clear()
    visitor.walked = ""
    yield visitor
    # Left behind, the page asks nothing more, and its faults are told before the next visitor.
    faults = list(visitor.faults)
    visitor.page.emulate_media(media="null")
    visitor.page.goto(f"{address}/healthz")
    assert faults == []
