"""What a run of the benchmarks is held against, and the page that it writes."""

from pathlib import Path
from typing import Any

import pytest

from benchmarks import buttons, expected
from benchmarks.expected import HEADING, held, page_with
from benchmarks.ratio import Ratio
from routes.rights import CALLBACKS


def test_every_callback_that_a_server_answers_has_a_row() -> None:
    nobody: Any = None
    rows = list(buttons.rows(nobody))
    assert len({row.name for row in rows}) == len(rows)
    ours = {row.first for row in rows}
    assert ours.isdisjoint(buttons.ELSEWHERE)
    assert ours | buttons.ELSEWHERE == set(CALLBACKS)


def ratio(name: str, value: float) -> Ratio:
    return Ratio(name=name, ours=value, other=1, ratio=value, worst=value)


def test_only_what_changed_by_more_than_noise_is_told_and_the_rest_is_counted():
    found = [ratio("a", 1.3), ratio("b", 0.7), ratio("c", 1.2), ratio("d", 9)]
    told = list(held(found, {"a": 1.0, "b": 1.0, "c": 1.0}))
    assert [line.split(",")[0] for line in told[:2]] == ["worse: a", "better: b"]
    assert told[2:] == ["3 ratios held against earlier ones (± 25%), 1 are new."]


def test_what_was_measured_takes_the_place_of_the_earlier_table_alone():
    page = f"# Performance\n\ntext\n\n{HEADING}\nold\n"
    new = page_with(page, [ratio("a", 2)], {"etl": ["80 MiB"]}, begin="On abc.")
    assert new.startswith(f"# Performance\n\ntext\n\n{HEADING}\nOn abc.\n")
    assert "| a | 2.000 | 2.000 | 1.000 | 2.00 |" in new
    assert new.endswith("\n- 80 MiB\n")
    assert "old" not in new


def test_the_commit_is_asked_for_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, page = tmp_path / "expected.toml", tmp_path / "performance.md"
    page.write_text(f"# Performance\n\n{HEADING}", encoding="utf-8")
    monkeypatch.setattr(expected, "KEPT", kept)
    monkeypatch.setattr(expected, "PAGE", page)
    monkeypatch.setattr(expected, "_begin", lambda: "dirty" if kept.exists() else "clean")
    expected.write([ratio("a", 2)], {})
    assert "\nclean\n" in page.read_text(encoding="utf-8")
    assert '"a" = 2.000' in kept.read_text(encoding="utf-8")
