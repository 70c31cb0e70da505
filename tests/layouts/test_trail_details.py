"""What a line of the log tells is read from what matters most, with regions by their names."""

import pytest

from cakupan.domain.language import Language
from cakupan.texts import words
from layouts.jejak.details import details_text

LOADED = {
    "changed": 0,
    "figures": 1960,
    "figures_sha256": "a" * 64,
    "file": "klaim.xlsx",
    "regions": "17 19 36 61 62 63",
}


@pytest.fixture(scope="module")
def told(reference):
    return lambda details: details_text(details, reference.directory, words(Language.ID))


def test_the_file_is_told_first_and_digests_last(told):
    assert told(LOADED) == (
        "berkas: klaim.xlsx · provinsi: Bengkulu, Kepulauan Bangka Belitung, Banten, "
        "Kalimantan Barat, dan 2 lainnya · angka: 1.960 · berubah: 0 · sidik angka: aaaaaaaaaaaa…"
    )


def test_regions_of_a_person_are_named_and_a_star_is_the_whole_nation(told):
    assert told({"role": "viewer", "scope": "*"}) == "wilayah: Seluruh Indonesia · peran: pembaca"
    assert told({"scope": "36 61.01"}) == "wilayah: Banten, Kab. Sambas"


def test_a_code_that_no_longer_is_a_region_stands_as_it_was_written(told):
    assert told({"regions": "99"}) == "provinsi: 99"
