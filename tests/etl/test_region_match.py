"""Names of regions as tables write them: found, asked about, or unknown."""

import csv
import os
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.regions import RegionAlias, RegionDirectory, RegionKind
from etl import region_match
from etl.region_match import MatchProblem, RegionMatcher
from tests.etl.all_regions import MATCHER, PLACES, REFERENCE

FULL_WIDTH = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}

DISTORTIONS = {
    "as it is": str,
    "upper case": str.upper,
    "lower case": str.lower,
    "spaces around and doubled": lambda name: f"  {name.replace(' ', '   ')} ",
    "no-break spaces": lambda name: name.replace(" ", "\N{NO-BREAK SPACE}"),
    "zero-width signs": "\N{ZERO WIDTH SPACE}".join,
    "soft hyphens": "\N{SOFT HYPHEN}".join,
    "full width": lambda name: name.translate(FULL_WIDTH),
    "a line break": lambda name: name.replace(" ", "\n"),
    "spaced letters": " ".join,
    "no spaces": lambda name: name.replace(" ", ""),
    "abbreviated": lambda name: name.replace("Kabupaten", "Kab."),
    "abbreviated, doubled space": lambda name: name.upper().replace("KABUPATEN", "KAB. "),
    "kind behind": lambda name: ", ".join(reversed(name.split(" ", 1))),
    "islands cut short": lambda name: name.replace("Kepulauan", "Kep."),
    "numbered by BPS": lambda name: f"06. {name}",
    "numbered without a point": lambda name: f"71 {name}",
}


def said(match):
    """The codes a match stands for: one if resolved, several if it asks."""
    return {match.code} if match.code else set(match.candidates)


@pytest.mark.parametrize("distortion", DISTORTIONS)
def test_every_official_name_is_found_however_it_is_typed(distortion):
    for region in PLACES:
        match = MATCHER.by_name(DISTORTIONS[distortion](region.name))
        cut_names_seen = region.code in ("16.01", "71.01")
        if match.problem is MatchProblem.AMBIGUOUS:
            assert cut_names_seen, region.name
            assert region.code in match.candidates
        else:
            assert match.code == region.code, region.name


def test_there_are_514_of_them():
    assert len(PLACES) == 514


def spellings():
    rows = [(alias.spelling, alias.code) for alias in REFERENCE.aliases]
    path = Path(os.environ.get("CAKUPAN_SPECIMENS", "")).parent / "data" / "name_aliases.csv"
    if path.is_file():
        with path.open(encoding="utf-8", newline="") as file:
            rows += [(row["alias"], row["code"]) for row in csv.DictReader(file)]
    return rows


def test_every_spelling_ever_seen_is_its_region_or_a_question_that_names_it():
    for spelling, code in spellings():
        match = MATCHER.by_name(spelling)
        assert match.problem in (None, MatchProblem.AMBIGUOUS), spelling
        assert code in said(match), spelling


def test_all_spellings_that_ship_are_sure_but_for_those_that_mean_several_regions():
    shipped = [(alias.spelling, alias.code) for alias in REFERENCE.aliases]
    assert len(shipped) >= 1_841
    outcomes = Counter()
    for spelling, code in shipped:
        match = MATCHER.by_name(spelling)
        outcomes["right" if match.code == code else "question" if not match.code else "wrong"] += 1
    assert outcomes["wrong"] == 0
    assert outcomes["right"] > 10 * outcomes["question"]


@given(st.sampled_from(PLACES), st.data())
def test_a_mistyped_name_is_never_another_region(region, data):
    name = region.name if data.draw(st.booleans()) else region.short_name
    place = data.draw(st.integers(0, len(name)))
    letter = data.draw(st.sampled_from("abcdefghijklmnopqrstuvwxyz"))
    typed = data.draw(
        st.sampled_from(
            [
                name[:place] + name[place + 1 :],
                name[:place] + letter + name[place:],
                name[:place] + letter + name[place + 1 :],
                name[: place - 1]
                + name[place : place + 1]
                + name[place - 1 : place]
                + name[place + 1 :],
            ]
        )
    )
    # Two pairs of official names are one letter apart; nobody can tell that typing error.
    one_letter_apart = {"51.03": "32.04", "32.04": "51.03", "35.79": "63.02"}
    assert MATCHER.by_name(typed).code in (None, region.code, one_letter_apart.get(region.code))


BARE = {}
for _place in PLACES:
    BARE.setdefault(_place.name.split(" ", 1)[1], []).append(_place)
PAIRS = {name: pair for name, pair in BARE.items() if len(pair) > 1}


@pytest.mark.parametrize("name", PAIRS)
def test_a_bare_name_of_a_kabupaten_and_a_kota_is_asked_about_unless_the_source_has_a_rule(name):
    kabupaten, kota = sorted(PAIRS[name], key=lambda region: region.kind)
    places = {RegionKind.KABUPATEN, RegionKind.KOTA}
    bare = MATCHER.by_name(name, kinds=places)
    assert (bare.code, bare.problem) == (None, MatchProblem.AMBIGUOUS)
    assert set(bare.candidates) == {kabupaten.code, kota.code}
    assert MATCHER.by_name(f"06. {name}", kinds=places).problem is MatchProblem.AMBIGUOUS
    ruled = MATCHER.by_name(name, kinds=places, bare_is_kabupaten=True)
    assert ruled.code == kabupaten.code
    assert MATCHER.by_name(name, kinds={RegionKind.KOTA}).code == kota.code


def test_there_are_26_such_names_one_of_them_in_two_provinces():
    assert len(PAIRS) == 26
    assert MATCHER.by_name("Banjar", province_code="32").code == "32.79"
    assert MATCHER.by_name("Banjar", province_code="63").code == "63.03"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("INDONESIA", "00"),
        ("Nasional", "00"),
        ("Provinsi Jawa Timur", "35"),
        ("Jawa Timur", "35"),
        ("PROV. BANTEN", "36"),
        ("DKI Jakarta", "31"),
        ("D.I. YOGYAKARTA", "34"),
        ("KEP. RIAU", "21"),
        ("KEP, RIAU", "21"),
        ("KEP, BANGKA BELITUNG", "19"),
        ("S I A K", "14.08"),
        ("D U M A I", "14.72"),
        ("KAB.  PELALAWAN", "14.05"),
        ("KOTABARU", "63.02"),
        ("Kab. Kotabaru", "63.02"),
        ("Padang Sidempuan", "12.77"),
        ("Kota Padangsidimpuan", "12.77"),
        ("71. Kota Kediri", "35.71"),
        ("Jakarta Pusat", "31.71"),
        ("Pangkajene & Kepulauan", "73.10"),
        ("Kabupaten Ogan Komering Ulu", "16.01"),
    ],
)
def test_names_as_tables_write_them(text, code):
    assert MATCHER.by_name(text).code == code


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("Jambi", {"15", "15.71"}),
        ("GORONTALO", {"75", "75.01", "75.71"}),
        ("KAB. OGAN KOMERING ULU", {"16.01", "16.08", "16.09"}),
        ("KAB. BOLAANG MONGONDOW", {"71.01", "71.08", "71.10", "71.11"}),
    ],
)
def test_a_name_that_may_be_several_regions_names_them_all(text, candidates):
    match = MATCHER.by_name(text)
    assert (match.code, match.problem) == (None, MatchProblem.AMBIGUOUS)
    assert set(match.candidates) == candidates


def test_the_kind_a_column_holds_tells_a_province_from_its_capital():
    assert MATCHER.by_name("JAMBI", kinds={RegionKind.PROVINCE}).code == "15"
    assert MATCHER.by_name("JAMBI", kinds={RegionKind.KABUPATEN, RegionKind.KOTA}).code == "15.71"
    other = MATCHER.by_name("Banten", kinds={RegionKind.KABUPATEN, RegionKind.KOTA})
    assert (other.code, other.problem, other.candidates) == (None, MatchProblem.UNKNOWN, ("36",))


@pytest.mark.parametrize(
    "text",
    [
        "Kabup\N{CYRILLIC SMALL LETTER A}ten Bogor",
        "K\N{GREEK SMALL LETTER OMICRON}ta Bogor",
        "Кота Богор",
    ],
)
def test_letters_of_another_script_are_refused_and_not_folded(text):
    match = MATCHER.by_name(text)
    assert (match.code, match.problem) == (None, MatchProblem.LOOKALIKE)


def test_a_near_miss_is_suggested_and_not_taken():
    match = MATCHER.by_name("Kota Tangerng")
    assert (match.code, match.problem) == (None, MatchProblem.UNKNOWN)
    assert match.candidates[0] == "36.71"


@pytest.mark.parametrize("text", ["", "-", "Jumlah", "Total", "12", "Sumber: BPS", "x" * 5000])
def test_what_is_no_name_is_unknown(text):
    match = MATCHER.by_name(text)
    assert (match.code, match.problem) == (None, MatchProblem.UNKNOWN)


def test_a_name_outside_its_province_is_a_conflict():
    match = MATCHER.by_name("Kab. Banjar", province_code="32")
    assert (match.code, match.problem) == (None, MatchProblem.CODE_NAME_CONFLICT)
    assert match.candidates == ("63.03",)
    assert MATCHER.by_name("Kab. Banjar", province_code="00").code == "63.03"


def test_a_region_may_stand_under_the_province_it_was_split_from():
    assert MATCHER.by_name("Merauke", province_code="91").code == "93.01"
    assert MATCHER.by_name("Merauke", province_code="93").code == "93.01"
    assert MATCHER.by_name("Merauke", province_code="92").problem is MatchProblem.CODE_NAME_CONFLICT


def test_the_same_regions_are_spelled_out_once_and_others_by_themselves(monkeypatch):
    RegionMatcher(REFERENCE.directory, REFERENCE.aliases)
    monkeypatch.setattr(region_match, "spellings", None)
    again = RegionMatcher(RegionDirectory(REFERENCE.directory), list(REFERENCE.aliases))
    assert again.by_name("Kab. Tangerang").code == "36.03"
    monkeypatch.undo()
    called = RegionMatcher(REFERENCE.directory, [RegionAlias("Seribu Industri", "36.71")])
    assert called.by_name("Kota Seribu Industri").code == "36.71"
    assert MATCHER.by_name("Kota Seribu Industri").code is None
