"""The form of a jury: what is typed is what is read, and what cannot be is told."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Severity
from cakupan.domain.measures import Measure
from cakupan.domain.periods import Period
from etl.dry_run import DryRun
from tests.etl.forms import (
    books,
    filled,
    first_row,
    loads_with_no_question,
    places,
    slowly,
    written,
)

JURIES = 9
BASE = {"Wilayah": "Kota Tangerang", "Kategori penghargaan": "Pemerintah kabupaten/kota"}
NOMINEE = {**BASE, "Tahun penghargaan": 2025, "Sumber": "Berita acara"}
AT_INTERVIEW = {**NOMINEE, "Tahap": "wawancara", "Keadaan tahap": 1}
SCORE = {**NOMINEE, "Tahap": "wawancara", "Kriteria": "Inovasi", "Juri": "Juri 1", "Skor juri": 80}
Row = Mapping[str, object]


def load(
    nominees: Sequence[Row], documents: Sequence[Row], scores: Sequence[Row], scale: str = ""
) -> DryRun:
    """The form filled in with these rows; ``scale`` is what stands beside Satuan."""
    typed = {}
    sheets = books("36")[JURIES].sheets
    for sheet, rows in zip(sheets, (nominees, documents, scores), strict=True):
        at, first = places(sheet), first_row(sheet)
        typed[sheet.name] = {
            f"{at[header]}{first + number}": value
            for number, row in enumerate(rows)
            for header, value in row.items()
        }
    if scale:
        labels = [line.label for line in sheets[2].lines]
        typed[sheets[2].name][f"B{labels.index('Satuan') + 1}"] = scale
    return filled(written("36", JURIES), typed)


def refused(run: DryRun) -> list[str]:
    return [one.code for one in run.findings if one.severity is Severity.REFUSES]


@slowly
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["", "PT Maju Jaya"]),
            st.sampled_from([("Inovasi", "innovation"), ("Kepatuhan", "compliance")]),
            st.sampled_from([("wawancara", "interview"), ("penilaian dokumen", "documents")]),
            st.sampled_from(["Juri 1", "Juri 2", "Juri 3"]),
        ),
        min_size=1,
        unique=True,
    ),
    st.sampled_from([("skala 0–100", 1), ("skala 0–10", 10), ("skala 0–5", 20)]),
    st.data(),
)
def test_scores_are_read_as_they_were_typed_on_the_scale_that_is_stated(
    keys: list[tuple[str, tuple[str, str], tuple[str, str], str]],
    scale: tuple[str, int],
    data: st.DataObject,
) -> None:
    said, factor = scale
    rows, expected = [], {}
    for name, criterion, stage, judge in keys:
        tenths = data.draw(st.integers(0, 1000 // factor))
        value = Decimal(tenths) / 10
        row = {**SCORE, "Nama nomine": name, "Kriteria": criterion[0], "Tahap": stage[0]}
        rows.append({**row, "Juri": judge, "Skor juri": value})
        key = FigureKey(
            *("36.71", Measure.AWARD_SCORE, Period.of_year(2025), judge),
            programme=name,
            group="kabkota",
            aspect=criterion[1],
            stage=stage[1],
        )
        expected[key] = value * factor
    nominees = [{**AT_INTERVIEW, "Nama nomine": name} for name in {row[0] for row in keys}]
    run = load(nominees, [], rows, said)
    loads_with_no_question(run)
    found = {one.key: one.value for one in run.figures if one.key.measure is Measure.AWARD_SCORE}
    assert found == expected


def test_stages_and_documents_are_kept_with_their_state() -> None:
    document = {**NOMINEE, "Dokumen": "Formulir pendaftaran nomine", "Keadaan dokumen": 2}
    run = load([AT_INTERVIEW], [document], [])
    loads_with_no_question(run)
    kept = {(one.key.measure, one.key.stage, one.key.aspect, one.value) for one in run.figures}
    assert kept == {
        (Measure.AWARD_STAGE, "interview", "", Decimal(1)),
        (Measure.AWARD_DOCUMENT, "", "formulir", Decimal(2)),
    }


@pytest.mark.parametrize(
    ("score", "code"),
    [
        ({"Skor juri": 101}, "score-impossible"),
        ({"Skor juri": -1}, "number-negative"),
        ({"Kriteria": "Kecantikan"}, "criterion-unknown"),
        ({"Kriteria": None}, "criterion-missing"),
        ({"Tahap": None}, "stage-missing"),
        ({"Tahap": "makan malam"}, "word-unknown"),
        ({"Wilayah": "Kota Serang"}, "nominee-unknown"),
        ({"Nama nomine": "PT Lain"}, "nominee-unknown"),
    ],
)
def test_a_score_that_cannot_be_is_refused(score: Row, code: str) -> None:
    assert refused(load([AT_INTERVIEW], [], [{**SCORE, **score}])) == [code]


def test_the_state_of_a_document_without_its_name_is_refused() -> None:
    document = {**NOMINEE, "Dokumen": None, "Keadaan dokumen": 2}
    assert refused(load([AT_INTERVIEW], [document], [])) == ["document-missing"]


def test_a_score_off_the_scale_that_is_stated_is_refused() -> None:
    assert refused(load([AT_INTERVIEW], [], [SCORE], "skala 0–10")) == ["score-impossible"]


def test_a_judge_scores_a_nominee_once() -> None:
    # Kota Tangerang twice could be Kota Tangerang Selatan, which is asked first.
    lebak = {"Wilayah": "Kabupaten Lebak"}
    scores = [{**SCORE, **lebak}, {**SCORE, **lebak, "Skor juri": 70}]
    run = load([{**AT_INTERVIEW, **lebak}], [], scores)
    [twice] = [one for one in run.findings if one.code == "judge-twice"]
    assert twice.details["judge"] == "Juri 1"
    assert "judge-twice" in refused(run)


def test_a_document_is_missing_received_or_verified() -> None:
    document = {**NOMINEE, "Dokumen": "Formulir pendaftaran nomine", "Keadaan dokumen": 3}
    assert refused(load([AT_INTERVIEW], [document], [])) == ["state-impossible"]
