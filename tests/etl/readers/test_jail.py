import io
import json
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from etl.readers import DEFAULT_LIMITS
from etl.readers.jail import parse

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def ask(tmp_path):
    """What becomes of a file when the child is this piece of Python."""

    def run(code, *, seconds=20.0):
        path = tmp_path / "berkas"
        path.write_bytes(b"a,b\n")
        with path.open("rb") as file:
            limits = replace(DEFAULT_LIMITS, seconds=seconds)
            return parse(file, limits=limits, command=(sys.executable, "-c", code))

    return run


def said(*lines):
    return f"print({chr(10).join(json.dumps(line) for line in lines)!r})"


def code_of(answer):
    [finding] = answer.findings
    assert answer.sheets == ()
    return finding.code


def test_a_child_that_hangs_is_a_finding(ask):
    assert code_of(ask("import time; time.sleep(60)", seconds=0.3)) == "parser-timeout"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("SIGKILL", "parser-crashed"),
        ("SIGSEGV", "parser-crashed"),
        ("SIGABRT", "parser-crashed"),
        ("SIGXCPU", "parser-timeout"),
    ],
)
def test_a_child_that_is_killed_is_a_finding(ask, name, code):
    number = getattr(signal, name)
    assert code_of(ask(f"import os; os.kill(os.getpid(), {int(number)})")) == code


def test_a_child_that_panics_or_runs_out_of_memory_is_a_finding(ask):
    assert code_of(ask("raise BaseException('panicked')")) == "parser-crashed"
    assert code_of(ask("raise MemoryError")) == "parser-memory"


@pytest.mark.parametrize(
    "code",
    [
        "pass",
        "print('no json')",
        said({"container": "csv"}, {"sheet": "a"}, [0, 1, [["b"]]]),
        said([0, 1, [["rows before their sheet"]]], {"end": True}),
        said({"sheet": "a"}, [0, 10**12, []], {"end": True}),
        said({"sheet": "a"}, [10**12, 1, [["b"]]], {"end": True}),
        said({"sheet": "a"}, [-5, 1, [["b"]]], {"end": True}),
        said({"sheet": "a"}, [0, 2, [["b"]]], {"end": True}),
        said({"sheet": "a"}, [0, 1, [[["b"]]]], {"end": True}),
        said({"sheet": "a"}, [0, 1, [[{"b": 1}]]], {"end": True}),
        said({"sheet": "a"}, [0, 1, [[{"date": "yesterday"}]]], {"end": True}),
        said({"sheet": "a"}, [0, 1, [{"texts": ["b"], "places": "AQA="}]], {"end": True}),
        said({"sheet": "a"}, [0, 2, [{"texts": ["b"], "places": "AAA="}]], {"end": True}),
        said({"sheet": "a"}, [0, 1, [{"texts": ["b"], "places": "A"}]], {"end": True}),
        said({"sheet": "a"}, [0, 1, [{"texts": [["b"]], "places": "AAA="}]], {"end": True}),
        said({"sheet": "a"}, [0, 1, [[{"texts": ["b"], "places": "AAA="}]]], {"end": True}),
        said({"sheet": "a", "merges": [[3, 0, 1, 0]]}, {"end": True}),
        said({"sheet": "a", "merges": [1]}, {"end": True}),
        said({"container": "exe"}, {"end": True}),
        said({"finding": {"code": "x", "severity": "deadly"}}, {"end": True}),
        said({"finding": "x"}, {"end": True}),
        said({"other": 1}, {"end": True}),
        "print('[' * 100000)",
        "import sys; sys.stdout.write('{\"end\":true}')",
        "while True: print('1' * 2**20, end='')",
    ],
)
def test_an_answer_that_is_not_whole_and_well_formed_is_not_believed(ask, code):
    assert code_of(ask(code)) == "parser-crashed"


def test_what_a_child_says_is_data_whatever_it_says(ask):
    answer = ask(
        said({"container": "csv"}, {"sheet": "a"}, [2, 1, [["__import__('os')"]]], {"end": True})
    )
    assert answer.sheets[0].rows == ((), (), ("__import__('os')",))


def test_the_child_knows_nothing_of_the_house_and_of_the_environment(monkeypatch):
    code = "import sys, etl.jailed.__main__; print(*sys.modules)"
    child = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    loaded = set(child.stdout.decode().split())
    assert "python_calamine" in loaded
    assert not loaded & {"cakupan", "etl.readers", "openpyxl", "pandas", "sqlalchemy", "socket"}


def test_no_secret_of_the_environment_reaches_the_child(ask, monkeypatch):
    monkeypatch.setenv("OFFICE_SECRET", "rahasia")
    code = "import os; names = ' '.join(os.environ); print('{\"sheet\": \"' + names + '\"}');"
    answer = ask(f"{code}{said({'end': True})}")
    assert "CAKUPAN" not in answer.sheets[0].name


CONFINED = (
    "import socket, subprocess, sys, threading; from etl.jailed.confinement import {function};"
    "from etl.jailed.limits import Limits; {function}({argument})\n"
    "for forbidden in (socket.socket, lambda: subprocess.run([sys.executable, '-c', ''])):\n"
    "    try: forbidden(); print('done')\n"
    "    except OSError as refusal: print(type(refusal).__name__)\n"
)


@pytest.mark.parametrize(("function", "argument"), [("confine", "Limits()"), ("_filter_calls", "")])
def test_the_child_reaches_no_network_and_starts_no_program(function, argument):
    if function == "_filter_calls" and sys.platform != "linux":
        pytest.skip("the kernel's own wall stands on Linux only")
    code = CONFINED.format(function=function, argument=argument)
    child = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert child.stdout.split() == [b"PermissionError", b"PermissionError"]


@pytest.mark.skipif(sys.platform != "linux", reason="limits stand on Linux only")
def test_the_child_limits_itself_before_it_reads():
    code = (
        "import resource, io, sys; from etl.jailed.confinement import confine;"
        "from etl.jailed.limits import Limits; confine(Limits());"
        "print([resource.getrlimit(x)[0] for x in"
        " (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_NPROC,"
        " resource.RLIMIT_FSIZE)])"
    )
    child = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)
    assert json.loads(child.stdout) == [1536 * 2**20, 20, 0, 512 * 2**20]


def test_the_position_of_the_handed_file_does_not_matter(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes(b"a;b\n1;2\n")
    with path.open("rb") as file:
        file.seek(0, io.SEEK_END)
        assert parse(file, limits=DEFAULT_LIMITS).sheets[0].rows == (("a", "b"), ("1", "2"))


# The peak of this process alone: what getrusage tells begins with its parent's.
MEASURED = """
import re, sys
from pathlib import Path
from etl.readers import read_file

def kilobytes(name):
    return int(re.search(rf"{name}:\\s+(\\d+)", Path("/proc/self/status").read_text())[1])

read_file(Path(sys.argv[1]))
Path("/proc/self/clear_refs").write_text("5")
before = kilobytes("VmRSS")
for path in sys.argv[2:]:
    print([finding.code for finding in read_file(Path(path)).findings])
print((kilobytes("VmHWM") - before) * 1024)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells the peak of one process")
def test_the_parent_hardly_grows_whatever_a_file_asks_for(tmp_path, zip_bytes, book):
    small = tmp_path / "kecil.csv"
    small.write_bytes(b"a;b\n1;2\n")
    corner = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="9000"><c r="XFD9000"><v>1</v></c></row>'
    )
    rows = "".join(
        f'<row r="{n}">' + "".join(f'<c r="{c}{n}"><v>{n}</v></c>' for c in "ABCDEF") + "</row>"
        for n in range(1, 100_001)
    )
    files = {
        "bom.xlsx": (book("", more={"xl/a.png": bytes(60 * 2**20)}), "zip-bomb"),
        "luas.xlsx": (book(corner), None),
        "besar.csv": (b"x" * (40 * 2**20), None),
        "lembar.xlsx": (book(rows), None),
    }
    paths = []
    for name, (content, _) in files.items():
        (tmp_path / name).write_bytes(content)
        paths.append(str(tmp_path / name))
    child = subprocess.run(
        [sys.executable, "-c", MEASURED, str(small), *paths],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    )
    *codes, grown = child.stdout.splitlines()
    print(f"the parent grew by {int(grown) / 2**20:.1f} MB")
    assert len(codes) == len(files)
    assert "zip-bomb" in codes[0]
    assert 0 < int(grown) <= 20 * 2**20, codes
