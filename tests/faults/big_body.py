"""A server of its own under bodies that are far too large, or that no server should read.

Asked over a socket, so that what is sent is exactly what stands here.
"""

from contextlib import suppress
from dataclasses import dataclass, field
from select import select
from socket import create_connection
from time import monotonic

from tests.faults.served import weight

MIB = 1024 * 1024
BODY = 150 * MIB
LONGEST, MOST_MEMORY = 1.0, 10 * MIB
_PIECE = b"x" * 0x10000
_HEAD = "POST /upload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/octet-stream\r\n"
_ALIVE = b"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
# Each with the status it is refused with; 0 where the line is closed without a word.
BROKEN = {
    b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: x\r\n\r\n": 501,
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -1\r\n\r\n": 400,
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n": 400,
    b"GET / HTTP/1.1\r\nHost : 127.0.0.1\r\n\r\n": 400,
    b"GET\x00 / HTTP/1.1\r\n\r\n": 400,
    b"\x16\x03\x01\x02\x00\x01\x00\r\n\r\n": 400,
    b"GET / HTTP/1.1\r\nX: " + b"a" * 300_000 + b"\r\n\r\n": 431,
    b"POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n": 400,
    b"GET http://[ HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n": 0,
}


@dataclass(slots=True)
class Refused:
    """How long the refusals of large bodies took at most, by how much memory grew, what failed."""

    seconds: float = 0
    memory: int = 0
    faults: list[str] = field(default_factory=list)


def run(port: int, pid: int) -> Refused:
    """Large bodies told beforehand and not; memory in bytes."""
    told = Refused()
    before = weight(pid)[0]
    for how in ("told", "chunked"):
        seconds, answer = send(port, chunked=how == "chunked")
        told.memory = max(told.memory, weight(pid)[0] - before)
        told.seconds = max(told.seconds, seconds)
        if b" 413 " not in answer[:20]:
            told.faults.append(f"{how}: {answer[:60]!r} and not 413")
    if told.seconds > LONGEST:
        told.faults.append(f"refused after {told.seconds:.2f} s")
    if told.memory > MOST_MEMORY:
        told.faults.append(f"memory grew by {told.memory} bytes")
    return told


def is_refused(port: int, sent: bytes, status: int) -> bool:
    """Whether these bytes are refused with this status, and others are answered afterwards."""
    answer = _answer_to(port, sent)
    told = b"Traceback" in answer or b".py" in answer
    refused = f" {status} ".encode() in answer[:20] if status else not answer
    return refused and not told and b" 200 " in _answer_to(port, _ALIVE)[:20]


def _answer_to(port: int, sent: bytes) -> bytes:
    with create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(sent)
        try:
            return line.recv(4096)
        except ConnectionResetError:
            return b""


def send(port: int, *, chunked: bool) -> tuple[float, bytes]:
    """Send until the server answers; gives the seconds until then, and the answer."""
    head = _HEAD + ("Transfer-Encoding: chunked" if chunked else f"Content-Length: {BODY}")
    piece = b"10000\r\n%b\r\n" % _PIECE if chunked else _PIECE
    begun = monotonic()
    with create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(f"{head}\r\n\r\n".encode())
        with suppress(ConnectionError):
            for _ in range(BODY // len(_PIECE)):
                if select([line], [], [], 0)[0]:
                    break
                line.sendall(piece)
        return monotonic() - begun, line.recv(4096)
