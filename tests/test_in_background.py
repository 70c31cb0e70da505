"""A server that has gone leaves nothing behind that could harm the next test."""

import socket
import threading
from contextlib import ExitStack
from tempfile import TemporaryFile
from time import sleep

from tests.in_background import in_background


def test_an_answer_that_comes_late_is_written_into_no_file_of_others() -> None:
    asked = threading.Event()

    def slow(_environ: object, begin) -> list[bytes]:
        asked.set()
        sleep(0.3)
        begin("200 OK", [("Content-Type", "text/plain")])
        return [b"ok"]

    before = {*threading.enumerate()}
    with (
        in_background(slow, threads=2) as port,
        socket.create_connection(("127.0.0.1", port)) as line,
    ):
        line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert asked.wait(10)
    with ExitStack() as opened:
        others = [opened.enter_context(TemporaryFile()) for _ in range(8)]
        sleep(0.6)
        for other in others:
            other.seek(0)
            assert other.read() == b""
    assert {*threading.enumerate()} <= before
