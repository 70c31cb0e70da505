"""What a page says first, all its answers in one: asked for before the page's program is there.

``assets/sight/`` shows them at once and hands them to the program, which then asks nothing. Each
answer is made as if its callback had been asked for it: behind the same gate, from the same memory.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, partial
from io import BytesIO
from typing import Any

import brotli
from flask import Flask, Response, request

from cakupan.domain.acting import act_as, actor
from cakupan.domain.language import Language
from cakupan.texts import words
from layouts.ids import ShellId
from layouts.pages import PAGES, Page, page_at

PATH = "/sekilas"
_UPDATE = "/_dash-update-component"
_UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}
Question = Mapping[str, Any]
Wired = Mapping[str, Any]
"""How a callback is wired: the places of its inputs and of its state."""


def register(server: Flask, *, callbacks: Mapping[str, Wired], kept: bool) -> None:
    """Open the route. ``callbacks`` are known by their outputs.

    ``kept`` says whether a browser may keep what it was sent, to be sent it again only where it
    changed: not where people log in, who may sit at one browser in turn.
    """
    view = partial(_answer, server, callbacks, kept=kept)
    server.add_url_rule(PATH, "first-sight", view)


def _answer(server: Flask, callbacks: Mapping[str, Wired], *, kept: bool) -> Response:
    page = page_at(request.args.get("path", "/"))
    if page is None:
        return Response(status=404)
    answers = [told for one in _questions(callbacks, page) if (told := _told(server, one))]
    heard = json.dumps(sorted(_heard(callbacks)), separators=(",", ":"))
    told = f'{{"answers":[{",".join(answers)}],"heard":{heard}}}'
    response = Response(told, mimetype="application/json")
    if kept:
        response.headers["Cache-Control"] = "private, no-cache"
        response.add_etag()
    return response


def _questions(callbacks: Mapping[str, Wired], page: Page) -> Iterator[Question]:
    """What the program will ask: for the page that is not there at rest, and what fills it."""
    path, search = request.args.get("path", "/"), request.args.get("search", "")
    compact = request.args.get("compact") == "true"
    key = f"0 {str(compact).lower()} {path} {search}"
    wanted = {"path": path, "search": search, "compact": compact, "key": key}
    standing = _places(page)
    for output, wired in callbacks.items():
        names = {name.rsplit(".", 1)[0] for name in output.strip(".").split("...")}
        told = [standing.get(one["id"]) for one in wired["state"]]
        if ShellId.PAGE in names:
            yield _question(output, wired, (path, search, PAGES[0].path))
        elif (
            _answers_the_request(wired)
            and None not in told
            and (names <= standing.keys() or ShellId.REGION in names)
        ):
            at_rest = (
                getattr(place, one["property"], None)
                for place, one in zip(told, wired["state"], strict=True)
            )
            yield _question(output, wired, (wanted, *at_rest))


def _heard(callbacks: Mapping[str, Wired]) -> frozenset[str]:
    """What sets something off when it is answered, or goes along with the request of a page.

    It comes as an answer, not with the page: the question would be another one.
    """
    told = (
        one
        for wired in callbacks.values()
        for one in (*wired["inputs"], *(wired["state"] if _answers_the_request(wired) else ()))
    )
    return frozenset(f"{one['id']}.{one['property']}" for one in told)


def _answers_the_request(wired: Wired) -> bool:
    return [one["id"] for one in wired["inputs"]] == [ShellId.REQUEST]


@cache
def _places(page: Page) -> Mapping[str, object]:
    """What stands on a page at rest, by its id."""
    at_rest = page.at_rest(words(Language.ID))
    return {getattr(at_rest, "id", ""): at_rest, **{name: at_rest[name] for name in at_rest}}


def _question(output: str, wired: Wired, values: Iterable[object]) -> Question:
    """As the browser asks it, name by name: who asks the same is given the same from memory."""
    left = iter(values)
    places = [
        [
            {"id": str(one["id"]), "property": one["property"], "value": next(left)}
            for one in wired[kind]
        ]
        for kind in ("inputs", "state")
    ]
    outputs = (name.rsplit(".", 1) for name in output.strip(".").split("..."))
    changed = [f"{one['id']}.{one['property']}" for one in places[0]]
    return {
        "output": output,
        "outputs": [{"id": name, "property": part} for name, part in outputs],
        "inputs": places[0],
        "changedPropIds": changed,
        "parsedChangedPropsIds": changed,
        **({"state": places[1]} if places[1] else {}),
    }


def _told(server: Flask, question: Question) -> str | None:
    """A question with its answer, as JSON; None where it cannot be answered now.

    The answer is null where everything stays as it is.
    """
    asked = json.dumps(question, ensure_ascii=False, separators=(",", ":")).encode()
    who = actor()
    environ = {
        **request.environ,
        "PATH_INFO": _UPDATE,
        "QUERY_STRING": "",
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": "application/json",
        "CONTENT_LENGTH": str(len(asked)),
        "wsgi.input": BytesIO(asked),
    }
    # What is noted of this request is none of the other's.
    with server.app_context(), server.request_context(environ):
        answer = server.full_dispatch_request()
        body = answer.get_data()
    act_as(who)
    if answer.status_code not in {200, 204}:
        return None
    text = _UNPACK[answer.headers.get("Content-Encoding", "")](body).decode() or "null"
    sent = {name: question[name] for name in ("output", "inputs", "state") if name in question}
    return f'{json.dumps(sent, separators=(",", ":"))[:-1]},"answer":{text}}}'
