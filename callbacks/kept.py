"""Answers kept until the data change. What is asked and what it means is not known here."""

from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Any, TypeVar

T = TypeVar("T")
# Those that count together towards the most that is kept, oldest first.
_Alike = dict[Hashable, Future[Any]]


class Kept:
    """Answers of one version of the data; those of an older one are let go.

    Whoever asks what is being worked out already waits for that answer. A failure is not kept.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._version = -1
        self._answers: dict[Hashable, _Alike] = {}

    def answer(
        self,
        version: int,
        question: Hashable,
        work_out: Callable[[], T],
        *,
        most: int | None = None,
    ) -> T:
        """The answer for this version of the data, worked out where it is not known yet.

        Of questions with the same first word only ``most`` answers are kept: the oldest goes.
        """
        with self._lock:
            if version > self._version:
                self._version, self._answers = version, {}
            # A reader that began before the newest change works for itself.
            answers = self._answers if version == self._version else {}
            alike = answers.setdefault(None if most is None else _kind(question), {})
            known = alike.get(question)
            promise = alike.setdefault(question, Future())
            while most is not None and len(alike) > most:
                del alike[next(iter(alike))]
        if known is None:
            self._fulfil(promise, alike, question, work_out)
        answer: T = promise.result()
        return answer

    def renew(self, version: int) -> None:
        """Let go of what is of an older version, whoever asks next."""
        with self._lock:
            if version > self._version:
                self._version, self._answers = version, {}

    def _fulfil(
        self,
        promise: "Future[T]",
        alike: _Alike,
        question: Hashable,
        work_out: Callable[[], T],
    ) -> None:
        try:
            promise.set_result(work_out())
        except BaseException as error:
            with self._lock:
                alike.pop(question, None)
            promise.set_exception(error)
            raise


def _kind(question: Hashable) -> Hashable:
    return question[0] if isinstance(question, tuple) else question
