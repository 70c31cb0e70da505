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
