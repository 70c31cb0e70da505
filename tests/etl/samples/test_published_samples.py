"""What was published, in the samples: with its source, and disputed where it cannot be."""

from collections import Counter
from decimal import Decimal

from tests.etl.samples.conftest import Books, sheet_of


def published(books: Books) -> list[dict]:
    return sheet_of(books, "angka_terbit.xlsx", "Angka terbit")


def test_banten_s_published_figures_stand_with_their_outlet(books: Books) -> None:
    found = {
        row["Ukuran"]: (row["Nilai"], row["Pembulatan"])
        for row in published(books)
        if row["Kode"] == "36"
        and row["Periode"] == "27 Nov 2025"
        and row["Penerbit"] == "portalkota"
        and not row["Kelompok"]
    }
    assert found == {
        "Cakupan terbit": (Decimal("46.03"), Decimal("0.01")),
        "Peserta aktif": (2_730_000, 10_000),
        "Semesta pekerja": (5_920_000, 10_000),
    }


def test_no_two_published_figures_share_a_key_and_each_has_its_source(books: Books) -> None:
    columns = ("Kode", "Ukuran", "Segmen", "Program", "Kelompok", "Basis", "Periode", "Penerbit")
    rows = published(books)
    keys = Counter(tuple(row[column] for column in columns) for row in rows)
    assert len(rows) == 199
    assert [key for key, times in keys.items() if times > 1] == []
    assert all(row["Sumber"] and row["Penerbit"] for row in rows)


def test_a_percentage_is_within_its_range_and_a_count_is_whole(books: Books) -> None:
    for row in published(books):
        if row["Satuan"] == "persen":
            assert row["Ukuran"] == "Cakupan terbit"
            assert 0 < row["Nilai"] <= 100
        else:
            assert isinstance(row["Nilai"], int)
            assert row["Nilai"] % row["Pembulatan"] == 0


def test_what_contradicts_itself_or_is_impossible_is_disputed(books: Books) -> None:
    disputed = {
        (row["Kode"], row["Nilai"])
        for row in published(books)
        if row["Kematangan"] == "dipersengketakan"
    }
    assert disputed == {
        ("36.03", 2_600_000),
        ("36.03", 2_800_000),
        ("36.04", 461_000),
        ("36.74", 338_779),
        ("51", 935_079),
    }


def test_what_was_told_of_programmes_and_awards_is_a_published_figure(books: Books) -> None:
    told = {
        ("17", "Klaim", "", 15_908),
        ("17", "Nominal klaim", "", 205_700_000_000),
        ("17", "Penerima beasiswa", "", 429),
        ("17", "Nominal beasiswa", "", 1_680_000_000),
        ("19", "Pemenang penghargaan", "", 22),
        ("36", "Nomine penghargaan", "", 23),
        ("36", "Pekerja penerima bantuan iuran", "Nelayan", 3_600),
        ("36", "Pekerja penerima bantuan iuran", "Pengemudi ojek daring", 946),
        ("36.71", "Pekerja rentan", "", 40_000),
        ("36.71", "Pekerja rentan terdaftar", "", 16_000),
        ("36.71", "Peringkat penghargaan", "kabkota", 3),
        ("36.71", "Tahun penilaian", "kabkota", 2024),
        ("61", "Semesta pekerja", "", 1_800_000),
        ("61.04", "Peringkat penghargaan", "kabkota", 1),
        ("61.02", "Peringkat penghargaan", "kabkota", 2),
        ("61.09", "Peringkat penghargaan", "kabkota", 3),
    }
    named = ("Kode", "Ukuran", "Kelompok", "Nilai")
    found = {tuple(row[name] for name in named) for row in published(books)}
    assert told <= found, told - found


def test_lumajang_is_counted_by_domicile_and_by_registration(books: Books) -> None:
    found = {
        row["Basis"]: row["Nilai"]
        for row in published(books)
        if row["Kode"] == "35.08" and row["Ukuran"] == "Peserta aktif"
    }
    assert found == {"domisili": 89_266, "tempat pendaftaran": 50_098}
