"""Codes of regions as cells hold them, and what they say beside a name."""

import pytest

from etl.region_match import CodeAuthority, MatchProblem
from tests.etl.all_regions import MATCHER, PLACES, REFERENCE

KEMENDAGRI, BPS = CodeAuthority.KEMENDAGRI, CodeAuthority.BPS


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (3603, "36.03"),
        (3603.0, "36.03"),
        ("3603", "36.03"),
        ("3603.0", "36.03"),
        ("36.03", "36.03"),
        (" 36,03 ", "36.03"),
        ("３６．０３", "36.03"),
        (36, "36"),
        ("36", "36"),
        (36.0, "36"),
        (3600, "36"),
        ("36.00", "36"),
        ("32.10", "32.10"),
        (0, "00"),
        ("0", "00"),
        ("00", "00"),
        ("0000", "00"),
    ],
)
def test_a_code_is_read_however_the_cell_holds_it(value, code):
    assert MATCHER.by_code(value, authority=KEMENDAGRI).code == code


@pytest.mark.parametrize("value", ["32.1", 32.1, "32,1"])
def test_a_code_that_lost_a_zero_is_asked_about(value):
    match = MATCHER.by_code(value, authority=KEMENDAGRI)
    assert (match.code, match.problem) == (None, MatchProblem.AMBIGUOUS)
    assert match.candidates == ("32.10",)


@pytest.mark.parametrize(
    "value", ["321", 9901, "36.99", "36.03.01", "1.01", "-36", "", "abc", None, True, 36.035, 1e9]
)
def test_what_is_no_code_is_unknown(value):
    for authority in CodeAuthority:
        match = MATCHER.by_code(value, authority=authority)
        assert (match.code, match.problem) == (None, MatchProblem.UNKNOWN)


def test_every_code_of_either_authority_leads_home():
    for region in REFERENCE.directory:
        assert MATCHER.by_code(region.code, authority=KEMENDAGRI).code == region.code
        assert MATCHER.by_code(region.bps_code, authority=BPS).code == region.code
    assert MATCHER.by_code(9999, authority=BPS).code == "00"


def test_the_same_digits_mean_other_regions_to_the_two_authorities():
    assert MATCHER.by_code(91, authority=KEMENDAGRI).code == "91"
    assert MATCHER.by_code(91, authority=BPS).code == "92"
    assert MATCHER.by_code(1101, authority=KEMENDAGRI).code == "11.01"
    assert MATCHER.by_code(1101, authority=BPS).code == "11.09"


def test_a_code_and_a_name_that_mean_two_regions_are_a_conflict():
    match = MATCHER.by_code_and_name(1101, "Simeulue", authority=KEMENDAGRI)
    assert (match.code, match.problem) == (None, MatchProblem.CODE_NAME_CONFLICT)
    assert match.candidates == ("11.01", "11.09")


def test_a_code_says_which_of_two_regions_a_bare_name_means():
    assert MATCHER.by_code_and_name(3671, "Tangerang", authority=BPS).code == "36.71"
    assert MATCHER.by_code_and_name(3671, "Salah ketik", authority=BPS).code == "36.71"
    assert MATCHER.by_code_and_name(3673, "Tangerang", authority=BPS).code is None
    cyrillic = "K\N{CYRILLIC SMALL LETTER O}ta Tangerang"
    match = MATCHER.by_code_and_name(3671, cyrillic, authority=BPS)
    assert match.problem is MatchProblem.LOOKALIKE


def test_the_authority_of_codes_is_told_by_the_names():
    bps = [(int(region.bps_code), region.name) for region in PLACES]
    home = [(region.code, region.name) for region in PLACES]
    assert MATCHER.infer_authority(bps) is BPS
    assert MATCHER.infer_authority(home) is KEMENDAGRI
    assert MATCHER.infer_authority([("94", "PAPUA"), ("91", "PAPUA BARAT")]) is BPS
    assert MATCHER.infer_authority([("91", "PAPUA"), ("92", "PAPUA BARAT")]) is KEMENDAGRI


def test_one_wrong_row_does_not_change_the_authority_but_a_mixture_has_none():
    bps = [(region.bps_code, region.name) for region in PLACES]
    home = [(region.code, region.name) for region in PLACES]
    assert MATCHER.infer_authority([*bps, home[0]]) is BPS
    assert MATCHER.infer_authority(bps + home) is None
    assert MATCHER.infer_authority(zip(range(514), (r.name for r in PLACES), strict=True)) is None
    assert MATCHER.infer_authority([("3201", "entah"), ("3202", "apa")]) is None


def test_where_both_systems_agree_on_every_row_it_does_not_matter_which():
    jabar = [(region.bps_code, region.name) for region in PLACES if region.code[:2] == "32"]
    assert MATCHER.infer_authority(jabar) is KEMENDAGRI
    assert all(MATCHER.by_code(code, authority=BPS).code for code, _ in jabar)
