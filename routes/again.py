"""The same question gets the same bytes again, as long as the data are the same.

Who may ask was looked at before. What holds for how long the callback itself has said
(``cakupan/domain/repeating.py``); whoever sees other regions or has another role asks another
question. While the newest data are made ready, the answers before them stand
(``routes/standing.py``).

What is not known yet is drawn by a few at a time: ten pages drawn at once are done no sooner, and
whoever asks for one that is known would wait behind all ten.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from threading import BoundedSemaphore

from flask import Flask, Response, g, request

from cakupan.domain.acting import actor
from cakupan.domain.repeating import Holding, listen, stop_listening
from routes.answer_memory import AnswerMemory, Sent
from routes.rights import CALLBACK
from routes.standing import Ahead, Standing

MOST = 64 * 1024 * 1024
AT_ONCE = 2
_KEPT_HEADERS = ("Content-Type", "Content-Encoding", "Vary")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it was asked, and what is said of its answer while it is drawn."""

    question: tuple[Hashable, ...]
    holding: Holding


@dataclass(frozen=True, slots=True)
class Again:
    """What is known by now, of which version of the data, and whose turn it is to draw more.

    ``is_drawing`` tells whether the present request only has something drawn.
    """

    version: Callable[[], int]
    is_drawing: Callable[[], bool]
    standing: Standing
    memory: AnswerMemory
    turns: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(AT_ONCE))


def register(
    server: Flask,
    *,
    version: Callable[[], int],
    is_drawing: Callable[[], bool],
    ahead: Ahead,
    most: int = MOST,
) -> None:
    """Answer from memory behind the gate; keep what leaves, as it leaves.

    ``ahead`` makes ready what is shared; ``most`` is how many bytes are kept.

    To be registered before whatever compresses: what is registered first looks at an answer last.
    """
    again = Again(version, is_drawing, Standing(ahead), AnswerMemory(most))
    server.before_request(partial(_answer, again))
    server.after_request(partial(_keep, again))
    server.teardown_request(_be_done)


def _answer(again: Again) -> Response | None:
    if request.endpoint != CALLBACK or request.method != "POST":
        return None
    asked, newest = _question(), again.version()
    sent = _known(again, again.standing.shown(_visitor(), newest), asked)
    if sent is None and again.is_drawing():
        again.standing.wait_for(newest)
        _take_turn(again.turns)
        # Whoever had the turn before may have drawn just this.
        sent = _known(again, again.version(), asked)
    if sent is None:
        g.asked = Asked(asked, listen())
        return None
    g.given = True
    return Response(sent.body, headers=list(sent.headers))


def _known(again: Again, version: int, asked: tuple[Hashable, ...]) -> Sent | None:
    named = (again.memory.find(version, (*asked, name)) for name in ("", actor().name))
    return next((sent for sent in named if sent is not None), None)


def _visitor() -> tuple[Hashable, ...]:
    return (actor().name, request.remote_addr)


def _take_turn(turns: BoundedSemaphore) -> None:
    turns.acquire()
    g.turn = turns


def _question() -> tuple[Hashable, ...]:
    """All that an answer follows from but the data, and the name of whoever asks."""
    who = actor()
    coding = request.headers.get("Accept-Encoding", "")
    return (sha256(request.get_data()).digest(), who.scope, who.role, coding)


def _keep(again: Again, response: Response) -> Response:
    asked: Asked | None = g.get("asked")
    if asked is None or asked.holding.version is None:
        if not g.get("given"):
            again.standing.acted(_visitor())
        return response
    if response.status_code != 200:
        return response
    if response.is_streamed or "Set-Cookie" in response.headers:
        return response
    name = actor().name if asked.holding.named else ""
    told = response.headers
    headers = tuple((key, told[key]) for key in _KEPT_HEADERS if key in told)
    again.memory.keep(
        asked.holding.version, (*asked.question, name), Sent(response.get_data(), headers)
    )
    return response


def _be_done(_error: BaseException | None) -> None:
    stop_listening()
    turns: BoundedSemaphore | None = g.pop("turn", None)
    if turns is not None:
        turns.release()
