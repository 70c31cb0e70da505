"""Ringkasan until its last chart stands, against a bare page with stock plotly.js.

Ours stands twice: as the first sight, which is a picture, and drawn by plotly.js, when it answers a
pointer. The bare page has the second only; both are held against it. It holds the very figures that
Ringkasan has drawn, inline, and nothing else: no choices, no captions, no server that thinks. Both
come from the same kind of server, compressed.
"""

import gzip
import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import plotly
from flask import Flask, Response
from playwright.sync_api import Browser, BrowserContext

from benchmarks.ratio import Ratio, compare
from benchmarks.stage import DRAWN, SEEN, WAIT, open_page, serve, stage, visitor

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


# What is waited for of ours, by the name of the row.
SIGNS = {"first picture": SEEN, "living charts": DRAWN}


def ratios(folder: Path) -> Iterator[Ratio]:
    """A visitor's first view and the next, each against the bare page."""
    with stage(folder) as on:
        bare = serve(_bare(json.dumps(on.figures))) + "/"
        for name, sign in SIGNS.items():
            yield compare(
                f"{name} of Ringkasan, a new visitor",
                partial(_cold, on.browser, on.ringkasan, sign),
                partial(_cold, on.browser, bare, DRAWN),
                runs=9,
            )
            with visitor(on.browser) as known, visitor(on.browser) as other:
                yield compare(
                    f"{name} of Ringkasan, a known visitor",
                    partial(open_page, known, on.ringkasan, until=sign),
                    partial(open_page, other, bare),
                    runs=9,
                )


def remarks(folder: Path) -> Iterator[str]:
    """What is sent over the wire, and how long a thin line takes."""
    with stage(folder) as on, visitor(on.browser) as one:
        for name in ("a new visitor", "a known visitor"):
            yield f"Ringkasan for {name}: {_sent(one, on.ringkasan) / 1024:.1f} KiB on the wire"
        for line, (bits, delay) in LINES.items():
            with visitor(on.browser) as fresh:
                for name in ("a new visitor", "a known visitor"):
                    seen, alive = _thin(fresh, on.ringkasan, bits, delay)
                    told = f"{seen:.1f} s, and it lives after {alive:.1f} s"
                    yield f"Ringkasan over {line}, {name}: the first chart stands after {told}"


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


def _cold(browser: Browser, address: str, until: str) -> None:
    with visitor(browser) as fresh:
        open_page(fresh, address, until=until)


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


def _thin(who: BrowserContext, address: str, bits: int, delay: int) -> tuple[float, float]:
    """Seconds until the first chart stands and until it lives, over a line of so many bits."""
    page = who.new_page()
    wire = who.new_cdp_session(page)
    wire.send("Network.enable")
    line = {"latency": delay, "downloadThroughput": bits / 8, "uploadThroughput": bits / 8}
    wire.send("Network.emulateNetworkConditions", {"offline": False, **line})
    page.goto(address, timeout=WAIT, wait_until="commit")
    times = []
    for sign in (".sight-chart, main .main-svg", "main .main-svg"):
        page.locator(sign).first.wait_for(timeout=WAIT)
        times.append(float(page.evaluate("performance.now() / 1000")))
    page.close()
    return times[0], times[1]
