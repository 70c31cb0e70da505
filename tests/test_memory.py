"""What the program takes of the machine it runs on: memory, and how its threads take turns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cakupan.settings import ROOT

# The real start, with all its threads; instead of serving, it tells how it stands with both.
START = """
import ctypes, gc, runpy, sys, threading, time
import waitress.server

def create(*told, **more):
    server = made(*told, **more | {"port": 0})
    server.run = tell
    return server

def tell():
    until = time.monotonic() + 20
    print("looks for litter:", gc.isenabled(), "among all:", gc.get_freeze_count() == 0)
    print("lets others go on after", round(sys.getswitchinterval(), 6))
    while "warming" not in kept and time.monotonic() < until:
        time.sleep(0.01)
    print("kept by", *kept)
    ahead = next(one.native_id for one in threading.enumerate() if one.name == "warming")
    while late(ahead) < 5_000_000 and time.monotonic() < until:
        time.sleep(0.01)
    print("who works ahead is late by", late(ahead), "ns")
    ctypes.CDLL(None).malloc_stats()

def keep():
    kept.append(threading.current_thread().name)
    freeze()

def late(thread):
    return int(open(f"/proc/{thread}/timerslack_ns").read())

kept, freeze, gc.freeze = [], gc.freeze, keep
made, waitress.server.create_server = waitress.server.create_server, create
runpy.run_path("app.py", run_name="__main__")
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc takes memory in several places")
def test_a_server_takes_memory_from_one_place_looks_for_litter_in_what_is_new_and_lets_others_go_on(
    tmp_path: Path,
) -> None:
    chosen = {
        "CAKUPAN_DATABASE_URL": f"sqlite:///{tmp_path / 'cakupan.db'}",
        "CAKUPAN_SAMPLES": "no",
    }
    command = [sys.executable, "-c", START]
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, **chosen}, capture_output=True, text=True, check=True
    )
    assert "looks for litter: True among all: False" in done.stdout
    assert "kept by MainThread warming" in done.stdout
    assert "lets others go on after 0.0002" in done.stdout
    assert "who works ahead is late by 5000000 ns" in done.stdout
    assert "Arena 0:" in done.stderr
    assert "Arena 1:" not in done.stderr


# Something larger is let go of first: by itself the library would keep all of that size from then.
LARGE = """
import ctypes
from cakupan.memory import take_from_one_place

class Told(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena parts fast apart bytes_apart".split()]
    _fields_ += [(f"more_{number}", ctypes.c_size_t) for number in range(5)]

library = ctypes.CDLL(None)
library.malloc.restype, library.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
library.free.argtypes, library.mallinfo2.restype = [ctypes.c_void_p], Told
take_from_one_place()
library.free(library.malloc(20_000_000))
before = library.mallinfo2().apart
library.malloc(2_000_000)
print("taken apart:", library.mallinfo2().apart - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc takes memory in several places")
def test_what_is_large_is_the_systems_again_once_it_is_let_go_of() -> None:
    command = [sys.executable, "-c", LARGE]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "taken apart: 1" in done.stdout
