"""Make sure the browser tests have a browser: found, or by apt, or by playwright.

``python -m tests.browser.install`` exits 1 with what to do where none can be had.
"""

import os
import shutil
import subprocess
import sys

from tests.browser.find_browser import bundled_browser, system_browser

_INSTALL = " || ".join(
    f"apt-get install -y -q {one}" for one in ("chromium-headless-shell", "chromium")
)


def main() -> int:
    """Find or install; say what happened."""
    if system_browser() or bundled_browser():
        return 0
    print("Memasang Chromium untuk uji / installing Chromium for the tests ...", flush=True)
    for command in _ways():
        if subprocess.run(command, check=False).returncode != 0:
            continue
        if system_browser() or bundled_browser():
            return 0
    print(
        "Tidak ada peramban. Pasang Chromium atau Chrome, atau isi CHROME_PATH.\n"
        "No browser. Install Chromium or Chrome, or set CHROME_PATH.",
        file=sys.stderr,
    )
    return 1


def _ways() -> list[list[str]]:
    """Commands that bring a browser, the surest first."""
    ways = []
    root: list[str] | None = [] if getattr(os, "geteuid", lambda: 1)() == 0 else None
    if root is None and shutil.which("sudo"):
        root = ["sudo", "-n"]
    if shutil.which("apt-get") and root is not None:
        ways.append(
            [*root, "sh", "-c", f"apt-get update -q; {_INSTALL}"],
        )
    ways.append([sys.executable, "-m", "playwright", "install", "chromium"])
    return ways


if __name__ == "__main__":
    raise SystemExit(main())
