"""What comes out of the printer: figures and no controls, and nothing beside its card."""

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

PAGES = ("/", "/wilayah", "/target", "/pertumbuhan", "/segmen", "/manfaat", "/paritrana", "/mutu")
# A4 between its margins, in pixels: upright, and lying for the long table of regions.
UPRIGHT, LYING = {"width": 703, "height": 1046}, {"width": 1031, "height": 703}
# What is to be pressed or moved, but for the heads of columns, which are words too.
CONTROLS = """() => [...document.querySelectorAll('main :is(button, [role=slider])')]
  .filter((one) => one.checkVisibility() && one.clientWidth > 1 && !one.closest('th'))
  .map((one) => one.innerText || one.className)"""
BESIDE = """() => [...document.querySelectorAll('main .card')]
  .filter((card) => card.checkVisibility())
  .filter((card) => [...card.querySelectorAll('table')].some(
    (table) => table.getBoundingClientRect().right > card.getBoundingClientRect().right + 1,
  ))
  .map((card) => card.className)"""


def test_on_paper_there_is_no_control_and_every_table_fits_into_its_card(reader: Visit) -> None:
    faults = {}
    size = reader.page.viewport_size
    for path in PAGES:
        page = reader.walk(f"{path}?wilayah=36")
        page.emulate_media(media="print")
        page.set_viewport_size(LYING if path == "/wilayah" else UPRIGHT)
        found = page.evaluate(CONTROLS) + page.evaluate(BESIDE)
        if found:
            faults[path] = found
        page.emulate_media(media="screen")
        page.set_viewport_size(size or UPRIGHT)
    assert faults == {}
