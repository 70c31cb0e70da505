"""While a page comes to life there are breaths in which what is clicked is heard."""

import pytest

from tests.browser.conftest import Visit

pytestmark = pytest.mark.browser

# What is seen in between two tasks: how far a page has come, and a drawing that is not whole yet.
WATCH = """
  window.seen = new Set();
  window.setInterval(() => {
    const half = document.querySelector('[data-drawing] .main-svg');
    const told = {
      'a part of the program': window.React && !window.DashRenderer,
      'a part of a chart': half,
      'a part of a chart, to be seen': half?.checkVisibility({ visibilityProperty: true }),
    };
    Object.keys(told).filter((name) => told[name]).forEach((name) => window.seen.add(name));
  }, 1);
"""


def test_what_is_clicked_is_heard_while_the_page_comes_to_life(visit: Visit) -> None:
    visit.page.add_init_script(WATCH)
    page = visit.open("/?wilayah=36")
    parts = {"a part of the program", "a part of a chart"}
    assert set(page.evaluate("[...window.seen]")) == parts
