"""Files that never change under their address are packed as tightly as can be, once a start.

Whoever asks first is sent what is packed in passing; in the background the same file is packed
anew, and everybody who comes later is sent that. Who may ask was looked at before.
"""

from dataclasses import dataclass, field
from queue import SimpleQueue
from threading import Thread

import brotli
from flask import Flask, Response, request

CODING = "br"
_PACKED_ANYHOW = ("image/png", "font/")
_TIGHTEST = 11
_LEAST, _MOST_FILES = 500, 150
"""Below so many bytes packing gains nothing; there are not so many files as that."""

_KEPT_HEADERS = ("Content-Type", "Cache-Control")


@dataclass(frozen=True, slots=True)
class _File:
    """What is to be packed, and the headers it travels with."""

    address: str
    content: bytes
    headers: tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Packing:
    """Files packed so far, by their address; nothing is packed before it is started."""

    _started: bool = False
    _packed: dict[str, _File] = field(default_factory=dict)
    _waiting: "SimpleQueue[_File]" = field(default_factory=SimpleQueue)
    _known: set[str] = field(default_factory=set)

    def start(self) -> None:
        """Pack whatever is asked for from now on."""
        self._started = True
        Thread(target=self._keep_packing, name="packing", daemon=True).start()

    @property
    def is_done(self) -> bool:
        """Whether everything that was asked for is packed."""
        return len(self._packed) == len(self._known)

    def find(self) -> Response | None:
        """The packed file of this request, where there is one and the browser can read it."""
        file = self._packed.get(request.full_path)
        if file is None or request.method != "GET" or not request.accept_encodings[CODING]:
            return None
        headers = [*file.headers, ("Content-Encoding", CODING), ("Vary", "Accept-Encoding")]
        return Response(file.content, headers=headers)

    def remember(self, response: Response) -> Response:
        """Have the file of this answer packed, if it is one that never changes."""
        address = request.full_path
        if not self._started or address in self._known or len(self._known) >= _MOST_FILES:
            return response
        if _is_fixed(response):
            self._known.add(address)
            response.direct_passthrough = False
            told = response.headers
            headers = tuple((key, told[key]) for key in _KEPT_HEADERS if key in told)
            self._waiting.put(_File(address, response.get_data(), headers))
        return response

    def pack_next(self) -> None:
        """Pack the file that waits the longest, or wait for one."""
        file = self._waiting.get()
        tight = brotli.compress(file.content, quality=_TIGHTEST)
        self._packed[file.address] = _File(file.address, tight, file.headers)

    def _keep_packing(self) -> None:
        while True:
            self.pack_next()


def register(server: Flask) -> Packing:
    """To be registered after whatever packs in passing and before whatever sets headers."""
    packing = Packing()
    server.before_request(packing.find)
    server.after_request(packing.remember)
    return packing


def _is_fixed(response: Response) -> bool:
    """Whole, for good under this address, and of a kind that packs well."""
    if response.status_code != 200 or request.method != "GET":
        return False
    if "Content-Encoding" in response.headers or (response.content_length or 0) < _LEAST:
        return False
    if (response.mimetype or "").startswith(_PACKED_ANYHOW):
        return False
    if request.path.startswith("/_dash-component-suites/"):
        return bool(response.cache_control.max_age) and not request.args
    return request.path.startswith("/assets/") and _names_its_change(response)


def _names_its_change(response: Response) -> bool:
    """Whether an asset is asked for by the time of change that it has.

    An address that somebody made up would fill the memory.
    """
    changed = response.last_modified
    try:
        named = int(float(request.args.get("m", "")))
    except (ValueError, OverflowError):
        return False
    return changed is not None and named == int(changed.timestamp())
