"""The same question gets the same bytes again, as long as the data are the same.

Who may ask was looked at before. What holds for how long the callback itself has said
(``cakupan/domain/repeating.py``); whoever sees other regions or has another role asks another
question. While the newest data are made ready, the answers before them stand
(``routes/standing.py``), and what was asked lately is drawn anew: a change makes nobody wait for
what was known.

What is not known yet is drawn by a few at a time: ten pages drawn at once are done no sooner, and
whoever asks for one that is known would wait behind all ten.
"""

import logging
import time
from collections.abc import Callable, Hashable
from dataclasses import replace
from functools import partial

from flask import Flask, Response, g, request

from cakupan.domain.acting import actor
from cakupan.domain.records import Record, field
from cakupan.domain.repeating import Holding, listen, stop_listening
from routes.answer_memory import AnswerMemory, Sent
from routes.question import Question
from routes.rights import CALLBACK
from routes.standing import Ahead, Standing
from routes.turns import Turns

_log = logging.getLogger(__name__)
MOST = 64 * 1024 * 1024
AT_ONCE = 2
LATELY = 5 * 60.0
"""Seconds: what was not asked for so long is not drawn anew before somebody asks."""
TOGETHER = 32
"""How many are drawn anew before what they left behind is kept: 2 s of the nation's figures."""
_KEPT_HEADERS = ("Content-Type", "Content-Encoding", "Vary")


class Asked(Record, frozen=True):
    """One question, when it was asked, and what is said of its answer while it is drawn."""

    question: Question
    at: float
    holding: Holding


class Again(Record, frozen=True):
    """What is known by now, of which version of the data, and whose turn it is to draw more.

    ``is_drawing`` tells whether the present request only has something drawn.
    """

    version: Callable[[], int]
    is_drawing: Callable[[], bool]
    standing: Standing
    memory: AnswerMemory
    turns: Turns = field(default_factory=lambda: Turns(AT_ONCE))


def register(
    server: Flask,
    *,
    version: Callable[[], int],
    is_drawing: Callable[[], bool],
    ahead: Ahead,
    most: int = MOST,
) -> None:
    """Answer from memory behind the gate; keep what leaves, as it leaves.

    ``ahead`` makes ready what is shared, and then has the rest drawn anew; ``most`` is how many
    bytes are kept.

    To be registered before whatever compresses: what is registered first looks at an answer last.
    """
    again = Again(version, is_drawing, Standing(ahead, version), AnswerMemory(most))
    ahead.then(partial(_draw_anew, server, again))
    server.before_request(partial(_answer, again))
    server.after_request(partial(_keep, again))
    server.teardown_request(_be_done)


def _answer(again: Again) -> Response | None:
    if request.endpoint != CALLBACK or request.method != "POST":
        return None
    came = again.standing.clock()
    question, newest = Question.asked(), again.standing.newest(_visitor())
    again.memory.forget(before=again.standing.oldest_shown(newest))
    sent = _known(again, again.standing.shown(_visitor(), newest), question)
    if sent is None and again.is_drawing():
        newest = again.standing.look(since=came)
        again.standing.wait_for(_visitor(), newest)
        again.turns.take()
        g.turn = again.turns
        # Whoever had the turn before may have drawn just this.
        sent = _known(again, newest, question)
    if sent is None:
        g.asked = Asked(question, time.monotonic(), listen())
        return None
    g.given = True
    return Response(sent.body, headers=list(sent.headers))


def _known(again: Again, version: int, question: Question) -> Sent | None:
    now = time.monotonic()
    named = (question.of_anybody(), question)
    found = (again.memory.find(version, one, at=now) for one in named)
    return next((sent for sent in found if sent is not None), None)


def _visitor() -> tuple[Hashable, ...]:
    return (actor().name, request.remote_addr)


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
    question = asked.question if asked.holding.named else asked.question.of_anybody()
    told = response.headers
    headers = tuple((key, told[key]) for key in _KEPT_HEADERS if key in told)
    sent = Sent(response.get_data(), headers)
    again.memory.keep(asked.holding.version, question, sent, asked=asked.at)
    return response


def _be_done(_error: BaseException | None) -> None:
    stop_listening()
    turns: Turns | None = g.pop("turn", None)
    if turns is not None:
        turns.give_back()


def _draw_anew(server: Flask, again: Again, version: int) -> bool:
    """Draw what was asked lately from this version, until that is shown to all.

    Whether it still is the newest.
    """
    known = again.memory.to_draw_anew(version, since=time.monotonic() - LATELY)
    for place, (question, at) in enumerate(known, start=1):
        if again.memory.knows(version, question):
            continue
        left = again.standing.left(version)
        if again.version() != version or not left or not again.turns.take_last(left):
            break
        try:
            _draw(server, question, at)
        except Exception:  # noqa: BLE001  whoever asks meets the same and is told; the log keeps it
            _log.warning("an answer could not be drawn anew", exc_info=True)
        finally:
            again.turns.give_back()
        if place % TOGETHER == 0:
            again.standing.ahead.keep()
    return again.version() == version


def _draw(server: Flask, question: Question, at: float) -> None:
    """What a request would get and leave behind, without one."""
    with question.again(server):
        # The very bytes that are kept already, not as many again.
        asked = replace(Question.asked(), body=question.body)
        g.asked = Asked(asked, at, listen())
        server.finalize_request(server.dispatch_request())
