"""A figure is corrected from its flag: by name, with a reason, guarded, and with a way back."""

from datetime import UTC, datetime

import pytest

from cakupan.domain.audit import AuditLine
from cakupan.domain.figures import Figure
from cakupan.domain.flags import FlagCode, FlagKey
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Maturity, Measure
from cakupan.settings import Settings
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from cakupan.storage.queries.audit import audit_lines
from layouts.page_ids.mutu import MutuAction
from tests.callbacks.conftest import figure
from tests.callbacks.mutu.conftest import (
    ABOVE,
    QUERY,
    TANGERANG,
    Answer,
    Faults,
    Said,
    Visitor,
    correct,
    employed,
    ranks,
)

WHEN = datetime(2026, 1, 8, tzinfo=UTC)


def load(own: Settings, one: Figure) -> None:
    engine = open_database(own.database_url)
    new = NewLoad("baru.xlsx", f"sha-{one.value}", "long", "Sari", WHEN)
    write_load(engine, new, [one])
    engine.dispose()


def workers(value: int) -> Figure:
    base = Measure.EMPLOYED
    return figure("36.72", base, "2025-08", value, publisher="bps", maturity=Maturity.FINAL)


def flags(visitor: Visitor, said: Said, search: str = QUERY) -> str:
    return said(visitor.draw("mutu-flags.children", "/mutu", search)["mutu-flags"])


def corrections(visitor: Visitor) -> Answer:
    return visitor.draw("mutu-flags.children", "/mutu")["mutu-corrections"]


def logged(own: Settings) -> AuditLine:
    engine = open_database(own.database_url)
    with engine.connect() as connection:
        line, *_ = audit_lines(connection, most=1)
    engine.dispose()
    return line


def test_the_dialogue_offers_the_figures_behind_the_flag_with_value_and_cell(
    visitor: Visitor,
) -> None:
    opened = visitor.press(MutuAction.CORRECT, ABOVE)
    labels = [one["label"] for one in opened["mutu-dialog-figure"]["data"]]
    publisher = "BPJS Ketenagakerjaan"
    assert f"Kota Cilegon · Peserta aktif PU · Okt 2025 · {publisher}: 63.700" in labels[2]
    assert "(peserta.xlsx, Lembar1, D12)" in labels[2]
    assert labels[0].startswith("Kota Cilegon · Penduduk bekerja · Agu 2025 · BPS: 80.000")
    accepting = visitor.press(MutuAction.ACCEPT, ABOVE)
    for field in ("figure", "value", "source"):
        assert opened[f"mutu-dialog-{field}"]["style"] == {}
        assert accepting[f"mutu-dialog-{field}"]["style"] == {"display": "none"}


def test_a_correction_clears_its_flag_and_stands_in_its_place_and_in_the_history(
    visitor: Visitor, own: Settings, said: Said
) -> None:
    done = correct(visitor, reason="Angka nol hilang", source="Surat BPS 12/2026")
    assert done["mutu-dialog"]["opened"] is False
    assert "Dikoreksi: Kota Cilegon · Penduduk bekerja" in said(done["mutu-done"])
    told = flags(visitor, said)
    assert "1 bendera merah menunggu keputusan" in told
    assert "cakupan 113,75%" not in told
    assert "Sudah diputuskan (1)" in told
    assert "80.000 → 180.000: Angka nol hilang (Surat BPS 12/2026)" in told
    assert ranks(visitor)["Kota Cilegon"] != "–"
    card = corrections(visitor)
    assert card["hidden"] is False
    assert "1 koreksi angka tercatat" in said(card)
    line = logged(own)
    assert (line.kind, line.by) == ("figure_corrected", "Sari")
    assert "80.000 → 180.000" in str(line.details["file"])

    number = int(line.details["load"])
    visitor.answer(visitor.press(MutuAction.TURN, number), name="Budi")
    assert logged(own).kind == "load_withdrawn"
    assert "cakupan 113,75%" in flags(visitor, said)
    assert "Dibatalkan" in said(corrections(visitor))
    visitor.answer(visitor.press(MutuAction.TURN, number), name="Budi")
    assert "cakupan 113,75%" not in flags(visitor, said)


def test_a_file_that_says_something_else_raises_a_red_flag_that_a_person_settles(
    visitor: Visitor, own: Settings, said: Said
) -> None:
    correct(visitor)
    load(own, workers(80_000))
    assert "tetapi berkas terbaru" not in flags(visitor, said)
    load(own, workers(95_000))
    told = flags(visitor, said)
    assert "dikoreksi oleh Sari dari 80.000 menjadi 180.000, tetapi berkas terbaru" in told
    assert "2 bendera merah menunggu keputusan" in told
    subject = "employed|bps|total||||95000"
    unfit = FlagKey(FlagCode.CORRECTION_UNFIT, "36.72", "2025-08", subject)
    visitor.decide(MutuAction.ACCEPT, unfit, name="Budi", reason="Surat BPS menegaskan")
    assert "1 bendera merah menunggu keputusan" in flags(visitor, said)
    load(own, workers(97_000))
    assert "tetapi berkas terbaru menyebut 97.000" in flags(visitor, said)
    again = FlagKey(FlagCode.CORRECTION_UNFIT, "36.72", "2025-08", subject[:-5] + "97000")
    visitor.answer(visitor.press(MutuAction.CORRECT, again), value="185.000")
    assert "tetapi berkas terbaru" not in flags(visitor, said)
    load(own, workers(185_000))
    assert "sama dengan koreksi oleh Sari" in flags(visitor, said)


def test_a_published_figure_is_corrected_where_it_is_quoted(visitor: Visitor, said: Said) -> None:
    opened = visitor.press(MutuAction.CORRECT, TANGERANG)
    assert len(opened["mutu-dialog-figure"]["data"]) == 1
    visitor.answer(opened, value="2,6 juta")
    told = flags(visitor, said)
    assert "lebih banyak daripada seluruh Banten" not in told
    assert told.count("Dikoreksi oleh Sari") == 1
    cited = said(visitor.draw("daerah-cited.children", "/wilayah/36.03")["daerah-cited"])
    assert "2.600.000" in cited
    assert "Salah tulis di sumbernya (Contoh)" in cited
    assert "2.800.000" not in cited


@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ({"value": "banyak"}, "Nilai “banyak” tidak dapat dipakai"),
        ({"value": "12,5"}, "Nilai “12,5” tidak dapat dipakai"),
        ({"value": "80.000"}, "Nilainya sama dengan yang berlaku sekarang"),
        ({"reason": "ya"}, "Tulis alasannya"),
        ({"name": " "}, "Tulis nama Anda"),
    ],
)
def test_what_was_typed_wrong_is_told_at_its_field_and_nothing_is_written(
    standing: Visitor, faults: Faults, typed: dict[str, str], fault: str
) -> None:
    assert fault in faults(correct(standing, **typed))


def test_what_changed_since_the_dialogue_was_opened_is_not_written_over(
    visitor: Visitor, own: Settings, faults: Faults
) -> None:
    opened = visitor.press(MutuAction.CORRECT, ABOVE)
    load(own, workers(81_000))
    answer = visitor.answer(opened, value="180.000", figure=employed(opened))
    assert "sudah berubah sejak dialog dibuka" in faults(answer)


def test_a_figure_that_was_not_offered_cannot_be_corrected(
    standing: Visitor, faults: Faults
) -> None:
    opened = standing.press(MutuAction.CORRECT, ABOVE)
    other = employed(opened).replace("36.72", "36.01")
    answer = standing.answer(opened, value="180.000", figure=other)
    assert "Pilih angka yang dikoreksi" in faults(answer)
