"""Of whatever figures, a press text says no number that they do not hold."""

import re
from decimal import Decimal
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cakupan.analytics.overview import summarise
from cakupan.analytics.panel import Panel
from cakupan.analytics.summary import Summary
from cakupan.charts.target_marks import round_percent
from cakupan.domain.language import Language
from cakupan.domain.measures import Segment
from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.domain.regions import Region, RegionDirectory, RegionKind
from cakupan.exports.press.matter import PressMatter
from cakupan.exports.press.text import PressText, press_text
from cakupan.texts import words
from cakupan.texts.number_format import count, growth, percent, points

NUMBER = re.compile(r"\d[\d.,]*\d%?|\d%?")
NOW, BEFORE = Period("2025-10"), Period("2024-10")
PARTS = ("36.01", "36.02", "36.03")
BANTEN = Region("36", "Banten", RegionKind.PROVINCE, "36")
DIRECTORY = RegionDirectory(
    [
        Region("00", "Indonesia", RegionKind.NATION, "0000"),
        BANTEN,
        *(
            Region(code, f"Kabupaten {name}", RegionKind.KABUPATEN, "")
            for code, name in zip(PARTS, "ABC", strict=True)
        ),
    ]
)
PUBLISHERS = pd.CategoricalDtype(["bps", "bpjs"])
people = st.integers(0, 3_000_000)
one_part = st.fixed_dictionaries(
    {"now": people | st.none(), "before": people | st.none(), "workers": people | st.none()}
)


def frames(given_parts: list[dict[str, int | None]], *, other: bool) -> tuple[Any, Any]:
    """Participants of two Octobers and a workforce; ``other`` changes who counts between them."""
    counted, workers = [], []
    for code, part in zip(PARTS, given_parts, strict=True):
        for key, period in (("now", NOW), ("before", BEFORE)):
            publisher = "bps" if other and key == "before" else "bpjs"
            for segment, share in (("PU", 3), ("BPU", 1)):
                if part[key] is not None:
                    row = (code, period.text, segment, part[key] * share, publisher)
                    counted.append((*row, np.datetime64(period.end, "us")))
        if part["workers"] is not None:
            start = np.datetime64(Period("2024").start, "us")
            workers.append((code, "2024", part["workers"], "bps", start))
    columns = ["region_code", "period", "segment", "participants", "publisher", "date"]
    types = {"region_code": "str", "period": "str", "publisher": PUBLISHERS}
    dates = {"date": "datetime64[us]"}
    beside = {"sample": False, "rounding_unit": 1.0}
    participants = pd.DataFrame(counted, columns=columns).astype(
        {**types, **dates, "segment": "str", "participants": "int64"}
    )
    columns = ["region_code", "period", "workers", "publisher", "date"]
    workforce = pd.DataFrame(workers, columns=columns).astype(
        {**types, **dates, "workers": "int64"}
    )
    return participants.assign(**beside), workforce.assign(**beside)


def aim(ratio: Decimal, year: int | None) -> Target:
    return Target(f"36-{year}", "36", "rpjmd", year, ratio, "eligible", "", "", "")


def text_of(summary: Summary, language: Language) -> PressText:
    names = {region.code: region.short_name for region in DIRECTORY}
    frame = summary.ranking
    return press_text(
        PressMatter(
            words=words(language),
            region=BANTEN,
            summary=summary,
            ranking=frame.assign(name=[names[code] for code in frame["region_code"]]),
            parts_word="kabupaten/kota",
            base="Semesta",
            base_long="Semesta pekerja",
            source="BPS",
            aims={gap.target.id: f"Target {gap.target.year or ''}".strip() for gap in summary.gaps},
            segments={segment: segment.value for segment in Segment},
        )
    )


def numbers(text: str) -> set[str]:
    return set(NUMBER.findall(text))


def known_numbers(summary: Summary, language: Language) -> set[str]:
    """Every figure of the summary as it may be written, and the days it speaks of."""
    headline, change = summary.headline, summary.year_on_year
    counts = [headline.participants, headline.workers, headline.parts_with_data]
    counts += [headline.parts_expected, *range(len(PARTS) + 1)]
    counts += [one for gap in summary.gaps for one in (gap.people_needed, gap.people_a_month)]
    counts += summary.ranking[["participants", "workers"]].to_numpy().ravel().tolist()
    counts += summary.trend[["participants", "workers"]].to_numpy().ravel().tolist()
    ratios = [headline.coverage, *summary.ranking["coverage"], *summary.trend["coverage"]]
    ratios += list(summary.segments["share"])
    moved = [change.points, *summary.ranking["points"]]
    texts = [
        *(count(one, language) for one in counts),
        *(percent(one, language) for one in ratios),
        *(points(one, language) for one in moved),
        growth(change.participants_growth, language),
        *(round_percent(float(gap.target.ratio), language) for gap in summary.gaps),
        *(str(gap.target.year) for gap in summary.gaps),
        "31 2025 2024",
    ]
    return {number for text in texts for number in numbers(text)}


@pytest.mark.parametrize("language", Language)
@given(
    parts=st.lists(one_part, min_size=3, max_size=3),
    ratios=st.lists(st.decimals("0.01", "1.2", places=4), max_size=3),
    other=st.booleans(),
)
@settings(max_examples=25)
def test_no_number_is_made_up(
    language: Language, parts: list[dict[str, int | None]], ratios: list[Decimal], *, other: bool
) -> None:
    participants, workforce = frames(parts, other=other)
    panel = Panel.of(DIRECTORY, participants=participants, workforce=workforce)
    years = (2030, 2026, None)
    summary = summarise(
        panel,
        region=BANTEN,
        targets=[aim(ratio, year) for ratio, year in zip(ratios, years, strict=False)],
        denominator_id="eligible",
        period=NOW,
    )
    text = text_of(summary, language)
    assert numbers(text.plain) <= known_numbers(summary, language), text.plain
    assert len(text.paragraphs) == 2
    assert len(text.facts) <= 5
    assert not re.search(r"[{}–]\s*%|\bnan\b", text.plain)


def test_a_fall_is_called_a_fall_and_a_coverage_above_all_is_explained() -> None:
    falling = [{"now": 100, "before": 200, "workers": 300}] * 3
    panel = Panel.of(
        DIRECTORY,
        **dict(zip(("participants", "workforce"), frames(falling, other=False), strict=True)),
    )
    about: dict[str, Any] = {"region": BANTEN, "denominator_id": "eligible", "period": NOW}
    summary = summarise(panel, targets=[aim(Decimal("0.9"), 2030)], **about)
    text = text_of(summary, Language.ID)
    assert "cakupan turun" in text.paragraphs[0]
    assert "berkurang 50,0%" in text.paragraphs[0]
    assert any("seratus persen" in note for note in text.notes)
    assert "sudah mencapai semua target" in text.paragraphs[1]


def test_across_a_break_no_change_is_stated() -> None:
    steady = [{"now": 100, "before": 90, "workers": 900}] * 3
    participants, workforce = frames(steady, other=True)
    panel = Panel.of(DIRECTORY, participants=participants, workforce=workforce)
    about: dict[str, Any] = {"region": BANTEN, "denominator_id": "eligible", "period": NOW}
    text = text_of(summarise(panel, targets=[], **about), Language.ID)
    assert "tidak dinyatakan" in text.paragraphs[0]
    assert "poin" not in text.plain.partition("Keterangan")[0]
    assert text.paragraphs[1].startswith("Belum ada target")
