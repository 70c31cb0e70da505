"""What registering everybody costs each source of funds adds up to everybody."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from cakupan.analytics.closing import NOBODY, Bearing, cost_by_payer, unregistered
from cakupan.analytics.ledger import Paying, paying
from cakupan.analytics.reach import Reached
from cakupan.domain.ledger import LedgerLine
from cakupan.domain.periods import Period

OCTOBER = date(2025, 10, 31)
# Groups that nobody helps in Banten at the end of October 2025 stay without a payer.
MISSING = {"nelayan": 58_697, "petani": 154_476, "ojek_daring": 31_937, "art": 47_759}


def line(group: str, payer: str, start: str, workers: int | None, months: int) -> Paying:
    return paying(
        LedgerLine(
            region_code="36",
            group=group,
            payer=payer,
            start=Period(start),
            workers=workers,
            rupiah_a_month=16_800,
            months=months,
            citation="",
            sample=False,
        ),
        OCTOBER,
    )


LEDGER = [
    line("nelayan", "apbd_provinsi", "2025-01", 3600, 12),
    line("nelayan", "csr", "2025-05", 820, 6),
    line("petani", "dbh_cht", "2025-01", 2400, 12),
    line("petani", "csr", "2025-06", 1500, 6),
    line("ojek_daring", "apbd_provinsi", "2025-03", 946, 8),
    line("ojek_daring", "csr", "2025-02", 1100, 6),
]


def closed(missing: dict[str, int], bearing: Bearing, ledger: list[Paying] = LEDGER):
    return cost_by_payer(missing, ledger, bearing=bearing, contribution=16_800, months=12)


def test_each_group_is_taken_on_by_those_who_help_it_now() -> None:
    # 58.697 × 3.600/4.420 = 47.807,5 and 154.476 × 2.400/3.900 = 95.062,2; the csr that helped
    # drivers lapsed in August.
    assert [(one.payer, one.workers) for one in closed(MISSING, Bearing.OWN_GROUP)] == [
        ("dbh_cht", 95_062),
        ("apbd_provinsi", 47_808 + 31_937),
        ("csr", 10_889 + 59_414),
        (NOBODY, 47_759),
    ]


def test_contributions_are_the_workers_times_rupiah_times_months() -> None:
    nobody = closed(MISSING, Bearing.OWN_GROUP)[-1]
    assert (nobody.idr_a_month, nobody.idr) == (802_351_200, 9_628_214_400)


def test_all_who_pay_can_take_on_all_groups() -> None:
    shares = {one.payer: one.workers for one in closed({"art": 9266}, Bearing.ALL)}
    # In force are 3.600 + 946, 2.400 and 820 + 1.500 of 9.266.
    assert shares == {"apbd_provinsi": 4546, "dbh_cht": 2400, "csr": 2320}


def test_without_a_ledger_nobody_pays() -> None:
    for bearing in Bearing:
        (nobody,) = closed({"petani": 10}, bearing, [])
        assert (nobody.payer, nobody.workers) == (NOBODY, 10)


def test_a_group_of_which_the_missing_are_unknown_is_left_out_and_none_is_below_zero() -> None:
    groups = [Reached("petani", 10, None), Reached("nelayan", 5, 7), Reached("art", 9, 2)]
    assert unregistered(groups) == {"nelayan": 0, "art": 7}


GROUPS = st.sampled_from(["nelayan", "petani", "art", ""])
LINES = st.builds(
    line,
    GROUPS,
    st.sampled_from(["apbd_provinsi", "csr", "dana_desa"]),
    st.sampled_from(["2024-12", "2025-08", "2026-01"]),
    st.none() | st.integers(0, 10**6),
    st.integers(0, 24),
)


@given(
    st.dictionaries(GROUPS, st.integers(0, 10**8)),
    st.lists(LINES, max_size=6),
    st.sampled_from(Bearing),
)
def test_every_worker_missing_is_taken_on_once(missing, ledger, bearing) -> None:
    sources = closed(missing, bearing, ledger)
    assert sum(one.workers for one in sources) == sum(missing.values())
    assert sum(one.idr for one in sources) == sum(missing.values()) * 201_600
    assert len({one.payer for one in sources}) == len(sources)
