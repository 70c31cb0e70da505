"""The walls a child puts around itself before it looks at a byte.

Memory, time, output, no other process, no network. What stands where is told in
docs/containers.md.
"""

import ctypes
import errno
import math
import os
import struct
import sys

from etl.jailed.limits import Limits

if sys.platform == "linux":
    import resource

_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn")
# Numbers of the kernel, by machine: its audit name, then socket, execve and execveat.
_MACHINES = {
    "x86_64": (0xC000003E, (41, 59, 322)),
    "aarch64": (0xC00000B7, (198, 221, 281)),
}
# A way around the list of calls, the same number on every machine.
_IO_URING_SETUP = 425
_OTHER_CALL_TABLE = 0x40000000
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_ALLOW, _KILL, _REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM


def confine(limits: Limits) -> None:
    """Set the limits of this process, for good.

    Python code is kept from network and other processes everywhere; native code, and memory and
    time, are limited by the kernel of Linux. Elsewhere the parent's walls are the others.
    """
    if sys.platform == "linux":
        seconds = math.ceil(limits.seconds)
        for what, soft, hard in (
            (resource.RLIMIT_AS, limits.memory_bytes, limits.memory_bytes),
            # The soft limit ends the process with SIGXCPU, which the parent can tell from a crash.
            (resource.RLIMIT_CPU, seconds, seconds + 1),
            (resource.RLIMIT_FSIZE, limits.answer_bytes, limits.answer_bytes),
            (resource.RLIMIT_NPROC, 0, 0),
            (resource.RLIMIT_CORE, 0, 0),
        ):
            resource.setrlimit(what, (soft, hard))
        _filter_calls()
    sys.addaudithook(_refuse)


def _refuse(event: str, _arguments: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def _filter_calls() -> bool:
    """Ask the kernel to refuse sockets and new programs; False where it cannot be asked."""
    if sys.platform != "linux":
        return False
    known = _MACHINES.get(os.uname().machine)
    if known is None:
        return False
    machine, calls = known
    refused = (*calls, _IO_URING_SETUP)
    steps = [
        (_LOAD, 0, 0, 4),
        (_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, 0),
        (_AT_LEAST, len(refused) + 1, 0, _OTHER_CALL_TABLE),
        *((_EQUAL, len(refused) - place, 0, call) for place, call in enumerate(refused)),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _REFUSE),
    ]
    code = ctypes.create_string_buffer(b"".join(struct.pack("=HBBI", *step) for step in steps))
    program = struct.pack("@HP", len(steps), ctypes.addressof(code))
    call = ctypes.CDLL(None).prctl
    call.argtypes = (ctypes.c_int, ctypes.c_ulong, ctypes.c_char_p, ctypes.c_ulong, ctypes.c_ulong)
    call(_NO_NEW_PRIVILEGES, 1, None, 0, 0)
    return bool(call(_SECCOMP, _FILTER, program, 0, 0) == 0)
