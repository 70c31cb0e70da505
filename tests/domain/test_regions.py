"""The directory knows who is part of whom."""

import pytest

from cakupan.domain.regions import Region, RegionDirectory, RegionKind

NATION = Region("00", "Indonesia", RegionKind.NATION, "00")
BANTEN = Region("36", "Banten", RegionKind.PROVINCE, "36")
KABUPATEN = Region("36.03", "Kabupaten Tangerang", RegionKind.KABUPATEN, "3603")
KOTA = Region("36.71", "Kota Tangerang", RegionKind.KOTA, "3671")
DIRECTORY = RegionDirectory([KOTA, BANTEN, NATION, KABUPATEN])


def test_a_province_is_made_of_its_kabupaten_and_kota_in_code_order() -> None:
    assert DIRECTORY.parts("36") == (KABUPATEN, KOTA)
    assert DIRECTORY.parts("00") == (BANTEN,) == DIRECTORY.provinces()
    assert DIRECTORY.parts("36.03") == ()


def test_a_code_that_is_not_known_is_an_error() -> None:
    assert "36.03" in DIRECTORY
    assert "99.99" not in DIRECTORY
    with pytest.raises(KeyError):
        DIRECTORY["99.99"]


def test_a_kabupaten_is_shortened_and_a_kota_is_not() -> None:
    assert KABUPATEN.short_name == "Kab. Tangerang"
    assert KOTA.short_name == "Kota Tangerang"
