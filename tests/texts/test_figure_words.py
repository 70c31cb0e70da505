"""A figure in words says what is counted, of whom, and in which unit; no id shows."""

from decimal import Decimal
from pathlib import Path

import pytest

from cakupan.domain.figures import FigureKey
from cakupan.domain.language import Language
from cakupan.domain.measures import Measure, Segment, Unit, unit_of
from cakupan.domain.periods import Period
from cakupan.storage.reference import read_reference
from cakupan.texts import words
from cakupan.texts.figure_words import difference_of_figures, name_of_figure, value_of_figure

ID, EN = words(Language.ID), words(Language.EN)
REFERENCE = read_reference(Path(__file__).resolve().parents[2] / "data" / "reference")


@pytest.mark.parametrize(
    ("measure", "value", "indonesian", "english"),
    [
        (Measure.CLAIMS, "15908", "15.908", "15,908"),
        (Measure.CLAIMS_IDR, "205700000000", "Rp205.700.000.000", "Rp205,700,000,000"),
        (Measure.CLAIMS_IDR, "12930.5", "Rp12.930,5", "Rp12,930.5"),
        (Measure.TARGET_COVERAGE, "0.65", "65,00%", "65.00%"),
        (Measure.SUBSIDY_MONTHS, "12", "12 bulan", "12 months"),
        (Measure.AWARD_PLACE, "1", "peringkat 1", "place 1"),
        (Measure.AWARD_ASSESSED_YEAR, "2024", "2024", "2024"),
        (Measure.PARTICIPANTS_ACTIVE, "2730000", "2.730.000", "2,730,000"),
    ],
)
def test_a_value_is_written_in_its_unit(measure, value, indonesian, english) -> None:
    assert value_of_figure(Decimal(value), measure, ID) == indonesian
    assert value_of_figure(Decimal(value), measure, EN) == english


@pytest.mark.parametrize(
    ("measure", "value", "text"),
    [
        (Measure.TARGET_COVERAGE, "0.1233", "+12,33 poin"),
        (Measure.CLAIMS_IDR, "-5000", "−Rp5.000"),
        (Measure.CLAIMS_IDR, "5000", "+Rp5.000"),
        (Measure.CLAIMS, "-3", "−3"),
    ],
)
def test_a_difference_is_signed(measure, value, text) -> None:
    assert difference_of_figures(Decimal(value), measure, ID) == text


@pytest.mark.parametrize(
    ("measure", "parts", "text"),
    [
        (Measure.CLAIMS, {"programme": "JKK"}, "Klaim · JKK"),
        (
            Measure.SUBSIDISED_WORKERS,
            {"programme": "apbd_kabkota", "group": "ojek_daring"},
            "Pekerja penerima bantuan iuran · APBD kabupaten/kota · Pengemudi ojek daring",
        ),
        (
            Measure.TARGET_COVERAGE,
            {"programme": "eligible", "group": "rpjmd"},
            "Target cakupan · Semesta pekerja (UCJ) · RPJMD",
        ),
        (Measure.SCHOLARSHIPS, {"group": "pt"}, "Penerima beasiswa · Perguruan tinggi"),
        (
            Measure.AWARD_PLACE,
            {"programme": "PT Maju Jaya", "group": "usaha_besar"},
            "Peringkat penghargaan · PT Maju Jaya · Badan usaha besar",
        ),
        (Measure.VULNERABLE_WORKERS, {"group": "sol_sepatu"}, "Pekerja rentan · sol sepatu"),
        (Measure.PARTICIPANTS_ACTIVE, {"segment": Segment.BPU}, "Peserta aktif · BPU"),
        (Measure.EMPLOYED, {"group": "informal"}, "Penduduk bekerja · Pekerja informal"),
    ],
)
def test_a_figure_has_the_names_of_its_parts(measure, parts, text) -> None:
    key = FigureKey("36", measure, Period("2025"), "pemda", **parts)
    assert name_of_figure(key, REFERENCE, ID) == text


def test_every_measure_has_a_value_in_both_languages_and_every_unit_a_measure() -> None:
    for measure in Measure:
        for say in (ID, EN):
            assert value_of_figure(Decimal(1), measure, say)
    assert {unit_of(measure) for measure in Measure} == set(Unit)
