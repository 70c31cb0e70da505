"""A column of all 514 names, mistreated in every way that was seen: never a wrong region.

Each row's number tells which region it is meant to be, so every figure can be judged.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

import pytest

from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region, RegionKind
from etl.examination import Examination, examine
from etl.families import Families
from etl.readers import Sheet, Workbook

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
KAB = "Kabupaten "


def bare(name: str) -> str:
    return name.removeprefix(KAB).removeprefix("Kota ")


DISTORTIONS: Mapping[str, Callable[[str], str]] = {
    "as it is": str,
    "capitals": str.upper,
    "no capitals": str.lower,
    "Kab. for Kabupaten": lambda name: name.replace(KAB, "Kab. "),
    "KAB. without a space": lambda name: name.upper().replace(KAB.upper(), "KAB."),
    "Kotamadya, Kab": lambda name: name.replace("Kota ", "Kotamadya ").replace(KAB, "Kab "),
    "kabupaten without a word for it": lambda name: name.removeprefix(KAB),
    "no word for kabupaten or kota": bare,
    "kind behind a comma": lambda name: ", ".join(reversed(name.split(" ", 1))),
    "spaced letters": lambda name: " ".join(name.upper()),
    "doubled spaces": lambda name: f"  {name.replace(' ', '   ')} ",
    "no spaces": lambda name: name.replace(" ", ""),
    "no-break spaces": lambda name: name.replace(" ", "\N{NO-BREAK SPACE}"),
    "zero-width signs": "\N{ZERO WIDTH SPACE}".join,
    "soft hyphens": "\N{SOFT HYPHEN}".join,
    "full width": lambda name: name.translate(FULL_WIDTH),
    "dotted": lambda name: name.replace(" ", ". ") + ".",
    "dots between letters": ".".join,
    "hyphens for spaces": lambda name: name.replace(" ", "-"),
    "numbered": lambda name: f"06. {name}",
    "line break": lambda name: name.replace(" ", "\n"),
    "islands cut short": lambda name: name.replace("Kepulauan", "Kep."),
    "an apostrophe in front": lambda name: f"'{name}",
    "a footnote mark": lambda name: f"{name} *)",
    "a Cyrillic letter": lambda name: name.replace("a", "\N{CYRILLIC SMALL LETTER A}", 1),
    **{f"cut at {width}": lambda name, width=width: name[:width] for width in range(10, 36)},
    **{
        f"capitals cut at {width}": lambda name, width=width: name.upper().replace(
            KAB.upper(), "KAB. "
        )[:width]
        for width in range(8, 30)
    },
}
# Nothing that folds away may cost a single region.
LOSSLESS = {
    *("as it is", "capitals", "no capitals", "doubled spaces", "no spaces", "no-break spaces"),
    *("zero-width signs", "soft hyphens", "full width", "dotted", "dots between letters"),
    *("hyphens for spaces", "numbered", "line break", "islands cut short", "kind behind a comma"),
    *("an apostrophe in front", "spaced letters", "a footnote mark"),
}


@pytest.fixture(scope="module")
def places(reference: Reference) -> list[Region]:
    return [
        region
        for region in reference.directory
        if region.kind in (RegionKind.KABUPATEN, RegionKind.KOTA)
    ]


@pytest.fixture
def read(reference: Reference, families: Families) -> Callable[[Iterable[str]], Examination]:
    def run(names: Iterable[str]) -> Examination:
        rows = [
            ("Ukuran", "Peserta aktif"),
            ("Kabupaten/Kota", "Oktober 2025"),
            *((name, number) for number, name in enumerate(names, start=1)),
        ]
        book = Workbook("b.xlsx", "", "xlsx", (Sheet("S", rows),))
        return examine(book, "b.xlsx", reference=reference, families=families)

    return run


def outcomes(held: Examination, places: list[Region]) -> Counter[str]:
    """Each of the regions once: read right or wrong, asked about, or refused."""
    counted: Counter[str] = Counter()
    for figure in held.figures:
        meant = places[int(figure.value) - 1].code
        counted["right" if figure.key.region_code == meant else "wrong"] += 1
    for finding in held.findings:
        if finding.code.startswith("region-"):
            row = int(str(finding.cell)[1:]) - 3
            asks = finding.severity.value == "asks"
            offered = str(finding.details.get("codes", "")).split()
            assert not asks or places[row].code in offered, (finding.value, places[row].name)
            counted["question" if asks else "refused"] += 1
    return counted


@pytest.mark.parametrize("distortion", DISTORTIONS)
def test_a_column_of_all_names_never_gives_a_wrong_region(
    read: Callable[[Iterable[str]], Examination], places: list[Region], distortion: str
) -> None:
    counted = outcomes(read(DISTORTIONS[distortion](one.name) for one in places), places)
    assert counted["wrong"] == 0, counted
    assert counted.total() == len(places), counted
    if distortion in LOSSLESS:
        assert counted["right"] == len(places), counted


def test_pairs_of_a_kabupaten_and_a_kota_are_all_that_is_asked_where_the_kind_is_not_said(
    read: Callable[[Iterable[str]], Examination], places: list[Region]
) -> None:
    names = Counter(bare(one.name) for one in places)
    counted = outcomes(read(bare(one.name) for one in places), places)
    several = sum(count for count in names.values() if count > 1)
    assert counted["question"] >= several
    assert counted["right"] + counted["question"] == len(places), counted


@pytest.mark.parametrize("width", range(8, 36))
def test_the_names_of_one_province_cut_at_a_width_are_never_taken_for_others(
    read: Callable[[Iterable[str]], Examination], places: list[Region], width: int
) -> None:
    for province in ("16", "71", "74"):
        here = [one for one in places if one.code.startswith(f"{province}.")]
        counted = outcomes(read(one.name[:width] for one in here), here)
        assert counted["wrong"] == 0, (province, counted)


KOMERING = ("Kabupaten Ogan Komering Ulu", "KAB. OGAN KOMERING ULU", "Ogan Komering Ulu")


@pytest.mark.parametrize("name", KOMERING)
def test_a_name_that_stands_for_three_regions_is_three_questions(
    read: Callable[[Iterable[str]], Examination], name: str
) -> None:
    held = read([name, "Kota Palembang", name, name])
    asked = [one for one in held.findings if one.code == "region-ambiguous"]
    assert [one.cell for one in asked] == ["A3", "A5", "A6"]
    assert {one.details["codes"] for one in asked} == {"16.01 16.08 16.09"}
    assert [figure.key.region_code for figure in held.figures] == ["16.71"]


def test_a_whole_name_that_stands_once_is_that_region(
    read: Callable[[Iterable[str]], Examination],
) -> None:
    held = read(["Kabupaten Ogan Komering Ulu", "Kab. OKU Timur", "Kota Palembang"])
    assert held.figures[0].key.region_code == "16.01"
    held = read(["KAB. OGAN KOMERING ULU", "OKU TIMUR", "OKU SELATAN"])
    assert [one.key.region_code for one in held.figures] == ["16.01", "16.08", "16.09"]
    (asked,) = read(["KAB. OGAN KOMERING ULU", "OKU TIMUR"]).findings
    assert (asked.code, asked.cell, asked.details["codes"]) == (
        "region-ambiguous",
        "A3",
        "16.01 16.09",
    )
