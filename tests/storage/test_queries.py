"""What the pages are given: the right figures, in frames of the promised types."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pandas as pd
import pytest

from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.periods import Period
from cakupan.storage.queries.freshness import freshness
from cakupan.storage.queries.loads import current_load, history
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.periods import participant_periods
from cakupan.storage.queries.published import published_coverage
from cakupan.storage.queries.sources import figure_sources
from cakupan.storage.queries.workforce import workforce_counts

pytestmark = pytest.mark.both_engines

PARTICIPANTS = {
    "region_code": "category",
    "period": "category",
    "date": "datetime64[us]",
    "segment": "category",
    "participants": "int64",
    "sample": "bool",
    "publisher": "category",
    "rounding_unit": "float64",
}
WORKFORCE = {
    "region_code": "category",
    "period": "category",
    "date": "datetime64[us]",
    "workers": "int64",
    "sample": "bool",
    "publisher": "category",
    "rounding_unit": "float64",
}


def types(frame: pd.DataFrame) -> dict[str, str]:
    return {name: str(kind) for name, kind in frame.dtypes.items()}


def test_participants_come_with_their_cut_off_day(store, figure) -> None:
    store.load(
        figure(10, segment=Segment.PU, period="2024-02"),
        figure(20, region="36.71", segment=Segment.BPU, period="2025", maturity=Maturity.SAMPLE),
    )
    frame = store.ask(participant_counts, region_prefix="36", publishers=["bpjs"])
    assert types(frame) == PARTICIPANTS
    assert frame.to_dict("records") == [
        {
            "region_code": "36.03",
            "period": "2024-02",
            "date": pd.Timestamp("2024-02-29"),
            "segment": "PU",
            "participants": 10,
            "sample": False,
            "publisher": "bpjs",
            "rounding_unit": 1.0,
        },
        {
            "region_code": "36.71",
            "period": "2025",
            "date": pd.Timestamp("2025-12-31"),
            "segment": "BPU",
            "participants": 20,
            "sample": True,
            "publisher": "bpjs",
            "rounding_unit": 1.0,
        },
    ]


def test_a_workforce_is_in_force_from_its_first_day(store, figure) -> None:
    store.load(
        figure(500, measure=Measure.EMPLOYED, period="2025-08", publisher="bps"),
        figure(600, measure=Measure.LABOUR_FORCE, period="2025-08", publisher="bps"),
        figure(
            *(70,), measure=Measure.EMPLOYED, period="2025-08", publisher="bps", segment=Segment.PU
        ),
    )
    frame = store.ask(
        workforce_counts, measure=Measure.EMPLOYED, region_prefix="36", publishers=["bps"]
    )
    assert types(frame) == WORKFORCE
    assert frame[["date", "workers"]].to_numpy().tolist() == [[pd.Timestamp("2025-08-01"), 500]]


def test_an_empty_answer_has_the_same_types(store) -> None:
    participants = store.ask(participant_counts, region_prefix="", publishers=[])
    workforce = store.ask(
        workforce_counts, measure=Measure.EMPLOYED, region_prefix="", publishers=["bps"]
    )
    assert types(participants) == PARTICIPANTS
    assert types(workforce) == WORKFORCE
    assert participants.empty
    assert workforce.empty


@pytest.mark.parametrize(
    ("prefix", "codes"),
    [
        ("", ["00", "35.01", "36", "36.03", "61.01"]),
        ("36", ["36", "36.03"]),
        ("36.03", ["36.03"]),
        ("00", ["00"]),
        ("3", ["35.01", "36", "36.03"]),
        ("97", []),
    ],
)
def test_a_prefix_names_a_region_and_its_parts(store, figure, prefix, codes) -> None:
    store.load(*(figure(1, region=code) for code in ("00", "35.01", "36", "36.03", "61.01")))
    frame = store.ask(participant_counts, region_prefix=prefix, publishers=["bpjs"])
    assert frame["region_code"].tolist() == codes


def test_the_preferred_publisher_gives_the_figure_and_others_fill_the_gaps(store, figure) -> None:
    store.load(
        figure(1, publisher="bpjs"),
        figure(2, publisher="pemda"),
        figure(3, publisher="pemda", region="36.71"),
        figure(4, publisher="koran", region="36.72"),
        figure(5, publisher="kemnaker", region="36.71"),
    )

    def counts(*publishers: str) -> list[int]:
        frame = store.ask(participant_counts, region_prefix="36", publishers=publishers)
        return frame["participants"].tolist()

    assert counts("bpjs", "pemda") == [1, 3]
    assert counts("pemda", "bpjs") == [2, 3]
    assert counts("kemnaker", "pemda", "bpjs") == [2, 5]
    assert counts("kemnaker") == [5]


def test_a_withdrawn_figure_of_the_preferred_publisher_gives_way(store, figure) -> None:
    store.load(figure(2, publisher="pemda"))
    store.undo(store.load(figure(1, publisher="bpjs")))
    frame = store.ask(participant_counts, region_prefix="36", publishers=["bpjs", "pemda"])
    assert frame["participants"].tolist() == [2]


@pytest.mark.parametrize("maturity", [Maturity.DISPUTED, Maturity.RETIRED])
def test_a_disputed_or_retired_figure_is_not_charted_and_does_not_hide_another_publishers(
    store, figure, maturity
) -> None:
    store.load(
        figure(2_800_000, publisher="bpjs", maturity=maturity),
        figure(700_000, publisher="pemda"),
    )
    frame = store.ask(participant_counts, region_prefix="36", publishers=["bpjs", "pemda"])
    assert frame["participants"].tolist() == [700_000]


def test_groups_programmes_other_bases_and_other_measures_stand_aside(store, figure) -> None:
    store.load(
        figure(1, group="nelayan"),
        figure(2, programme="JHT"),
        figure(3, basis=Basis.DOMICILE),
        figure(4, measure=Measure.PARTICIPANTS_INACTIVE),
    )
    registered = store.ask(participant_counts, region_prefix="36", publishers=["bpjs"])
    at_home = store.ask(
        participant_counts, region_prefix="36", basis=Basis.DOMICILE, publishers=["bpjs"]
    )
    assert registered.empty
    assert at_home["participants"].tolist() == [3]


def test_months_to_choose_from_are_those_that_have_participants(store, figure) -> None:
    withdrawn = store.load(figure(1, period="2025-11"))
    store.undo(withdrawn)
    store.load(
        figure(1, period="2025-09"),
        figure(1, period="2025-10", segment=Segment.PU),
        figure(1, period="2025-10", segment=Segment.BPU),
        figure(1, period="2024"),
        figure(1, period="2025-12-14"),
        figure(1, period="2025-12", region="61.01"),
        figure(1, period="2025-08", publisher="koran"),
    )
    months = store.ask(participant_periods, region_prefix="36", publishers=["bpjs"])
    assert months == [Period("2025-10"), Period("2025-09")]


def test_published_coverage_is_exact_and_newest_first(store, figure) -> None:
    def coverage(ratio: str, period: str, **more: object):
        return figure(
            ratio,
            region="36",
            period=period,
            measure=Measure.COVERAGE_PUBLISHED,
            unit=Unit.RATIO,
            rounding_unit="0.0001",
            publisher="portalkota",
            **more,
        )

    store.load(
        coverage("0.44", "2025-10"),
        coverage("0.4603", "2025-11-27", citation="portalkota, 27 Nov 2025", note="UCJ"),
        coverage("0.35", "2024-12", group="tanpa Jakon"),
    )
    newest, older = store.ask(published_coverage, region_code="36")
    assert (newest.ratio, newest.period) == (Decimal("0.4603"), Period("2025-11-27"))
    assert (newest.citation, newest.note) == ("portalkota, 27 Nov 2025", "UCJ")
    assert (newest.publisher, newest.maturity) == ("portalkota", Maturity.FINAL)
    assert older.ratio == Decimal("0.44")
    assert store.ask(published_coverage, region_code="36.03") == []


def test_history_tells_of_all_loads_newest_first(store, figure) -> None:
    first = store.load(figure(1), name="a.xlsx")
    second = store.load(figure(2), name="b.xlsx")
    taken_back = store.undo(first)
    assert store.ask(history) == [second, taken_back]
    assert second.loaded_at == datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
    assert store.ask(current_load, sha256=second.sha256) == second
    assert store.ask(current_load, sha256=first.sha256) is None


def test_freshness_names_the_newest_period_of_each_publisher_and_its_file(store, figure) -> None:
    store.load(figure(1, period="2025-09"), figure(1, period="2025-10"), name="lama.xlsx")
    store.load(figure(2, region="36.71", period="2025-10"), name="baru.xlsx")
    store.load(figure(9, measure=Measure.EMPLOYED, period="2025-08", publisher="bps"))
    store.load(figure(9, region="61.01", period="2026-01"))
    rows = store.ask(freshness, region_prefix="36")
    assert [(row.measure, row.publisher, row.period.text) for row in rows] == [
        (Measure.PARTICIPANTS_ACTIVE, "bpjs", "2025-10"),
        (Measure.EMPLOYED, "bps", "2025-08"),
    ]
    assert (rows[0].file_name, rows[0].loaded_by) == ("baru.xlsx", "operator")
    assert rows[0].loaded_at == datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def test_one_sample_makes_the_newest_period_a_sample(store, figure) -> None:
    store.load(figure(1), figure(1, region="36.71", maturity=Maturity.SAMPLE))
    assert store.ask(freshness, region_prefix="36")[0].sample
    assert not store.ask(freshness, region_prefix="36.03")[0].sample


def test_a_figure_is_walked_back_to_its_cell(store, figure) -> None:
    store.load(figure(1, segment=Segment.PU, cell="B7"), name="lama.xlsx")
    store.load(
        figure("2.5", segment=Segment.PU, cell="C7", citation="Laporan Oktober"), name="baru.xlsx"
    )
    store.load(figure(3, segment=Segment.BPU, period="2025-09"))
    (source,) = store.ask(
        figure_sources,
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix="36",
        period_text="2025-10",
        publishers=["bpjs"],
    )
    assert (source.file_name, source.sheet, source.cell) == ("baru.xlsx", "Data", "C7")
    assert (source.region_code, source.segment, source.value) == (
        "36.03",
        Segment.PU,
        Decimal("2.5"),
    )
    assert (source.publisher, source.maturity) == ("bpjs", Maturity.FINAL)
    assert (source.loaded_by, source.loaded_at.date()) == ("operator", date(2026, 1, 5))
    assert source.citation == "Laporan Oktober"


@pytest.mark.parametrize("publishers", [["bpjs", "pemda"], ["pemda", "bpjs"], ["kemnaker"]])
def test_what_is_cited_is_what_is_shown(store, figure, publishers) -> None:
    store.load(
        figure(1, publisher="bpjs"),
        figure(2, publisher="pemda"),
        figure(3, publisher="pemda", region="36.71"),
        figure(4, publisher="bpjs", region="36.71", maturity=Maturity.DISPUTED),
    )
    frame = store.ask(participant_counts, region_prefix="36", publishers=publishers)
    sources = store.ask(
        figure_sources,
        measure=Measure.PARTICIPANTS_ACTIVE,
        region_prefix="36",
        period_text="2025-10",
        publishers=publishers,
    )
    assert frame["participants"].tolist() == [source.value for source in sources]


def test_a_workforce_is_cited_without_a_basis(store, figure) -> None:
    store.load(figure(500, measure=Measure.EMPLOYED, period="2025-08", publisher="bps"))
    sources = store.ask(
        figure_sources,
        measure=Measure.EMPLOYED,
        region_prefix="36",
        period_text="2025-08",
        publishers=["bps"],
    )
    assert [source.value for source in sources] == [500]
