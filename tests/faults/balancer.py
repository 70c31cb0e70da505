"""A small proxy before several programs: each request to the next that answers.

What is asked here changes nothing, so a request whose program died in the middle is asked of
another, as a proxy of an office would be told to.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from threading import Thread


@contextmanager
def balanced(ports: Sequence[int]) -> Iterator[int]:
    """The port of a proxy before these."""
    turn = count()

    class Proxy(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            first = next(turn)
            for place in range(len(ports)):
                answer = asked(ports[(first + place) % len(ports)], self.path)
                if answer is not None:
                    break
            status, body = answer or (502, b"")
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nobody reads it."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()


def asked(port: int, path: str) -> tuple[int, bytes] | None:
    """The answer of a program; None where there is none, or only half of one."""
    line = HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        line.request("GET", path)
        answer = line.getresponse()
        return answer.status, answer.read()
    except (OSError, HTTPException):
        return None
    finally:
        line.close()
