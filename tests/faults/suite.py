"""The whole suite on PostgreSQL: every database that a test opens is one of a server."""

import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.faults.ground import ROOT
from tests.on_postgresql import SKIPPED


@dataclass(slots=True)
class Tried:
    """How many tests passed, are about files of SQLite, or were left out for want of something."""

    passed: int = 0
    about_files: int = 0
    left_out: int = 0
    faults: list[str] = field(default_factory=list)


def run(workers: int, *which: str) -> Tried:
    """Run it, or a part of it, by so many processes; a fault for each test that does not hold."""
    with tempfile.TemporaryDirectory() as name:
        told = Path(name) / "suite.xml"
        done = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "--on-postgresql", "-q", *which),
                *("-n", str(workers), f"--junitxml={told}"),
                *("-p", "no:cacheprovider"),
            ],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
        tried = counted(told.read_text(encoding="utf-8")) if told.exists() else Tried()
    if done.returncode != 0 and not tried.faults:
        tried.faults.append(f"the suite on PostgreSQL: {done.stdout[-300:]} {done.stderr[-300:]}")
    return tried


def counted(report: str) -> Tried:
    """What pytest wrote of each test."""
    tried = Tried()
    for case in ET.fromstring(report).iter("testcase"):  # noqa: S314  pytest's own
        skipped = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            name = f"{case.get('classname')}::{case.get('name')}"
            tried.faults.append(f"on PostgreSQL: {name}")
        elif skipped is None:
            tried.passed += 1
        elif skipped.get("message") == SKIPPED:
            tried.about_files += 1
        else:
            tried.left_out += 1
    return tried
