"""What Lighthouse says of Ringkasan on a desk, and how far pages shift while they come up."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.stage import PATH, WIDE, Stage, open_page, stage, visitor
from tests.browser.find_browser import bundled_browser, system_browser

# The last that runs on Node 18, 20 and 22.
LIGHTHOUSE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices")
TIMES = {
    "first-contentful-paint": "first paint",
    "largest-contentful-paint": "largest paint",
    "total-blocking-time": "blocked",
    "cumulative-layout-shift": "shift",
}
RUNS = 3
PAGES = {"Ringkasan": "/", "Wilayah": "/wilayah", "Target": "/target"} | {
    "Segmen": "/segmen",
    "Paritrana": "/paritrana",
}
SIZES = (WIDE, (390, 844))
SHIFTS = """new PerformanceObserver((list) => {
  for (const shift of list.getEntries()) {
    if (!shift.hadRecentInput) window.shifted = (window.shifted || 0) + shift.value;
  }
}).observe({ type: 'layout-shift', buffered: true });"""
SETTLED = 1_500


def remarks(folder: Path) -> Iterator[str]:
    """Scores and times of Lighthouse, then the shift of each page at two sizes."""
    with stage(folder) as on:
        yield from _lighthouse(on.ringkasan, folder)
        for name, path in PAGES.items():
            shifts = (f"{_shift(on, path, size):.3f} at {size[0]} × {size[1]}" for size in SIZES)
            yield f"layout shift of {name}: {', '.join(shifts)}"


def _lighthouse(address: str, folder: Path) -> Iterator[str]:
    """The run with the median performance of three."""
    npx, browser = shutil.which("npx"), system_browser() or bundled_browser()
    if not (npx and shutil.which("node") and browser):
        yield "Lighthouse: not done, it needs node, npx and a Chromium"
        return
    reports = []
    for _ in range(RUNS):
        found, why = _report(npx, browser, address, folder / "lighthouse.json")
        if found is None:
            yield f"Lighthouse: not done ({why})"
            return
        reports.append(found)
    yield from told(sorted(reports, key=lambda one: _score(one, "performance"))[RUNS // 2])


def _report(
    npx: str, browser: str, address: str, place: Path
) -> tuple[Mapping[str, Any] | None, str]:
    command = [npx, "--yes", LIGHTHOUSE, address, "--preset=desktop", "--quiet", "--output=json"]
    command += [f"--output-path={place}", f"--only-categories={','.join(CATEGORIES)}"]
    command += ["--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    command += ["--no-enable-error-reporting"]
    environment = {**os.environ, "CHROME_PATH": browser, "npm_config_fetch_retries": "1"}
    place.unlink(missing_ok=True)
    asked = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if not place.exists():
        said = (asked.stderr or asked.stdout).strip().splitlines()
        return None, said[0] if said else f"error {asked.returncode}"
    found: Mapping[str, Any] = json.loads(place.read_text("utf-8"))
    return found, ""


def told(report: Mapping[str, Any]) -> Iterator[str]:
    """The scores, the times, and which audits of a page that must be faultless failed."""
    scores = (f"{_score(report, name):.0f} {name}" for name in CATEGORIES)
    audits = report["audits"]
    times = (f"{name} {audits[audit]['displayValue']}" for audit, name in TIMES.items())
    version = report["lighthouseVersion"]
    yield f"Lighthouse {version}, desktop, median of {RUNS}: {', '.join((*scores, *times))}"
    for category in CATEGORIES[1:]:
        for part in report["categories"][category]["auditRefs"]:
            audit = audits[part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                yield f"Lighthouse, {category}, failed: {audit['id']} ({audit['title']})"


def _score(report: Mapping[str, Any], category: str) -> float:
    return 100 * float(report["categories"][category]["score"] or 0)


def _shift(on: Stage, path: str, size: tuple[int, int]) -> float:
    """The sum of all shifts that nobody caused, until a while after the page is drawn."""
    with visitor(on.browser, size) as fresh:
        fresh.add_init_script(SHIFTS)
        page = open_page(fresh, on.server + path + PATH.removeprefix("/"), keep=True)
        page.wait_for_timeout(SETTLED)
        return float(page.evaluate("window.shifted || 0"))
