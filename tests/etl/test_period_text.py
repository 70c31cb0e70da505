import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.language import Language
from cakupan.domain.periods import Period
from cakupan.texts import date_format
from etl.period_text import find_period, flow_period, is_span, read_period


@pytest.mark.parametrize(
    ("cell", "period"),
    [
        (2025, "2025"),
        (2025.0, "2025"),
        ("2025", "2025"),
        ("2025.0", "2025"),
        (" Tahun 2025 ", "2025"),
        ("(2025)", "2025"),
        ("2025*)", "2025"),
        ("Agustus 2025", "2025-08"),
        ("AGUSTUS  2025", "2025-08"),
        ("Ags\n2020", "2020-08"),
        ("Oktober, 2025", "2025-10"),
        ("Okt. 2025", "2025-10"),
        ("okt_2025", "2025-10"),
        ("2025 Oktober", "2025-10"),
        ("Okt-25", "2025-10"),
        ("Okt '25", "2025-10"),
        ("2025-10", "2025-10"),
        ("10/2025", "2025-10"),
        ("Bulan Mei 2025", "2025-05"),
        ("Mei 2025", "2025-05"),
        ("31 Oktober 2025", "2025-10-31"),
        ("per 31 Desember 2024", "2024-12-31"),
        ("31-Okt-2025", "2025-10-31"),
        ("October 31, 2025", "2025-10-31"),
        ("2025-10-31", "2025-10-31"),
        ("2025-10-31 00:00:00", "2025-10-31"),
        ("31/10/2025", "2025-10-31"),
        ("10.10.2025", "2025-10-10"),
        (dt.date(2025, 10, 31), "2025-10-31"),
        (dt.datetime(2025, 10, 31, 9), "2025-10-31"),  # noqa: DTZ001  a cell has no zone
    ],
)
def test_a_cell_that_is_a_period_is_read_as_precisely_as_it_is_written(cell, period):
    assert read_period(cell) == Period(period)


@pytest.mark.parametrize(
    "cell",
    [
        *("Februari", "25-Okt", "05/10/2025", "2025-02-31", "31 Februari 2025", "2025-13"),
        *("2018-2025", "2021/2022", "2021-22", "2011/12", "Semester 1 2025", "Triwulan I 2025"),
        *("Q3 2025", "202510", "1626227", "Bekerja 2023", "Okt-98", "3603", "", "Agustus20251"),
        *(1626227, 45961, 2025.5, True, None),
    ],
)
def test_what_is_no_single_sure_period_is_none(cell):
    assert read_period(cell) is None


NAMES = {
    1: "Januari January Jan",
    2: "Februari February Pebruari Feb Peb",
    3: "Maret March Mar Mrt",
    4: "April Apr",
    5: "Mei May",
    6: "Juni June Jun",
    7: "Juli July Jul",
    8: "Agustus August Agst Agus Agu Ags Agt Aug",
    9: "September Sept Sep",
    10: "Oktober October Okt Oct",
    11: "November Nopember Nov Nop",
    12: "Desember December Des Dec",
}


@pytest.mark.parametrize(("month", "names"), NAMES.items())
def test_every_name_and_short_name_of_a_month_is_known(month, names):
    for name in names.split():
        for text in (name, name.upper(), f"{name}."):
            assert read_period(f"{text} 2024") == Period.of_month(2024, month)


@pytest.mark.parametrize(
    ("header", "period", "rest"),
    [
        ("Bekerja 2023", "2023", "Bekerja"),
        ("2023 Bekerja", "2023", "Bekerja"),
        ("jumlah_pekerja_2023", "2023", "jumlah_pekerja"),
        ("Bekerja (2023)", "2023", "Bekerja"),
        ("Bekerja (orang, 2025)", "2025", "Bekerja (orang)"),
        ("Bekerja Tahun 2023 - Laki-laki", "2023", "Bekerja - Laki-laki"),
        ("Penduduk Bekerja,\nAgustus  2025", "2025-08", "Penduduk Bekerja"),
        ("PU Okt-25", "2025-10", "PU"),
        ("peserta_okt_2025", "2025-10", "peserta"),
        ("Peserta aktif per 31 Oktober 2025", "2025-10-31", "Peserta aktif"),
        ("Tabel 17. Agustus 2025", "2025-08", "Tabel 17."),
        ("2025", "2025", ""),
    ],
)
def test_a_period_is_taken_out_of_a_header(header, period, rest):
    assert find_period(header) == (Period(period), rest)


@pytest.mark.parametrize(
    "header",
    [
        *("Pekerja", "TPT 2018-2025", "2018 - 2025", "Okt-24 s.d. Okt-25", "Triwulan I 2025"),
        *("Pekerja Semester 1 2025", "Unit_Usaha21", "Kode 3603", "No. 2025.1", "Q1 2025", ""),
    ],
)
def test_a_header_without_one_sure_period_stays_whole(header):
    assert find_period(header) == (None, header)


def test_endless_text_is_not_searched():
    assert find_period("per " * 8000 + "2025")[0] is None


PERIODS = st.one_of(
    st.integers(1900, 2099).map(Period.of_year),
    st.builds(Period.of_month, st.integers(1900, 2099), st.integers(1, 12)),
    st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)).map(Period.of_day),
)


@given(PERIODS, st.sampled_from(Language), st.booleans())
def test_a_period_as_the_product_writes_it_is_read_back(period, language, short):
    text = date_format.period(period, language, short=short)
    assert read_period(text) == read_period(period.text) == period
    assert find_period(f"Peserta aktif {text}") == (period, "Peserta aktif")


@given(st.text(max_size=30))
def test_no_text_breaks_the_reader(text):
    read_period(text)
    period, rest = find_period(text)
    assert period is not None or rest == find_period(rest)[1]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Klaim s.d. Oktober 2025", "2025-10-31"),
        ("s/d Oktober 2025", "2025-10-31"),
        ("Januari s.d. Oktober 2025", "2025-10-31"),
        ("Periode Januari–Oktober 2025", "2025-10-31"),
        ("Jan 2025 - Feb 2025", "2025-02-28"),
        ("sampai dengan 15 Oktober 2025", "2025-10-15"),
        ("hingga 31 Des 2024", "2024"),
        ("Januari - Desember 2024", "2024"),
    ],
)
def test_what_was_paid_from_january_on_has_the_day_it_ends_or_its_year(text, period):
    assert is_span(text)
    assert flow_period(text) == Period(period)


@pytest.mark.parametrize("text", ["Juli - Desember 2025", "s.d. 2025", "April s.d. Juni 2025"])
def test_a_span_that_begins_later_is_a_span_and_no_period(text):
    assert is_span(text)
    assert flow_period(text) is None


@pytest.mark.parametrize(
    "text",
    ["Oktober 2025", "2020-2024", "Beasiswa SD 2024", "Klaim - Oktober 2025", "per 31-10-2025"],
)
def test_what_joins_no_months_is_no_span(text):
    assert not is_span(text)
