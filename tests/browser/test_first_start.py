"""The program as a user starts it: a fresh folder, one command, a page."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest
from sqlalchemy import inspect

from cakupan.storage.engine import open_reader

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.browser


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


# Whoever runs the tests in the background of a shell has all programs ignore an interrupt.
START = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_path("app.py", run_name="__main__")
"""


def start(tmp_path: Path, **settings: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "CAKUPAN_DATABASE_URL": f"sqlite:///{tmp_path / 'new' / 'c.db'}"}
    return subprocess.Popen(
        [sys.executable, "-c", START],
        cwd=ROOT,
        env={**environment, **settings},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def test_a_fresh_start_answers_and_stops_when_told(tmp_path: Path) -> None:
    port = free_port()
    program = start(tmp_path, CAKUPAN_PORT=str(port))
    try:
        page = ""
        for _ in range(120):
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
                    assert answer.status == 200
                    page = answer.read().decode()
                break
            except OSError:
                assert program.poll() is None, program.communicate()[0]
                time.sleep(0.25)
        assert "<title>" in page
        assert re.search(r"/assets/charts\.js\?m=", page)
        reader = open_reader(f"sqlite:///{tmp_path / 'new' / 'c.db'}")
        assert inspect(reader).has_table("figure")
        reader.dispose()
    finally:
        program.send_signal(signal.SIGINT)
        said, _ = program.communicate(timeout=20)
    assert f"http://127.0.0.1:{port}" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("settings", "named"),
    [
        ({"CAKUPAN_PORT": "delapan"}, "CAKUPAN_PORT"),
        pytest.param(
            {"CAKUPAN_DATABASE_URL": "sqlite:////proc/cakupan/c.db"},
            "/proc/cakupan/c.db",
            marks=pytest.mark.sqlite_file,
        ),
        ({"CAKUPAN_DATABASE_URL": "catatan.txt"}, "sqlite:///"),
    ],
)
def test_a_start_that_cannot_work_says_why_in_one_sentence(
    tmp_path: Path, settings: dict[str, str], named: str
) -> None:
    program = start(tmp_path, **settings)
    said, _ = program.communicate(timeout=30)
    assert program.returncode == 2
    assert named in said
    assert "Traceback" not in said


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        said, _ = start(tmp_path, CAKUPAN_PORT=port, CAKUPAN_SAMPLES="no").communicate(timeout=30)
    assert port in said
    assert "Traceback" not in said
