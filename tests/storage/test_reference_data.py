"""The reference files that are shipped: complete, consistent, and exact where it matters."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from cakupan.analytics.contest import Criterion
from cakupan.domain.measures import Measure, Segment
from cakupan.domain.regions import NATION_CODE, RegionKind


def folded(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def test_there_are_38_provinces_with_416_kabupaten_and_98_kota(reference) -> None:
    kinds = Counter(region.kind for region in reference.directory)
    assert kinds == {
        RegionKind.NATION: 1,
        RegionKind.PROVINCE: 38,
        RegionKind.KABUPATEN: 416,
        RegionKind.KOTA: 98,
    }
    assert len(reference.directory.parts(NATION_CODE)) == 38


def test_codes_are_text_in_the_form_of_their_kind_and_unique(reference) -> None:
    forms = {
        RegionKind.NATION: (r"00", r"00"),
        RegionKind.PROVINCE: (r"\d\d", r"\d\d"),
        RegionKind.KABUPATEN: (r"\d\d\.[0-6]\d", r"\d{4}"),
        RegionKind.KOTA: (r"\d\d\.7\d", r"\d{4}"),
    }
    for region in reference.directory:
        code, bps_code = forms[region.kind]
        assert re.fullmatch(code, region.code), region
        assert re.fullmatch(bps_code, region.bps_code), region
    for attribute in ("code", "bps_code", "name"):
        values = [getattr(region, attribute) for region in reference.directory]
        assert len(values) == len(set(values)), attribute


@pytest.mark.parametrize(
    ("code", "name", "bps_code"),
    [
        ("00", "Indonesia", "00"),
        ("31", "DKI Jakarta", "31"),
        ("34", "DI Yogyakarta", "34"),
        ("36.03", "Kabupaten Tangerang", "3603"),
        ("36.71", "Kota Tangerang", "3671"),
        ("63.02", "Kabupaten Kotabaru", "6302"),
        ("91", "Papua", "94"),
        ("93.01", "Kabupaten Merauke", "9501"),
    ],
)
def test_known_regions_have_their_names_and_codes(reference, code, name, bps_code) -> None:
    region = reference.directory[code]
    assert (region.name, region.bps_code) == (name, bps_code)


def test_every_kabupaten_and_kota_lies_in_a_province(reference) -> None:
    for province in reference.directory.provinces():
        assert reference.directory.parts(province.code), province.name


@pytest.mark.parametrize(
    ("spelling", "codes"),
    [
        ("Daerah Khusus Ibukota Jakarta", {"31"}),
        ("Daerah Istimewa Yogyakarta", {"34"}),
        ("Babel", {"19"}),
        ("Kepri", {"21"}),
        ("S I A K", {"14.08"}),
        ("KAB. MAMUJU UTARA", {"76.01"}),
        ("Maluku Tenggara Barat", {"81.03"}),
        ("TANGERANG", {"36.03", "36.71"}),
        ("Serang", {"36.04", "36.73"}),
        ("Sorong", {"96.01", "96.71"}),
        ("Bengkulu", {"17", "17.71"}),
        ("KAB. OGAN KOMERING ULU", {"16.01", "16.08", "16.09"}),
    ],
)
def test_a_spelling_means_one_region_or_says_that_it_means_several(
    reference, spelling, codes
) -> None:
    assert {alias.code for alias in reference.aliases if alias.spelling == spelling} == codes


def test_a_spelling_means_the_same_in_any_case_and_spacing(reference) -> None:
    meanings: dict[str, dict[str, set[str]]] = {}
    for alias in reference.aliases:
        spellings = meanings.setdefault(folded(alias.spelling), {})
        spellings.setdefault(alias.spelling, set()).add(alias.code)
    for spellings in meanings.values():
        assert len({frozenset(codes) for codes in spellings.values()}) == 1, spellings


def test_an_alias_never_points_past_the_official_name(reference) -> None:
    official = {folded(region.name): region.code for region in reference.directory}
    by_spelling: dict[str, set[str]] = {}
    for alias in reference.aliases:
        by_spelling.setdefault(alias.spelling, set()).add(alias.code)
    for spelling, codes in by_spelling.items():
        assert official.get(folded(spelling), next(iter(codes))) in codes, spelling


def test_lineage_knows_the_renames_and_the_26_re_codings_of_papua(reference) -> None:
    renames = {
        (line.code, line.old_name, line.year)
        for line in reference.lineage
        if line.event == "rename"
    }
    assert {
        ("81.03", "Kabupaten Maluku Tenggara Barat", 2019),
        ("12.12", "Kabupaten Toba Samosir", 2020),
        ("76.01", "Kabupaten Mamuju Utara", 2017),
    } <= renames
    recodings = {line.old_code: line for line in reference.lineage if line.event == "recode"}
    assert len(recodings) == 26
    assert recodings["91.01"].code == "93.01"
    assert recodings["92.71"].code == "96.71"
    assert {line.code for line in reference.lineage if line.event == "split"} == {
        "93",
        "94",
        "95",
        "96",
    }


def test_an_old_code_means_no_other_region_today(reference) -> None:
    for line in reference.lineage:
        if line.event == "recode":
            assert line.old_code not in reference.directory, line


def test_denominators_stand_in_the_order_of_the_switch(reference) -> None:
    assert [(base.id, base.measure) for base in reference.denominators] == [
        ("eligible", Measure.ELIGIBLE_WORKERS),
        ("employed", Measure.EMPLOYED),
        ("labour_force", Measure.LABOUR_FORCE),
    ]


def test_banten_aims_at_50_percent_soon_and_at_65_percent_in_2030(reference) -> None:
    banten = [target for target in reference.targets if target.region_code == "36"]
    assert [
        (target.framework, target.year, target.ratio, target.denominator) for target in banten
    ] == [
        ("rpjmd", None, Decimal("0.50"), "eligible"),
        ("rpjmd", 2030, Decimal("0.65"), "eligible"),
    ]
    assert all("27 Nov 2025" in target.citation for target in banten)


@pytest.mark.parametrize(
    ("region", "framework", "year", "ratio"),
    [
        ("00", "rpjpn", 2045, "0.995"),
        ("00", "rpjmn", 2025, "0.3215"),
        ("00", "rpjmn", 2029, "0.4392"),
        ("00", "rkp", 2026, "0.3499"),
        ("00", "ucj", 2025, "0.5215"),
        ("19", "ucj", 2025, "0.6027"),
        ("51", "ucj", 2025, "0.6728"),
        ("61", "perda", 2026, "0.61"),
        ("36.72", "own", 2025, "0.55"),
    ],
)
def test_the_known_targets_are_there(reference, region, framework, year, ratio) -> None:
    found = [
        target.ratio
        for target in reference.targets
        if (target.region_code, target.framework, target.year) == (region, framework, year)
    ]
    assert found == [Decimal(ratio)]


def test_every_target_names_a_region_denominator_and_framework_that_exist(reference) -> None:
    frameworks = {framework.id for framework in reference.frameworks}
    for target in reference.targets:
        assert target.region_code in reference.directory
        assert reference.denominator(target.denominator)
        assert target.framework in frameworks
        assert target.citation
        assert bool(target.note_id) == bool(target.note_en)


def test_the_ladder_has_its_seven_frameworks_in_order(reference) -> None:
    assert [framework.id for framework in reference.frameworks] == [
        *("rpjmd", "perda", "ucj", "rpjmn", "rkp", "rpjpn", "own")
    ]


def test_segments_programmes_publishers_and_regulations_are_complete(reference) -> None:
    assert [info.segment for info in reference.segments] == [
        *(Segment.PU, Segment.BPU, Segment.JAKON, Segment.PMI)
    ]
    assert [programme.id for programme in reference.programmes] == [
        *("JKK", "JKM", "JHT", "JP", "JKP")
    ]
    assert {"bps", "bpjs", "kemnaker", "pemda", "opendata_jabar"} == {
        publisher.id for publisher in reference.publishers
    }
    drafts = [rule.region_code for rule in reference.regulations if rule.status == "draft"]
    assert drafts == ["36"]
    assert len(reference.regulations) == 5


def test_every_kabupaten_and_kota_has_a_square_of_its_own(reference) -> None:
    tiles = reference.tiles
    assert list(tiles) == [region.code for region in reference.directory if "." in region.code]
    assert len({tile.in_nation for tile in tiles.values()}) == len(tiles)
    assert len({(code[:2], tile.in_province) for code, tile in tiles.items()}) == len(tiles)


def test_the_lists_that_figures_name_are_complete(reference) -> None:
    ids = {
        "worker_groups": [
            *("nelayan", "buruh_tani", "ojek_daring", "non_asn", "rt_rw", "kader", "lainnya")
        ],
        "payers": ["apbd_provinsi", "apbd_kabkota", "dana_desa", "csr", "lainnya"],
        "scholarship_levels": ["tk", "sd", "smp", "sma", "pelatihan", "pt"],
        "award_categories": [
            *("kabkota", "desa", "usaha_besar", "usaha_menengah", "usaha_kecil", "usaha_mikro"),
            *("bumn", "pendidikan", "inovasi_desa", "tertib_administrasi"),
        ],
        "employment_kinds": ["formal", "informal"],
    }
    for name, wanted in ids.items():
        terms = getattr(reference, name)
        assert [term.id for term in terms if term.id in wanted] == wanted, name
        for language in ("name_id", "name_en"):
            names = [getattr(term, language) for term in terms]
            assert len(set(names)) == len(names), name


def test_the_awards_of_four_provinces_are_known_as_their_sources_tell_them(reference) -> None:
    events = {event.region_code: event for event in reference.award_events}
    assert set(events) == {"17", "19", "36", "61"}
    assert events["61"].criteria == ("participants", "coverage", "points")
    assert events["17"].criteria == ("coverage", "innovation", "compliance", "awareness")
    assert (events["17"].award_year, events["17"].assessed_year) == (2025, 2024)
    assert [stage.value for stage in events["17"].stages] == ["province", "nation"]
    assert events["19"].categories == 8
    assert events["19"].regulation == "pergub-babel-9-2025"


def test_of_all_ceremonies_only_that_of_bangka_belitung_has_an_impossible_day(reference) -> None:
    found = [event for event in reference.award_events if event.impossible_day]
    assert [(event.region_code, event.weekday) for event in found] == [("19", "Rabu")]
    assert found[0].fitting_years == (2025,)


def test_computed_criteria_have_a_weight_and_scored_ones_have_none(reference) -> None:
    computed = [one.id for one in reference.award_criteria if one.weight is not None]
    assert computed == [criterion.value for criterion in Criterion]
    assert [one.id for one in reference.award_criteria if one.source == "scored"] == [
        *("regulation", "innovation", "compliance", "awareness")
    ]
