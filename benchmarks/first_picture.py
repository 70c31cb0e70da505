"""Ringkasan until its last chart is drawn, against a bare page with stock plotly.js.

The bare page holds the very figures that Ringkasan has drawn, inline, and nothing else: no choices,
no captions, no server that thinks. Both come from the same kind of server, compressed.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import plotly
from flask import Flask, Response
from playwright.sync_api import Browser, BrowserContext

from benchmarks.ratio import Ratio, compare
from benchmarks.stage import DRAWN, WAIT, open_page, serve, stage, visitor

BARE = """<!doctype html><meta charset="utf-8"><title>bare</title>
<script src="plotly.js"></script><main></main><script>
Promise.all(FIGURES.map(({ data, layout }) => {
  const place = document.createElement('div');
  document.querySelector('main').append(place);
  return Plotly.newPlot(place, data, layout);
})).then(() => { document.querySelector('main').dataset.ready = 'yes'; });
</script>"""
# Bits a second and milliseconds of the lines that are promised for.
LINES = {"1,6 Mbit/s, 150 ms": (1_600_000, 150), "400 kbit/s, 400 ms": (400_000, 400)}


def ratios(folder: Path) -> Iterator[Ratio]:
    """A visitor's first view and the next, each against the bare page."""
    with stage(folder) as on:
        bare = serve(_bare(json.dumps(on.figures))) + "/"
        yield compare(
            "first picture of Ringkasan, a new visitor",
            lambda: _cold(on.browser, on.ringkasan),
            lambda: _cold(on.browser, bare),
            runs=9,
        )
        with visitor(on.browser) as known, visitor(on.browser) as other:
            yield compare(
                "first picture of Ringkasan, a known visitor",
                lambda: open_page(known, on.ringkasan),
                lambda: open_page(other, bare),
                runs=9,
            )


def remarks(folder: Path) -> Iterator[str]:
    """What is sent over the wire, and how long a thin line takes."""
    with stage(folder) as on, visitor(on.browser) as one:
        for name in ("a new visitor", "a known visitor"):
            yield f"Ringkasan for {name}: {_sent(one, on.ringkasan) / 1024:.0f} KiB on the wire"
        for line, (bits, delay) in LINES.items():
            with visitor(on.browser) as fresh:
                for name in ("a new visitor", "a known visitor"):
                    seconds = _thin(fresh, on.ringkasan, bits, delay)
                    yield f"Ringkasan over {line}, {name}: {seconds:.1f} s"


def _bare(figures: str) -> Flask:
    """The bare page and stock plotly.js, both compressed beforehand."""
    site = Flask("bare")
    stock = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    page = BARE.replace("FIGURES", figures.replace("</", "<\\/")).encode()
    for path, content, kind in (
        ("/", page, "text/html"),
        ("/plotly.js", stock.read_bytes(), "text/javascript"),
    ):
        site.add_url_rule(path, path, _giving(gzip.compress(content), kind))
    return site


def _giving(packed: bytes, kind: str) -> Callable[[], Response]:
    lasting = "no-cache" if kind == "text/html" else "max-age=31536000, immutable"
    headers = {"Content-Encoding": "gzip", "Content-Type": kind, "Cache-Control": lasting}
    return lambda: Response(packed, headers=headers)


def _cold(browser: Browser, address: str) -> None:
    with visitor(browser) as fresh:
        open_page(fresh, address)


def _sent(who: BrowserContext, address: str) -> int:
    """Bytes that came over the wire for one view."""
    page = who.new_page()
    wire = who.new_cdp_session(page)
    sizes: list[int] = []
    wire.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    wire.send("Network.enable")
    page.goto(address)
    page.locator(DRAWN).wait_for(timeout=WAIT)
    page.wait_for_load_state("networkidle")
    page.close()
    return sum(sizes)


def _thin(who: BrowserContext, address: str, bits: int, delay: int) -> float:
    """Seconds until the first chart stands, over a line of so many bits a second."""
    page = who.new_page()
    wire = who.new_cdp_session(page)
    wire.send("Network.enable")
    line = {"latency": delay, "downloadThroughput": bits / 8, "uploadThroughput": bits / 8}
    wire.send("Network.emulateNetworkConditions", {"offline": False, **line})
    page.goto(address, timeout=WAIT, wait_until="commit")
    page.locator("main .main-svg").first.wait_for(timeout=WAIT)
    seconds = float(page.evaluate("performance.now() / 1000"))
    page.close()
    return seconds
