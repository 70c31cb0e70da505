"""A button of a row that is pressed while the row is being drawn anew."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from layouts.ids import DataAction, TargetAction
from layouts.page_ids.mutu import MutuAction
from layouts.page_ids.paritrana import DossierAction
from layouts.page_ids.segmen import LedgerAction
from tests.browser.conftest import Visit

LATE_MS = 300
CHANGE = """([note, button]) => {
  dash_clientside.set_props(note, { data: 'changed' });
  // One moment later the page is being asked for, and its answer is on the way.
  setTimeout(() => button.click(), 100);
}"""


@pytest.fixture
def slow(guest: Visit) -> Iterator[Page]:
    """A page whose answers take their time."""
    wire = guest.page.context.new_cdp_session(guest.page)
    line = {"offline": False, "downloadThroughput": -1, "uploadThroughput": -1}
    wire.send("Network.emulateNetworkConditions", {**line, "latency": LATE_MS})
    yield guest.page
    wire.send("Network.emulateNetworkConditions", {**line, "latency": 0})


@pytest.mark.parametrize(
    ("path", "action", "changed"),
    [
        ("/data", DataAction.TURN, "data-changed"),
        ("/target", TargetAction.CHANGE, "target-changed"),
        ("/segmen", LedgerAction.CHANGE, "segmen-changed"),
        ("/mutu", MutuAction.ACCEPT, "mutu-changed"),
        ("/paritrana", DossierAction.SCORES, "dossier-changed"),
    ],
)
def test_its_dialogue_opens(guest: Visit, slow: Page, path: str, action: str, changed: str) -> None:
    guest.open(path)
    guest.settle()
    button = slow.locator(f'[id*=\'"type":"{action}"\']').first
    slow.evaluate(CHANGE, [changed, button.element_handle()])
    expect(slow.get_by_role("dialog")).to_be_visible()
