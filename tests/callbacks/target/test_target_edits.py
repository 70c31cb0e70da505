"""Targets added, changed, retired and brought back: what is asked, written, and shown after."""

from collections.abc import Callable
from typing import Any

import pytest

from cakupan.settings import Settings
from layouts.ids import TargetAction
from tests.behind import be_impatient, behind

Said = Callable[[Any], str]
Faults = Callable[[Any], str]
NEW, CHANGE, RETIRE = "target-new", TargetAction.CHANGE, TargetAction.RETIRE
RPJMD = "36|rpjmd|2030"


def add(visitor, **typed: str) -> Any:
    filled = {"framework": "perda", "year": "2027", "ratio": "55,5", "citation": "Perda 3/2026"}
    return visitor.decide(visitor.press(NEW), **(filled | typed))


def test_an_added_target_is_used_on_every_page_at_once(visitor, said: Said) -> None:
    done = add(visitor)
    assert done["target-dialog"]["opened"] is False
    assert "Perda 2027 55,50% untuk Banten disimpan" in said(done["target-done"])
    ladder = said(visitor.page()["target-ladder"])
    assert "55,50%" in ladder
    assert "Perda 3/2026" in ladder
    assert "diubah di sini oleh Sari" in ladder
    assert "55,50% Perda 2027" in said(visitor.overview()["ringkasan-ladder"])
    offered = [one["value"] for one in visitor.bar()["shell-framework"]["data"]]
    assert offered == ["semua", "rpjmd", "perda"]


def test_a_change_is_kept_with_who_when_old_and_new(visitor, said: Said) -> None:
    opened = visitor.open(CHANGE, RPJMD)
    assert opened["target-field-ratio"]["value"] == "65"
    assert opened["target-dialog"]["title"] == "Ubah target RPJMD 2030 Banten"
    done = visitor.decide(opened, ratio="66,5%", citation="RPJMD perubahan, 2026", name="Budi")
    assert "diubah dari 65% menjadi 66,50%" in said(done["target-done"])
    history = said(visitor.page()["target-history"])
    for told in ("1 perubahan target", "RPJMD 2030 Banten", "65% → 66,50%", "oleh Budi"):
        assert told in history
    assert "66,50%" in said(visitor.overview()["ringkasan-ladder"])
    assert "perubahan target di halaman Target" in said(visitor.data_page()["data-history"])
    assert "Banten: RPJMD 2030 dari 65% menjadi 66,50%" in said(visitor.data_page()["data-history"])


def test_a_change_is_undone_and_brought_back(visitor, said: Said) -> None:
    visitor.decide(visitor.open(CHANGE, RPJMD), ratio="70", citation="X")
    undone = visitor.decide(visitor.turn(2), name="Budi")
    assert "dibatalkan" in said(undone["target-done"])
    answer = visitor.page()
    assert "70%" not in said(answer["target-ladder"])
    assert "Dibatalkan" in said(answer["target-history"])
    assert "65% → 70%" in said(answer["target-history"])
    visitor.decide(visitor.turn(2))
    assert "70%" in said(visitor.page()["target-ladder"])


def test_a_changed_year_or_base_leaves_no_second_target_behind(visitor, said: Said) -> None:
    opened = visitor.open(CHANGE, RPJMD)
    done = visitor.decide(opened, year="2031", denominator="employed", citation="X")
    assert "dari 65% (RPJMD 2030) menjadi 65% (RPJMD 2031)" in said(done["target-done"])
    own = said(visitor.page()["target-ladder"]).split("Acuan nasional")[0]
    assert "RPJMD 2031" in own
    assert "RPJMD 2030" not in own
    assert "Penduduk bekerja" in own
    visitor.decide(visitor.open(CHANGE, "36|rpjmd|2031"), denominator="labour_force", citation="Y")
    own = said(visitor.page()["target-ladder"]).split("Acuan nasional")[0]
    assert own.count("RPJMD 2031") == said(visitor.page()["target-ladder"]).count("RPJMD 2031")
    assert "Angkatan kerja" in own
    history = said(visitor.page()["target-history"])
    assert "penyebut Penduduk bekerja → Angkatan kerja" in history
    assert "RPJMD 2030 → RPJMD 2031" in history


def test_a_retired_target_is_gone_until_that_is_undone(visitor, said: Said, faults: Faults) -> None:
    opened = visitor.open(RETIRE, RPJMD)
    assert opened["target-field-citation"] == {
        **opened["target-field-citation"],
        "value": "",
        "label": "Dasar pencabutan",
    }
    assert "Tulis sumber target" in faults(visitor.decide(opened))
    visitor.decide(opened, citation="Dicabut dengan Perda 9/2026")
    answer = visitor.page()
    assert "RPJMD 2030" not in said(answer["target-ladder"])
    assert "dicabut (semula 65%)" in said(answer["target-history"])
    assert [one["value"] for one in visitor.bar()["shell-framework"]["data"]] == ["semua", "rpjmd"]
    visitor.decide(visitor.turn(2))
    assert "RPJMD 2030" in said(visitor.page()["target-ladder"])


def test_a_target_without_a_year_can_be_stated_and_changed(visitor, said: Said) -> None:
    opened = visitor.open(CHANGE, "36|rpjmd|")
    visitor.decide(opened, ratio="52", citation="Pidato, 2026")
    visitor.decide(visitor.open(CHANGE, "36|rpjmd|"), ratio="53", citation="Pidato kedua")
    history = said(visitor.page()["target-history"])
    assert "50% → 52%" in history
    assert "52% → 53%" in history
    own = said(visitor.page()["target-ladder"]).split("Acuan nasional")[0]
    assert own.count("tanpa tahun") == 2
    assert "53%" in own


def test_a_kabupaten_can_have_a_target_of_its_own(visitor, said: Said) -> None:
    add(visitor, region="36.03", framework="own")
    ladder = said(visitor.page()["target-ladder"])
    assert "Target kabupaten/kota di Banten" in ladder
    assert "Kabupaten Tangerang" in ladder


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"name": " "}, "Tulis nama Anda"),
        ({"citation": "  "}, "Tulis sumber target"),
        ({"citation": "x" * 501}, "terlalu panjang"),
        ({"ratio": "0"}, "“0” tidak dapat dipakai"),
        ({"ratio": "100,01"}, "tidak dapat dipakai"),
        ({"ratio": "enam"}, "“enam” tidak dapat dipakai"),
        ({"ratio": "1.000"}, "tidak dapat dipakai"),
        ({"year": "1999"}, "Tulis tahun 2000–2100"),
        ({"year": "2030-an"}, "“2030-an” tidak dapat dipakai"),
        ({"framework": ""}, "Pilih kerangka"),
        ({"region": "99"}, "Pilih wilayah"),
        ({"denominator": "semua"}, "Pilih penyebut"),
        ({"framework": "rpjmd", "year": "2030"}, "sudah ada (65%)"),
    ],
)
def test_what_cannot_be_a_target_is_told_and_nothing_is_written(
    reading, said: Said, faults: Faults, typed: dict[str, str], complaint: str
) -> None:
    answer = add(reading(), **typed)
    assert complaint in faults(answer)
    assert "target-dialog" not in answer
    assert "Belum ada target yang diubah" in said(reading().page()["target-history"])


def test_a_change_that_changes_nothing_is_refused(reading, faults: Faults) -> None:
    answer = reading().decide(reading().open(CHANGE, RPJMD))
    assert "Tidak ada yang berubah" in faults(answer)


def test_a_new_source_alone_is_a_change_that_says_so(visitor, said: Said) -> None:
    visitor.decide(visitor.open(CHANGE, RPJMD), citation="Perda RPJMD 2025–2030")
    assert "sumbernya diperbarui" in said(visitor.page()["target-history"])


def test_what_somebody_else_has_retired_meanwhile_cannot_be_changed(
    visitor, faults: Faults
) -> None:
    opened = visitor.open(CHANGE, RPJMD)
    visitor.decide(visitor.open(RETIRE, RPJMD), citation="X")
    answer = visitor.decide(opened, ratio="66")
    assert "sudah tidak berlaku" in faults(answer)
    assert visitor.open(CHANGE, RPJMD) == {}


def test_an_undo_of_what_is_undone_is_told_in_a_sentence(visitor, faults: Faults) -> None:
    add(visitor)
    opened = visitor.turn(2)
    visitor.decide(opened)
    assert "sudah ditarik" in faults(visitor.decide(opened))


def test_a_locked_database_is_told_and_the_form_stays(
    visitor, own: Settings, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_impatient(monkeypatch, milliseconds=50)
    with behind(own.database_url):
        answer = add(visitor)
    assert "sedang dipakai program lain" in faults(answer)
    assert "target-dialog" not in answer


def test_two_equal_edits_are_two_loads(visitor, said: Said) -> None:
    add(visitor)
    visitor.decide(visitor.open(RETIRE, "36|perda|2027"), citation="Salah ketik")
    add(visitor)
    assert "3 perubahan target" in said(visitor.page()["target-history"])
