"""Files read by the same parser in this very process: most tests are about what a file says.

To start a child for a file takes longer than all that is then done with it. That bytes are opened
in a child, and within its walls, is what ``tests/etl/readers`` is about; a file that is dropped on
the page, the watcher's and those that kill and damage have the child as well.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from io import BytesIO
from typing import IO

import pytest

from etl.jailed.__main__ import answer_to
from etl.readers import reading
from etl.readers.answer import Answer, read_answer
from etl.readers.jail import Limits, refused


@contextmanager
def started_here(file: IO[bytes], *, limits: Limits) -> Iterator[Callable[[], Answer]]:
    """In the place of ``started``."""

    def answer() -> Answer:
        file.seek(0)
        written = BytesIO()
        with ThreadPoolExecutor(1) as helper:
            answer_to(file.read(), written, limits, helper)
        return read_answer(written.getvalue().splitlines(), limits) or refused("parser-crashed")

    yield answer


@contextmanager
def reading_here() -> Iterator[None]:
    """Meanwhile no child is started."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "started", started_here)
        yield
