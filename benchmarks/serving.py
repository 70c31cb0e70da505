"""The start, and pages on the nation's figures, against an empty app that does nothing.

Each answer is asked for the way a browser asks.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from dash import Dash, Input, Output, html

import app as program
from benchmarks.national import national_settings
from benchmarks.ratio import Ratio, compare
from cakupan.memory import keep_for_good
from cakupan.settings import ROOT
from layouts.ids import ShellId, TargetId, WilayahId

BARE = "import dash, plotly, pandas; dash.Dash('bare', assets_folder='none').server"
# The program itself, up to the moment at which it would wait for its first visitor.
OURS = """
import runpy
import waitress.server

def create(*told, **more):
    server = made(*told, **more | {"port": 0})
    server.run = lambda: None
    return server

made, waitress.server.create_server = waitress.server.create_server, create
runpy.run_path("app.py", run_name="__main__")
"""
PAGES = (
    (
        "Ringkasan",
        "/",
        "ringkasan-hero-figure",
        ("?wilayah=36", "?wilayah=36&penyebut=employed", "?wilayah=00"),
    ),
    (
        "Target",
        "/target",
        "target-history",
        ("?wilayah=36", "?wilayah=36&penyebut=employed", "?wilayah=00"),
    ),
    (
        "Wilayah",
        "/wilayah",
        "wilayah-map",
        (
            "?wilayah=36",
            "?wilayah=00",
            "?wilayah=00&peta=petak&warna=kekurangan",
        ),
    ),
    *(
        ("Wilayah", f"/wilayah/{code}", "daerah-hero-figure", ("?penyebut=eligible",))
        for code in ("36.03", "36", "00")
    ),
    (
        "Pertumbuhan",
        "/pertumbuhan",
        "pertumbuhan-head",
        (
            "?wilayah=36",
            "?wilayah=00",
            "?wilayah=00&dasar=awal&ukuran=persen&jumlah=semua&peta=poin",
        ),
    ),
    ("Paritrana", "/paritrana", "paritrana-sheet", ("?wilayah=36", "?wilayah=32", "?wilayah=00")),
    (
        "Segmen",
        "/segmen",
        "segmen-ledger",
        ("?wilayah=36", "?wilayah=00", "?wilayah=00&jakon=tanpa"),
    ),
    ("Manfaat", "/manfaat", "manfaat-margins", ("?wilayah=36", "?wilayah=00")),
    (
        "regions side by side",
        "/wilayah",
        "bandingkan-columns",
        ("?wilayah=36&bandingkan=36.03,36.71,36,00",),
    ),
    ("Mutu", "/mutu", "mutu-flags", ("?wilayah=36", "?wilayah=00")),
    ("the bar", "/", "shell-region", ("?wilayah=36", "?wilayah=00")),
)
"""Name, path, a slot the page's callback fills, and the views that are asked for."""

DESKS = (
    ("Data", "/data", "data-files", ("?wilayah=36",)),
    ("releases, on Data", "/data", "releases-head", ("?wilayah=36",)),
    ("Slide", "/slide", "slide-head", ("?wilayah=36",)),
    ("Metode", "/metode", "metode-head", ("?wilayah=36",)),
)
"""The same of pages that hardly anybody but who works on figures or slides looks at."""

MAP_ALONE = ("?wilayah=00&warna=poin", "?wilayah=00&peta=petak&warna=kekurangan")
"""How the map of the nation is drawn otherwise, on a page whose table stays as it is."""

ORIGINS = (
    ("/", "hero"),
    ("/pertumbuhan", "year"),
    ("/segmen", "segmen-groups"),
    ("/manfaat", "manfaat-head"),
)
"""Cards of the nation that are asked where their numbers come from: some hundred thousand cells."""

SLIDES = ("?wilayah=36&tumbuh=1.5&tambah=9000", "?wilayah=00&tumbuh=1.5&aturan=setara")
"""What the Target page is asked while a slider moves."""


def ratios(folder: Path) -> Iterator[Ratio]:
    """Process start to an app that could serve, then one answer of the page for each view."""
    url = f"sqlite:///{folder / 'start.db'}"
    yield compare("start", lambda: _python(OURS, url), lambda: _python(BARE, url))
    ours, bare = program.create_app(national_settings(folder)), bare_app()
    # As a server does before its first visitor comes: what is there at the start is looked through
    # for litter no more.
    keep_for_good()
    for name, path, slot, views in (*PAGES, *DESKS):
        for view in views:
            yield compare(
                f"answer of {name}, {path}{view}",
                asking(ours, f"{slot}.", ShellId.REQUEST, _request(path, view)),
                asking(bare, "out.", "in", view),
                runs=40,
            )
    for told in MAP_ALONE:
        yield compare(
            f"answer of Wilayah, /wilayah{told} while the table stands",
            _where_the_table_stands(ours, told),
            asking(bare, "out.", "in", told),
            runs=40,
        )
    for path, card in ORIGINS:
        about = {**_request(path, "?wilayah=00"), "card": card}
        yield compare(
            f"where the numbers of {path}?wilayah=00 come from, {card}",
            asking(ours, "shell-origin.", ShellId.ORIGIN_ASKED, about),
            asking(bare, "out.", "in", card),
            runs=40,
        )
    for view in SLIDES:
        state = {"id": str(ShellId.REQUEST), "property": "data", "value": _request("/target", view)}
        yield compare(
            f"answer to a slider, /target{view}",
            asking(ours, "target-figures.children@", TargetId.ASKED, view, state),
            asking(bare, "out.", "in", view),
            runs=40,
        )


def _where_the_table_stands(app: Dash, view: str) -> Callable[[], object]:
    """An action that asks for another map of the nation, as a page does that has its table."""
    payload = asked(app, "wilayah-map.", ShellId.REQUEST, _request("/wilayah", "?wilayah=00"))
    answer = app.server.test_client().post("/_dash-update-component", json=payload)
    note = answer.get_json()["response"][WilayahId.TABLE_HELD]["data"]
    state = {"id": str(WilayahId.TABLE_HELD), "property": "data", "value": note}
    return asking(app, "wilayah-map.", ShellId.REQUEST, _request("/wilayah", view), state)


def _python(code: str, url: str) -> None:
    # What Python has compiled once it keeps, as it does wherever it is not told otherwise.
    kept = {name: told for name, told in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        cwd=ROOT,
        env={**kept, "CAKUPAN_DATABASE_URL": url},
        stdout=subprocess.DEVNULL,
    )


def _request(path: str, search: str) -> dict[str, object]:
    return {"path": path, "search": search, "compact": False, "key": "1"}


def bare_app() -> Dash:
    """An app with a callback that does nothing."""
    app = Dash("bare", assets_folder="none")
    app.layout = html.Div([html.Div(id="in"), html.Div(id="out")])
    app.callback(Output("out", "children"), Input("in", "title"))(lambda title: title)
    return app


def answering(app: Dash, path: str, slot: str, view: str) -> Callable[[], object]:
    """An action that asks a page for one of its views, as never asked before."""
    return asking(app, f"{slot}.", ShellId.REQUEST, _request(path, view))


def asking(
    app: Dash, wanted: str, source: str, value: object, *state: Mapping[str, object]
) -> Callable[[], object]:
    """An action that posts one callback the way a browser does, and insists on an answer."""
    client = app.server.test_client()
    client.get("/")
    payload = asked(app, wanted, source, value, *state)
    views = count()

    def ask() -> None:
        # Named anew each time: what a page costs that nobody has asked for before.
        changed = [*payload["changedPropIds"], f"view-{next(views)}.data"]
        answer = client.post("/_dash-update-component", json={**payload, "changedPropIds": changed})
        if answer.status_code != 200:
            raise RuntimeError(f"{wanted}: {answer.status_code}")

    return ask


def asked(
    app: Dash, wanted: str, source: str, value: object, *state: Mapping[str, object]
) -> dict[str, Any]:
    """What a browser sends to the callback whose output begins so."""
    output = next(key for key in app.callback_map if wanted in key)
    wired = app.callback_map[output]
    name = wired["inputs"][0]["property"]
    told = state or _empty(wired["state"])
    return {
        "output": output,
        "outputs": _outputs(output),
        "inputs": [
            {"id": str(source), "property": name, "value": value},
            *_empty(wired["inputs"][1:]),
        ],
        "changedPropIds": [f"{source}.{name}"],
        "state": list(told),
    }


def _empty(places: Iterable[Mapping[str, object]]) -> list[dict[str, object]]:
    return [{**place, "value": None} for place in places]


def _outputs(output: str) -> object:
    parts = [part.rsplit(".", 1) for part in output.strip(".").split("...")]
    listed = [{"id": part[0], "property": part[1]} for part in parts]
    return listed if output.startswith("..") else listed[0]
