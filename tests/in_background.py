"""A program served beside a test, in the same process."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Thread

from waitress.server import create_server


@contextmanager
def in_background(application, **options) -> Iterator[int]:
    """The port of the loopback that answers until the end; ``options`` are those of waitress."""
    server = create_server(application, host="127.0.0.1", port=0, **options)

    def serve() -> None:
        # Closed from another thread, it complains about the socket it was listening on.
        with suppress(OSError):
            server.run()

    Thread(target=serve, daemon=True).start()
    yield server.effective_port
    server.close()
