"""Every page, walked through in both sizes, themes and languages: no serious fault, and it fits."""

import pytest

from layouts.pages import PAGES, page_at
from tests.browser.conftest import DESKTOP, PHONE, Visit

pytestmark = pytest.mark.browser

BANTEN = "wilayah=36"
NATION = "wilayah=00"
COMPARED = "wilayah=36&bandingkan=36.03,36.71,36,00"
# Path and choices, and how many charts the page draws at least.
BRIGHT = [
    ("/", BANTEN, 5),
    ("/wilayah", f"{BANTEN}&warna=kekurangan", 1),
    ("/wilayah", COMPARED, 1),
    ("/wilayah/36.03", BANTEN, 2),
    ("/target", BANTEN, 2),
    ("/pertumbuhan", BANTEN, 7),
    ("/segmen", BANTEN, 1),
    ("/manfaat", BANTEN, 1),
    ("/paritrana", BANTEN, 1),
    ("/mutu", BANTEN, 0),
    ("/metode", BANTEN, 0),
    ("/data", BANTEN, 0),
    ("/slide", BANTEN, 0),
    ("/jejak", BANTEN, 0),
    ("/pengguna", BANTEN, 0),
]
DARK = [
    ("/", NATION, 2),
    ("/wilayah", f"{BANTEN}&peta=petak&warna=poin", 1),
    ("/wilayah", COMPARED, 1),
    ("/wilayah/36", BANTEN, 2),
    ("/wilayah/00", NATION, 0),
    ("/target", BANTEN, 2),
    ("/pertumbuhan", "wilayah=61&peta=poin", 7),
    ("/segmen", BANTEN, 1),
    ("/manfaat", "wilayah=17", 1),
    ("/paritrana", NATION, 0),
    ("/mutu", NATION, 0),
    ("/metode", BANTEN, 0),
    ("/data", BANTEN, 0),
    ("/slide", BANTEN, 0),
    ("/jejak", BANTEN, 0),
    ("/pengguna", BANTEN, 0),
]


@pytest.mark.parametrize(
    ("visit", "look", "scheme", "places"),
    [
        pytest.param({"viewport": DESKTOP}, "tema=terang&bahasa=id", "light", BRIGHT, id="desktop"),
        pytest.param({"viewport": PHONE}, "tema=gelap&bahasa=en", "dark", DARK, id="phone"),
    ],
    indirect=["visit"],
)
def test_every_size_theme_and_language_is_accessible_and_fits(
    visit: Visit, look: str, scheme: str, places: list[tuple[str, str, int]]
) -> None:
    assert {page_at(path) for path, _, _ in places} == set(PAGES)
    visit.open(f"/metode?{look}")
    faults = {}
    for path, choices, charts in places:
        page = visit.walk(f"{path}?{choices}&{look}")
        found = visit.violations()
        if visit.wide_by() > 0:
            found.append(f"{visit.wide_by()} px wider than the screen")
        drawn = page.locator("main .main-svg:visible").count()
        if drawn < charts:
            found.append(f"{drawn} of {charts} charts are drawn")
        unnamed = page.locator("main [role=img]:not([aria-label])").count()
        if unnamed:
            found.append(f"{unnamed} pictures have no name")
        if page.locator("html").get_attribute("data-mantine-color-scheme") != scheme:
            found.append(f"not {scheme}")
        if found:
            faults[f"{path}?{choices}"] = found
    assert faults == {}


def test_what_dash_forgets_at_once_is_told_once(reader: Visit) -> None:
    reader.walk(f"/?{BANTEN}")
    told = reader.page.evaluate(
        """async () => {
          const forget = { type: 'RESET_COMPONENT_STATE', payload: { itempath: ['nowhere'] } };
          let told = 0;
          const stop = window.store.subscribe(() => { told += 1; });
          const act = () => window.store.dispatch({ type: "nothing Dash knows" });
          for (let time = 0; time < 5; time += 1) { window.store.dispatch(forget); }
          const soon = told;
          await null;
          const later = told;
          act();
          const other = told;
          window.store.dispatch(forget);
          act();
          await null;
          stop();
          return [soon, later, other, told];
        }"""
    )
    # Five together once they are over; any other action at once, and it pays what is owed.
    assert told == [0, 1, 2, 3]


def test_what_no_component_waits_for_is_told_in_a_task_of_its_own(reader: Visit) -> None:
    reader.walk(f"/?{BANTEN}")
    told = reader.page.evaluate(
        """async () => {
          let told = 0;
          const stop = window.store.subscribe(() => { told += 1; });
          for (let time = 0; time < 5; time += 1) {
            window.store.dispatch({ type: 'LOADING', payload: [] });
            window.store.dispatch({ type: 'LOADED', payload: [] });
            window.store.dispatch({ type: 'Callbacks.Aggregate', payload: [] });
            await null;
          }
          const soon = told;
          await new Promise((resolve) => { window.setTimeout(resolve); });
          stop();
          return [soon, told];
        }"""
    )
    assert told == [0, 1]
