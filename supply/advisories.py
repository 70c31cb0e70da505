"""What is known against the parts, as pip-audit learns it from an advisory service."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from supply.parts import Part

_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """How many parts were looked up and how many skipped, what is known, and why nothing is.

    ``not_done`` is empty where a service answered.
    """

    audited: int = 0
    skipped: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    not_done: str = ""


def ask(parts: Sequence[Part]) -> Asked:
    """Ask about exactly these versions; nothing is installed."""
    with tempfile.TemporaryDirectory() as folder:
        pinned = Path(folder) / "requirements.txt"
        pinned.write_text("".join(f"{one.name}=={one.version}\n" for one in parts), "utf-8")
        options = ("--requirement", str(pinned), "--no-deps", "--disable-pip", "--format", "json")
        command = [sys.executable, "-m", "pip_audit", "--progress-spinner", "off", *options]
        try:
            done = subprocess.run(
                command, capture_output=True, text=True, check=False, timeout=_LONGEST
            )
        except subprocess.TimeoutExpired:
            return Asked(not_done=f"no advisory service answered within {_LONGEST} s")
    return read(done.stdout, done.stderr)


def read(told: str, complaint: str) -> Asked:
    """What pip-audit says, or why it says nothing."""
    try:
        answer: dict[str, Any] = json.loads(told)
    except ValueError:
        reason = complaint.strip().splitlines()[-1:] or ["pip-audit said nothing"]
        return Asked(not_done=f"no advisory service answered ({reason[0][:200]})")
    packages = answer["dependencies"]
    skipped = [f"{one['name']}: {one['skip_reason']}" for one in packages if "skip_reason" in one]
    if len(skipped) == len(packages):
        return Asked(not_done=f"no advisory service knew any of them ({skipped[0][:200]})")
    known = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in"
        f" {', '.join(fault['fix_versions']) or 'no release yet'}"
        for one in packages
        for fault in one.get("vulns", [])
    ]
    return Asked(len(packages) - len(skipped), tuple(skipped), tuple(known))
