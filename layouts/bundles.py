"""What a page is made of, in three files instead of sixty: its style, its program, its charts."""

import re
from collections.abc import Iterable
from functools import cached_property
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

from cakupan.domain.records import Record

SCRIPT, STYLE = "text/javascript", "text/css"
_ICON = re.compile(rb"url\('(icons/[\w-]+\.svg)'\)")
_PLAIN = " =:/'<>,;()"
_CHARTS = ("00-plotly.min.js", "01-plotly-offline.js")
# A browser that reads a file with this at its top makes all of it ready to run on another thread,
# instead of each function on the thread that clicks wait for, as it is called first.
_READY = b"//# allFunctionsCalledOnLoad\n"
_FIRST = ("early.js", "sight/notes.js", "sight/chart.js", "sight/tree.js", "sight/opening.js")


class Bundle(Record, frozen=True, dict=True):
    """One file that never changes under its address."""

    name: str
    content: bytes
    mimetype: str

    @cached_property
    def address(self) -> str:
        """Its path, with a digest of what is in it."""
        return f"/assets/{self.name}?m={sha256(self.content).hexdigest()[:16]}"


class Bundles(Record, frozen=True):
    """``first`` shows what a page says before ``program`` is there, which brings it to life.

    ``charts`` is plotly.js: no word and no figure waits for it.
    """

    first: Bundle
    style: Bundle
    program: Bundle
    charts: Bundle

    @property
    def all(self) -> tuple[Bundle, ...]:
        """Each of them."""
        return (self.first, self.style, self.program, self.charts)

    def tags(self, prefix: str) -> tuple[str, str]:
        """The tags of an index page below ``prefix``: for its head, and of the program.

        That begins when the first sight stands; it is on its way meanwhile.
        """
        first, style, program, charts = (escape(prefix + one.address[1:]) for one in self.all)
        layout, callbacks, answers = (
            escape(prefix + one) for one in ("_dash-layout", "_dash-dependencies", "sekilas")
        )
        head = (
            f'<script src="{first}" data-layout="{layout}" data-callbacks="{callbacks}" '
            f'data-answers="{answers}"></script><link rel="stylesheet" href="{style}">'
            f'<link rel="preload" as="script" href="{program}" fetchpriority="low">'
        )
        return head, f'<script src="{program}" data-charts="{charts}"></script>'


def bundles(assets: Path, of_dash: Iterable[bytes], *, apart: Iterable[str]) -> Bundles:
    """Our assets in the order of their names, with the scripts of Dash and its components.

    Those stand behind the first of ours, which they rely on. ``apart`` are assets in no bundle.
    """
    left = {*apart, *_CHARTS, *_FIRST}
    scripts, styles = (
        [path.read_bytes() for path in sorted(assets.glob(kind)) if path.name not in left]
        for kind in ("*.js", "*.css")
    )
    program = (*scripts[:1], *of_dash, *scripts[1:])
    first, charts = ([(assets / name).read_bytes() for name in of] for of in (_FIRST, _CHARTS))
    return Bundles(
        Bundle("first.js", _joined(first), SCRIPT),
        Bundle("style.css", _drawn_in(b"\n".join(styles), assets), STYLE),
        # Dash looks into its index page for the name of its renderer.
        Bundle("cakupan-dash-renderer.js", _READY + _in_parts(program), SCRIPT),
        Bundle("charts.js", _READY + _joined(charts), SCRIPT),
    )


def _drawn_in(style: bytes, assets: Path) -> bytes:
    """A style sheet with its icons in it, which would be as many requests."""

    def drawing(found: re.Match[bytes]) -> bytes:
        drawn = (assets / found[1].decode()).read_text(encoding="utf-8").strip()
        return f'url("data:image/svg+xml,{quote(drawn, safe=_PLAIN)}")'.encode()

    return _ICON.sub(drawing, style)


def _in_parts(scripts: Iterable[bytes]) -> bytes:
    """One script that has each of ``scripts`` run in a task of its own (``sight/opening.js``)."""
    parts = b",".join(b"(function () {" + _joined([script]) + b"})" for script in scripts)
    return b"window.cakupanSight.run([" + parts + b"]);\n"


def _joined(scripts: Iterable[bytes]) -> bytes:
    """One script; a "use strict" in front of one of them does not hold for the others."""
    return b"".join(b";" + script + b"\n" for script in scripts)
