"""Whatever a file, a name or an address says, no page runs it and no page is built by it."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser
from sqlalchemy.engine import make_url

import app
from cakupan.settings import Settings
from layouts.pages import PAGES
from tests.browser.payloads import MADE, PAYLOADS, poisoned_database, poisoned_reference
from tests.in_background import in_background

EVIL = quote(PAYLOADS[4])
NAMES = ("bandingkan", "kelompok", "tahun", "urut", "ukuran", "pada", "acara", "kategori", "aturan")
QUERY = f"?wilayah=36&periode={EVIL}&target={EVIL}&tema={EVIL}&" + "&".join(
    f"{name}={EVIL}" for name in NAMES
)
PATHS = tuple(page.path.replace("<kode>", "36.03") for page in PAGES if page.path != "/slide")
GO = "(to) => { history.pushState({}, '', to); dispatchEvent(new PopStateEvent('popstate')); }"


@pytest.fixture
def poisoned(furnished: Settings, tmp_path: Path) -> Iterator[str]:
    """The program over a database and reference data in which every text is a payload."""
    poisoned_database(Path(make_url(furnished.database_url).database or ""), tmp_path / "a.db")
    poisoned_reference(furnished.reference_dir, tmp_path / "reference")
    settings = Settings.from_env(
        {
            "CAKUPAN_DATABASE_URL": f"sqlite:///{tmp_path / 'a.db'}",
            "CAKUPAN_DATA_DIR": str(tmp_path),
        }
    )
    with in_background(app.create_app(settings).server, threads=4) as port:
        yield f"http://127.0.0.1:{port}"


@pytest.mark.browser
def test_no_text_of_twenty_runs_or_becomes_part_of_a_page(browser: Browser, poisoned: str) -> None:
    page = browser.new_context().new_page()
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    # What would run is told here even where the policy of the page forbids it.
    page.add_init_script(
        "window.blocked = []; addEventListener('securitypolicyviolation',"
        " (event) => window.blocked.push(event.violatedDirective))"
    )
    page.goto(f"{poisoned}/{EVIL}{QUERY}")
    page.locator("#shell-page[data-path='']").wait_for()
    for path in PATHS:
        page.evaluate(GO, path + QUERY)
        page.locator(f"#shell-page[data-path='{path.replace('36.03', '<kode>')}']").wait_for()
        page.locator("main[data-ready='yes']").wait_for()
        assert "alert(1)" in page.content(), path
        assert not page.evaluate(MADE, ""), path
        assert page.evaluate("window.blocked") == [], path
    unseen = [text for text in PAYLOADS if "<" in text and "constructor" not in text]
    assert [text for text in unseen if not page.evaluate(MADE, text)] == []
    page.context.close()
    assert dialogs == []
