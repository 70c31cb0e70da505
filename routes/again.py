"""The same question gets the same bytes again, as long as the data are the same.

Who may ask was looked at before. What holds for how long the callback itself has said
(``cakupan/domain/repeating.py``); whoever sees other regions or has another role asks another
question.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from functools import partial
from hashlib import sha256

from flask import Flask, Response, g, request

from cakupan.domain.acting import actor
from cakupan.domain.repeating import Holding, listen, stop_listening
from routes.answer_memory import AnswerMemory, Sent
from routes.rights import CALLBACK

MOST = 64 * 1024 * 1024
_KEPT_HEADERS = ("Content-Type", "Content-Encoding", "Vary")


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it was asked, and what is said of its answer while it is drawn."""

    question: tuple[Hashable, ...]
    holding: Holding


def register(server: Flask, *, version: Callable[[], int], most: int = MOST) -> None:
    """Answer from memory behind the gate; keep what leaves, as it leaves.

    ``most`` is how many bytes are kept.

    To be registered before whatever compresses: what is registered first looks at an answer last.
    """
    memory = AnswerMemory(most)
    server.before_request(partial(_answer, version=version, memory=memory))
    server.after_request(partial(_keep, memory=memory))
    server.teardown_request(_be_done)


def _answer(*, version: Callable[[], int], memory: AnswerMemory) -> Response | None:
    if request.endpoint != CALLBACK or request.method != "POST":
        return None
    asked, now = _question(), version()
    for name in ("", actor().name):
        sent = memory.find(now, (*asked, name))
        if sent is not None:
            return Response(sent.body, headers=list(sent.headers))
    g.asked = Asked(asked, listen())
    return None


def _question() -> tuple[Hashable, ...]:
    """All that an answer follows from but the data, and the name of whoever asks."""
    who = actor()
    coding = request.headers.get("Accept-Encoding", "")
    return (sha256(request.get_data()).digest(), who.scope, who.role, coding)


def _keep(response: Response, *, memory: AnswerMemory) -> Response:
    asked: Asked | None = g.get("asked")
    if asked is None or asked.holding.version is None or response.status_code != 200:
        return response
    if response.is_streamed or "Set-Cookie" in response.headers:
        return response
    name = actor().name if asked.holding.named else ""
    told = response.headers
    headers = tuple((key, told[key]) for key in _KEPT_HEADERS if key in told)
    memory.keep(asked.holding.version, (*asked.question, name), Sent(response.get_data(), headers))
    return response


def _be_done(_error: BaseException | None) -> None:
    stop_listening()
