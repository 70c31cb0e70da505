"""A program served beside a test, in the same process."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from threading import Thread

from waitress.server import create_server
from waitress.wasyncore import close_all


@contextmanager
def in_background(application, **options) -> Iterator[int]:
    """The port of the loopback that answers until the end; ``options`` are those of waitress."""
    sockets: dict[int, object] = {}
    server = create_server(application, map=sockets, host="127.0.0.1", port=0, **options)
    serving = Thread(target=server.run, daemon=True)
    serving.start()
    try:
        yield server.effective_port
    finally:
        # First whoever answers, then, in its own thread, what listens: an answer that comes late
        # would be told to a descriptor that has gone to somebody's file by then.
        server.task_dispatcher.shutdown()
        server.trigger.pull_trigger(partial(close_all, sockets))
        serving.join(10)
