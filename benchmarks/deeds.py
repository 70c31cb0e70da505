"""What is decided in dialogues on the nation's figures: each opened, written, and taken back.

Every time a load, a decision or weights are written, as by somebody who works on the page.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum
from functools import partial
from itertools import count, cycle
from pathlib import Path
from time import sleep
from typing import Any, NamedTuple

from dash import Dash

import app as program
from benchmarks.national import add_flag, load_again, national_settings
from benchmarks.ratio import Ratio, compare
from benchmarks.serving import asking, bare_app
from cakupan.domain.loads import Load, LoadState
from cakupan.memory import keep_for_good
from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.queries.loads import history
from cakupan.storage.reading import unscoped
from layouts.ids import DataAction, DataId, TargetAction, TargetFieldId
from layouts.page_ids.mutu import MutuAction, MutuId
from layouts.page_ids.paritrana import DossierAction, DossierFieldId, WeightsFieldId
from layouts.page_ids.segmen import LedgerAction, LedgerFieldId
from tests.callbacks.posting import Answer
from tests.callbacks.visitor import Visitor

RUNS, FEW_RUNS = 40, 10


class MutuFieldId(StrEnum):
    """Fields of the dialogue of Mutu."""

    FIGURE = MutuId.FIGURE
    VALUE = MutuId.VALUE
    REASON = MutuId.REASON
    SOURCE = MutuId.SOURCE
    NAME = MutuId.NAME


class DataFieldId(StrEnum):
    """The field of the dialogue of Data."""

    NAME = DataId.DIALOG_NAME


class Desk(NamedTuple):
    """A dialogue, and the type of the buttons that take a load back or let it count again."""

    page: str
    fields: type[StrEnum]
    turn: str = ""
    dialog: str = ""
    search: str = "?wilayah=36"


class Deed(NamedTuple):
    """What is done at a desk: the button, and what is typed, another number each time."""

    name: str
    desk: Desk
    button: object
    typed: Callable[[int], dict[str, str]]
    writes_load: bool = True


TARGETS = Desk("target", TargetFieldId, TargetAction.TURN)
LEDGER = Desk("segmen", LedgerFieldId, LedgerAction.TURN)
DOSSIERS = Desk("paritrana", DossierFieldId, DossierAction.TURN, "dossier")
WEIGHTS = Desk("paritrana", WeightsFieldId, dialog="weights")
FLAGS = Desk("mutu", MutuFieldId, MutuAction.TURN, search="?wilayah=36&penyebut=employed")
DATA = Desk("data", DataFieldId, DataAction.TURN)
FLAG = "coverage-above-one:36.72::employed"
LINE = {
    "group": "ojek_daring",
    "payer": "csr",
    "rate": "16.800",
    "months": "6",
    "citation": "Perjanjian 7/2025",
}


def _month(number: int) -> str:
    return f"{2018 + number // 12}-{number % 12 + 1:02}"


DEEDS = (
    Deed(
        "a target is changed",
        TARGETS,
        {"key": "36|rpjmd|2030", "type": str(TargetAction.CHANGE)},
        lambda number: {"ratio": f"65,{number}", "citation": "Perda 3/2026"},
    ),
    Deed(
        "a line of the ledger is added",
        LEDGER,
        "segmen-new",
        lambda number: {**LINE, "workers": f"{number}", "start": _month(number)},
    ),
    Deed(
        "a nominee is scored",
        DOSSIERS,
        {"nominee": "2025|desa|36.03|Desa 1", "type": str(DossierAction.SCORES)},
        lambda number: {"judge": "Juri A", "score_2": f"50,{number}"},
    ),
    Deed(
        "weights are saved",
        WEIGHTS,
        "paritrana-save",
        lambda number: {"title": f"Juri {number}"},
        writes_load=False,
    ),
    Deed(
        "a flag is accepted",
        FLAGS,
        {"flag": FLAG, "type": str(MutuAction.ACCEPT)},
        lambda number: {"reason": f"Diperiksa di kantor {number}"},
        writes_load=False,
    ),
    Deed(
        "a figure is corrected",
        FLAGS,
        {"flag": FLAG, "type": str(MutuAction.CORRECT)},
        lambda number: {"reason": "Salah tulis di sumbernya", "value": f"500{number}"},
    ),
)


def ratios(folder: Path) -> Iterator[Ratio]:
    """Each dialogue opened, each deed written anew every time, then turned around and around."""
    settings = national_settings(folder)
    add_flag(settings.database_url)
    app, bare = program.create_app(settings), bare_app()
    keep_for_good()

    def timed(name: str, act: Callable[[], object], **how: Any) -> Ratio:
        return compare(name, act, asking(bare, "out.", "in", name), **{"runs": RUNS, **how})

    for deed in DEEDS:
        who = _visitor(app, deed.desk)
        yield timed(f"dialogue in which {deed.name}", partial(who.press, deed.button))
        yield timed(deed.name, _writing(who, deed))
        if deed.writes_load:
            yield from _turned(deed.name, who, deed.desk, _newest_load(settings), timed)
    who = _visitor(app, DATA)
    yield from _turned("a load of one figure", who, DATA, _newest_load(settings), timed)
    load_again(settings.database_url, 1)
    few = partial(timed, runs=FEW_RUNS)
    yield from _turned_beside("a load of 100.000 figures", who, settings, few)


def _visitor(app: Dash, desk: Desk) -> Visitor:
    at = {"PAGE": desk.page, "FIELDS": desk.fields, "DIALOG": desk.dialog}
    who: Visitor = type("Writer", (Visitor,), at)(app, desk.search)
    return who


def _writing(who: Visitor, deed: Deed) -> Callable[[], object]:
    """An action that decides what the dialogue was opened for, typing another number each time."""
    opened, numbers = who.press(deed.button), count(10)
    seen = opened.get(MutuId.INTENT, {}).get("data", {}).get("seen")

    def write() -> None:
        typed = deed.typed(next(numbers))
        _decide(who, opened, **typed)
        if seen:
            # What is opened afterwards shows the figure as it was just corrected.
            seen[opened[MutuId.FIGURE]["value"]] = typed["value"]

    return write


def _turned(
    name: str,
    who: Visitor,
    desk: Desk,
    load_id: int,
    timed: Callable[[str, Callable[[], object]], Ratio],
) -> Iterator[Ratio]:
    button = {"load": load_id, "type": str(desk.turn)}
    beside = ("Sari",) if desk is DATA else ()
    opening = partial(who.press, button, beside=beside)
    yield timed(f"dialogue in which is taken back: {name}", opening)
    intents = []
    for _ in range(2):
        intents.append(opening())
        _decide(who, intents[-1])
    turns = cycle(intents)
    yield timed(f"taken back and again: {name}", lambda: _decide(who, next(turns)))


def _turned_beside(
    name: str, who: Visitor, settings: Settings, timed: Callable[..., Ratio]
) -> Iterator[Ratio]:
    """A load of so many figures that it is turned beside the serving: answered, and written."""
    load_id = _newest_load(settings)
    button = {"load": load_id, "type": str(DATA.turn)}
    opening = partial(who.press, button, beside=("Sari",))
    yield timed(f"dialogue in which is taken back: {name}", opening)
    state = [LoadState.CURRENT]

    def stand() -> None:
        while next(one.state for one in _loads(settings) if one.id == load_id) is not state[0]:
            sleep(0.01)

    def turn() -> None:
        _decide(who, next(turns))
        was_current = state[0] is LoadState.CURRENT
        state[0] = LoadState.WITHDRAWN if was_current else LoadState.CURRENT

    def turn_and_stand() -> None:
        turn()
        stand()

    back = opening()
    _decide(who, back)
    state[0] = LoadState.WITHDRAWN
    stand()
    turns = cycle((opening(), back))
    yield timed(f"taken back and again: {name}", turn, before=stand)
    stand()
    yield timed(f"taken back and again, until it is written: {name}", turn_and_stand)


def _decide(who: Visitor, opened: Answer, **typed: str) -> None:
    answer = who.decide(opened, **typed)
    if answer.get(f"{who.DIALOG or who.PAGE}-dialog", {}).get("opened") is not False:
        raise RuntimeError(f"refused: {answer}")


def _newest_load(settings: Settings) -> int:
    return _loads(settings)[0].id


def _loads(settings: Settings) -> list[Load]:
    engine = open_reader(settings.database_url)
    with engine.connect() as connection:
        loads = history(unscoped(connection))
    engine.dispose()
    return loads
