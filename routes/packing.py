"""Bundles packed as tightly as can be, in the background of a start.

It takes seconds. Whoever asks before it is done is sent what is packed in passing.
"""

from collections.abc import Sequence
from threading import Thread

import brotli
from flask import Response, request

from cakupan.domain.records import Record, field
from layouts.bundles import Bundle

CODING = "br"
_TIGHTEST = 11


class Packing(Record):
    """Bundles packed so far; nothing is packed before it is started."""

    bundles: Sequence[Bundle]
    _packed: dict[str, bytes] = field(default_factory=dict)

    def start(self) -> None:
        """Pack them in the background."""
        Thread(target=self.pack, name="packing", daemon=True).start()

    def pack(self) -> None:
        """Pack them, one after the other."""
        for bundle in self.bundles:
            self._packed[bundle.name] = brotli.compress(bundle.content, quality=_TIGHTEST)

    @property
    def is_done(self) -> bool:
        """Whether all are packed."""
        return len(self._packed) == len(self.bundles)

    def give(self, bundle: Bundle) -> Response:
        """A bundle as this browser can read it."""
        packed = self._packed.get(bundle.name)
        if packed is None or not request.accept_encodings[CODING]:
            return Response(bundle.content, mimetype=bundle.mimetype)
        headers = {"Content-Encoding": CODING, "Vary": "Accept-Encoding"}
        return Response(packed, mimetype=bundle.mimetype, headers=headers)
