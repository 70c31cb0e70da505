"""docs/security.md: every requirement once, sums that are right, tests that are there."""

import re
from collections import Counter
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TEXT = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+(?:–[\d.]+)?) \| ([^|]+) \| ([^|]+) \| (.+) \|$", re.MULTILINE)
# How many requirements of levels 1 and 2 each chapter of ASVS 5.0.0 has.
ASVS = (27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7)


def rows() -> list[tuple[str, str, str]]:
    """Every number, its state, and what stands behind it; those of a span one by one."""
    found = []
    for numbers, _, state, why in ROW.findall(TEXT):
        first, _, last = numbers.partition("–")
        head, _, begin = first.rpartition(".")
        end = (last or first).rpartition(".")[2]
        found += [(f"{head}.{n}", state, why) for n in range(int(begin), int(end) + 1)]
    return found


@cache
def named_in(path: str) -> frozenset[str]:
    file = ROOT / path
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return frozenset(re.findall(r"^def (test_\w+)", text, re.MULTILINE))


def test_every_requirement_of_levels_one_and_two_stands_once() -> None:
    numbers = [number for number, _, _ in rows()]
    assert [number for number, times in Counter(numbers).items() if times > 1] == []
    chapters = Counter(int(number.partition(".")[0]) for number in numbers)
    assert tuple(chapters[place] for place in range(1, 18)) == ASVS


def test_what_is_met_names_a_test_that_is_there_and_nothing_else_does() -> None:
    for number, state, why in rows():
        assert state in {"met", "not met", "not applicable"}, number
        assert why.strip(), number
        if state == "met":
            path, _, name = why.strip("`").partition("::")
            assert name in named_in(path), f"{number}: {why}"
        else:
            assert "::" not in why, number


def test_the_sums_are_those_of_the_rows() -> None:
    told = re.findall(
        r"^\| (?:V\d+ [^|]+|together) \| (\d+) \| (\d+) \| (\d+) \|$", TEXT, re.MULTILINE
    )
    states = [Counter(one for number, one, _ in rows() if of(number) in places) for places in SPANS]
    counted = [
        tuple(one[state] for state in ("met", "not met", "not applicable")) for one in states
    ]
    assert [tuple(map(int, line)) for line in told] == counted


def of(number: str) -> int:
    return int(number.partition(".")[0])


SPANS = [*({place} for place in range(1, 18)), set(range(1, 18))]


def test_the_rules_that_are_written_down_are_all_here() -> None:
    """What a requirement wants written down has its place in a document."""
    running, containers, checks, sources = (
        (ROOT / "docs" / name).read_text(encoding="utf-8")
        for name in ("running.md", "containers.md", "checks.md", "templates.md")
    )
    for words in (
        "**Limits.**",
        "**Turns.**",
        "## Who may use it",
        "Five wrong ones",
        "30 minutes",
    ):
        assert words in running, words
    assert "## The log of the server" in running
    assert "| role | may |" in running
    assert "xlsx" in containers
    assert len(checks) > 1000
    assert len(sources) > 500
    for words in (
        *("**Cryptography in use**", "**What it speaks to**", "**What takes long**"),
        *("**Updates**", "**Words no password", "**Sessions**", "| data | class |"),
    ):
        assert words in TEXT, words
