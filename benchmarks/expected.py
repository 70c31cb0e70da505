"""What was measured before, what this run is held against it, and the page that tells of it."""

import os
import platform
import subprocess
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence

from benchmarks.ratio import Ratio
from cakupan.settings import ROOT

KEPT = ROOT / "benchmarks" / "expected.toml"
PAGE = ROOT / "docs" / "performance.md"
HEADING = "## Measured by make bench\n"
HEAD = (
    "| what | ours (s) | 95 of 100 under (s) | compared with (s) | ratio |",
    "| --- | ---: | ---: | ---: | ---: |",
)
# Ratios of one machine differ by this much from one quiet run to the next.
TOLERANCE = 0.25


def held(found: Sequence[Ratio], before: Mapping[str, float] | None = None) -> Iterator[str]:
    """What is better and what is worse than before by more than the tolerance, a line each."""
    known = _known() if before is None else before
    compared = [(one, known[one.name]) for one in found if one.name in known]
    for one, was in compared:
        if abs(one.ratio / was - 1) > TOLERANCE:
            word = "worse" if one.ratio > was else "better"
            yield f"{word}: {one.name}, {one.ratio:.2f} where {was:.2f} was measured before"
    new = len(found) - len(compared)
    yield f"{len(compared)} ratios held against earlier ones (± {TOLERANCE:.0%}), {new} are new."


def write(found: Sequence[Ratio], remarks: Mapping[str, Sequence[str]]) -> None:
    """Keep this run: its ratios for the next, its table and remarks for readers.

    Ratios of parts that were not run are kept; the table is of this run alone.
    """
    begin = _begin()
    kept = {**_known(), **{one.name: one.ratio for one in found}}
    lines = (f'"{name}" = {ratio:.3f}' for name, ratio in sorted(kept.items()))
    KEPT.write_text("\n".join(("[ratio]", *lines, "")), "utf-8")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(page_with(page, found, remarks, begin=begin), "utf-8")


def page_with(
    page: str, found: Iterable[Ratio], remarks: Mapping[str, Sequence[str]], *, begin: str
) -> str:
    """The page with what was measured under its heading, which comes last."""
    before = page.partition(HEADING)[0].rstrip()
    said = [f"- {remark}" for told in remarks.values() for remark in told]
    lines = [begin, "", *HEAD, *(one.row() for one in found), "", *said]
    return f"{before}\n\n{HEADING}\n" + "\n".join(lines).rstrip() + "\n"


def _known() -> dict[str, float]:
    if not KEPT.exists():
        return {}
    return dict(tomllib.loads(KEPT.read_text(encoding="utf-8"))["ratio"])


def _begin() -> str:
    """Which commit was measured, and on what; a mark where files differ from the commit."""
    command = ["git", "describe", "--always", "--dirty"]
    asked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    machine = f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}"
    return f"On {asked.stdout.strip() or 'an unknown commit'}, {machine}."
