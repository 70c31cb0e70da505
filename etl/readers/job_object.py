"""Walls around the child that only its parent can build: a Job Object on Windows, none elsewhere.

Elsewhere the child limits itself (``etl.jailed.confinement``). Written from the documentation of
Windows; docs/containers.md says that it was not tried there.
"""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from etl.jailed.limits import Limits

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _ACTIVE_PROCESS, _PROCESS_MEMORY, _KILL_ON_CLOSE = 0x8, 0x100, 0x2000

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _Limits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    @contextmanager
    def walled(child: subprocess.Popen[bytes], limits: Limits) -> Iterator[None]:
        """Memory and number of processes of the child are limited; it ends when this ends."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.OpenProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        process = wintypes.HANDLE(kernel.OpenProcess(0x0101, 0, child.pid))
        wanted = _Limits()
        wanted.BasicLimitInformation.LimitFlags = _ACTIVE_PROCESS | _PROCESS_MEMORY | _KILL_ON_CLOSE
        # Two: in a virtual environment python.exe is a small program that starts the real one.
        wanted.BasicLimitInformation.ActiveProcessLimit = 2
        wanted.ProcessMemoryLimit = limits.memory_bytes
        size = ctypes.sizeof(wanted)
        try:
            if not (
                kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(wanted), size)
                and kernel.AssignProcessToJobObject(job, process)
            ):
                child.kill()
            yield
        finally:
            kernel.CloseHandle(process)
            kernel.CloseHandle(job)

else:

    @contextmanager
    def walled(_child: subprocess.Popen[bytes], _limits: Limits) -> Iterator[None]:
        """Nothing to add: the child has limited itself before it looks at a byte."""
        yield
