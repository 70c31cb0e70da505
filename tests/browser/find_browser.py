"""Where a Chromium stands on this machine, and how it is started without calling anyone."""

import os
import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

# First the one without windows of its own: the same pages for a fifth less work.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "msedge",
)
PLACES = (
    Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
    Path("C:/Program Files/Google/Chrome/Application/chrome.exe"),
    Path("C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe"),
)
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    # The browser's own windows, loaded ahead for a person who will never click them.
    "--disable-features=PreloadTopChromeWebUI,WebUIOmniboxPopup",
)


def system_browser() -> str | None:
    """Path of a browser: $CHROME_PATH first, then the usual names and places."""
    chosen = os.environ.get("CHROME_PATH")
    if chosen:
        return chosen
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return found
    return next((str(place) for place in PLACES if place.exists()), None)


def bundled_browser() -> str | None:
    """Path of the browser that ``playwright install chromium`` has put beside playwright."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None
