"""Ringkasan until its charts are drawn, against the same charts in plain Streamlit and Vizro.

Each rival is a process of its own in an environment of its own, made once under ``.bench/``; its
page holds the first four figures of Ringkasan and nothing else. Every opening is by someone new.
"""

import json
import socket
import subprocess
import sys
import time
from base64 import b64decode
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.ratio import Ratio, compare
from benchmarks.stage import SEEN, WAIT, Stage, open_page, stage, visitor
from cakupan.settings import ROOT

HERE = ROOT / "benchmarks"
PINS = HERE / "rivals.txt"
HOME = ROOT / ".bench" / "rivals"
CHARTS = 4
NAMES = ("Streamlit", "Vizro")
# A chart of theirs is drawn when its marks stand in it. Ours stands as a picture, and again drawn
# by plotly.js: each is held against theirs.
DRAWN = """(wanted) => [...document.querySelectorAll('.js-plotly-plot')].filter(
  (graph) => graph.querySelector('.main-svg .trace')).length >= wanted"""
START = 120


def ratios(folder: Path) -> Iterator[Ratio]:
    """A new visitor's first view of ours, against that of each rival."""
    if not _environment()[0]:
        return
    with stage(folder) as on:
        for name in NAMES:
            with _running(name, on.figures, folder) as address:
                theirs = partial(_cold, on.browser, address, CHARTS)
                yield compare(
                    f"first picture of Ringkasan, against plain {name}",
                    partial(_seen, on.browser, on.ringkasan),
                    theirs,
                    runs=9,
                )
                yield compare(
                    f"living charts of Ringkasan, against plain {name}",
                    partial(_cold, on.browser, on.ringkasan, len(on.figures)),
                    theirs,
                    runs=9,
                )


def remarks(folder: Path) -> Iterator[str]:
    """What each sends to a new visitor; or why there is nothing to tell."""
    python, why = _environment()
    if not python:
        yield f"Streamlit and Vizro: not done, they could not be installed ({why})"
        return
    with stage(folder) as on:
        yield (
            f"Ringkasan draws {len(on.figures)} charts, each rival the first {CHARTS} of them "
            f"({', '.join(_pins())})"
        )
        yield f"Ringkasan for a new visitor: {_sent(on, on.ringkasan, len(on.figures))}"
        for name in NAMES:
            with _running(name, on.figures, folder) as address:
                yield f"plain {name} for a new visitor: {_sent(on, address, CHARTS)}"


@cache
def _environment() -> tuple[Path | None, str]:
    """The Python of the rivals' environment, made where it is not there; or None, and why."""
    python = HOME / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    made = HOME / "made-of.txt"
    pins = PINS.read_text("utf-8")
    if made.exists() and made.read_text("utf-8") == pins:
        return python, ""
    fetch = ["--quiet", "--disable-pip-version-check", "--retries=1", "--only-binary=:all:"]
    for command in (
        [sys.executable, "-m", "venv", "--clear", str(HOME)],
        [str(python), "-m", "pip", "install", *fetch, "-r", str(PINS)],
    ):
        asked = subprocess.run(command, capture_output=True, text=True, check=False)
        if asked.returncode:
            said = (asked.stderr or asked.stdout).strip().splitlines()
            return None, said[-1] if said else f"error {asked.returncode}"
    made.write_text(pins, "utf-8")
    return python, ""


def _pins() -> list[str]:
    lines = PINS.read_text("utf-8").splitlines()
    return [line.replace("==", " ") for line in lines if line and not line.startswith("#")]


@contextmanager
def _running(name: str, figures: list[Any], folder: Path) -> Iterator[str]:
    """A rival with the first figures, until the block ends; its address."""
    drawn = folder / "figures.json"
    drawn.write_text(json.dumps(figures[:CHARTS]), "utf-8")
    port = _free_port()
    address = f"http://127.0.0.1:{port}/"
    python = _environment()[0]
    command, silent = [str(python), *_command(name, drawn, port)], subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, stdout=silent, stderr=silent) as one:
        try:
            _wait(one, port)
            yield address
        finally:
            one.terminate()


def _command(name: str, figures: Path, port: int) -> list[str]:
    if name == "Vizro":
        return [str(HERE / "rival_vizro.py"), str(figures), str(port)]
    settings: Mapping[str, object] = {
        "server.headless": "true",
        "server.address": "127.0.0.1",
        "server.port": port,
        "server.fileWatcherType": "none",
        "browser.gatherUsageStats": "false",
    }
    given = [f"--{key}={value}" for key, value in settings.items()]
    page = str(HERE / "rival_streamlit.py")
    return ["-m", "streamlit", "run", page, *given, "--", str(figures)]


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait(one: "subprocess.Popen[bytes]", port: int) -> None:
    """Until the rival answers."""
    end = time.monotonic() + START
    while True:
        try:
            asked = HTTPConnection("127.0.0.1", port, timeout=5)
            asked.request("GET", "/")
            asked.getresponse().read()
        except (OSError, HTTPException):
            if one.poll() is not None or time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def _cold(browser: Browser, address: str, charts: int) -> None:
    with visitor(browser) as fresh:
        _open(fresh.new_page(), address, charts)


def _seen(browser: Browser, address: str) -> None:
    with visitor(browser) as fresh:
        open_page(fresh, address, until=SEEN)


def _open(page: Page, address: str, charts: int) -> None:
    page.goto(address, timeout=WAIT, wait_until="commit")
    page.wait_for_function(DRAWN, arg=charts, timeout=WAIT)


def _sent(on: Stage, address: str, charts: int) -> str:
    """What came over the wire for one view, over open connections too."""
    sizes: list[int] = []
    with visitor(on.browser) as fresh:
        page = fresh.new_page()
        wire = fresh.new_cdp_session(page)
        wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
        wire.on("Network.webSocketFrameReceived", lambda told: sizes.append(_frame(told)))
        wire.send("Network.enable")
        _open(page, address, charts)
        page.wait_for_load_state("networkidle")
    return f"{sum(sizes) / 1024:.0f} KiB on the wire"


def _frame(told: Mapping[str, Any]) -> int:
    """Bytes of one frame; what is no text is told in base64."""
    frame = told["response"]
    text = 1
    said: str = frame["payloadData"]
    return len(said.encode()) if frame["opcode"] == text else len(b64decode(said))
