"""Lines of the ledger added, changed, retired and brought back: what follows from it at once."""

from collections.abc import Callable
from typing import Any

import pytest

from layouts.page_ids.segmen import LedgerAction

Said = Callable[[Any], str]
Faults = Callable[[Any], str]
CHANGE, RETIRE = LedgerAction.CHANGE, LedgerAction.RETIRE
NELAYAN = "36|2025-01|nelayan|apbd_provinsi"
OJEK = "36|2025-08|ojek_daring|csr"


def test_an_added_line_counts_at_once_in_what_lapses_and_what_keeping_on_costs(
    visitor, said: Said
) -> None:
    before = said(visitor.page()["segmen-ledger-head"])
    assert "Bantuan iuran 3.600 pekerja habis dalam tiga bulan" in before
    done = visitor.add()
    assert done["segmen-dialog"]["opened"] is False
    assert "Pengemudi ojek daring, CSR perusahaan, Banten, mulai Agu 2025" in said(
        done["segmen-done"]
    )
    assert "946 pekerja × Rp16.800 × 6 bulan" in said(done["segmen-done"])
    page = visitor.page()
    # Six months from August 2025 lapse on 1 February 2026, four months after October.
    assert "Bantuan iuran 3.600 pekerja" in said(page["segmen-ledger-head"])
    assert "1 Feb 2026" in said(page["segmen-ledger"])
    visitor.decide(visitor.open(CHANGE, OJEK), months="5")
    page = visitor.page()
    assert "Bantuan iuran 4.546 pekerja" in said(page["segmen-ledger-head"])
    # 946 × Rp16.800 × 12 months.
    assert "Rp190.713.600" in said(page["segmen-ledger"])


def test_a_change_takes_the_place_of_a_sample_and_is_kept_with_who_and_what(
    visitor, said: Said
) -> None:
    opened = visitor.open(CHANGE, NELAYAN)
    assert opened["segmen-field-workers"]["value"] == "3.600"
    assert opened["segmen-field-start"]["value"] == "Januari 2025"
    assert opened["segmen-field-group"]["value"] == "nelayan"
    done = visitor.decide(opened, workers="3.750", citation="SK Gubernur 5/2025", name="Budi")
    assert "3.600 pekerja × Rp16.800 × 12 bulan → 3.750 pekerja" in said(done["segmen-done"])
    page = visitor.page()
    history = said(page["segmen-history"])
    for told in ("1 perubahan bantuan iuran", "oleh Budi", "SK Gubernur 5/2025", "3.600 pekerja"):
        assert told in history
    assert "3.750" in said(page["segmen-ledger"])
    assert "3.600" not in said(page["segmen-ledger"])
    data = said(visitor.data_page()["data-history"])
    assert "perubahan catatan bantuan iuran di halaman Segmen" in data
    assert "Bantuan iuran Nelayan, APBD provinsi, Banten" in data


def test_a_change_is_undone_and_brought_back(visitor, said: Said) -> None:
    visitor.decide(visitor.open(CHANGE, NELAYAN), workers="4.000")
    undone = visitor.decide(visitor.turn(3), name="Budi")
    assert "dibatalkan" in said(undone["segmen-done"])
    page = visitor.page()
    assert "3.600" in said(page["segmen-ledger"])
    assert "3.600 pekerja × Rp16.800 × 12 bulan → 4.000 pekerja" in said(page["segmen-history"])
    visitor.decide(visitor.turn(3))
    assert "4.000" in said(visitor.page()["segmen-ledger"])


@pytest.mark.parametrize(
    ("typed", "shown", "gone"),
    [
        ({"payer": "dana_desa"}, "Dana desa", "APBD provinsi"),
        ({"group": "petani"}, "Petani", "Nelayan"),
        ({"start": "Maret 2025"}, "Mar 2025", "Jan 2025"),
    ],
)
def test_another_payer_group_or_start_leaves_no_second_line_behind(
    visitor, said: Said, typed: dict[str, str], shown: str, gone: str
) -> None:
    visitor.decide(visitor.open(RETIRE, "36.03|2025-06|nelayan|apbd_provinsi"), citation="X")
    visitor.decide(visitor.open(CHANGE, NELAYAN), **typed)
    ledger = said(visitor.page()["segmen-ledger"])
    assert shown in ledger
    assert gone not in ledger
    assert "→" in said(visitor.page()["segmen-history"])
    visitor.decide(visitor.turn(4))
    assert gone in said(visitor.page()["segmen-ledger"])


def test_a_line_can_move_to_another_region(visitor, said: Said) -> None:
    visitor.decide(visitor.open(CHANGE, NELAYAN), region="36.71")
    ledger = said(visitor.page()["segmen-ledger"])
    assert "Kota Tangerang" in ledger
    assert "Banten" not in ledger


def test_a_retired_line_is_gone_until_that_is_undone(visitor, said: Said, faults: Faults) -> None:
    opened = visitor.open(RETIRE, NELAYAN)
    assert opened["segmen-field-workers"]["style"] == {"display": "none"}
    assert "Tulis dasar hukumnya" in faults(visitor.decide(opened))
    visitor.decide(opened, citation="Dicabut dengan Pergub 1/2026")
    page = visitor.page()
    assert "3.600" not in said(page["segmen-ledger"])
    assert "dicabut, semula 3.600 pekerja" in said(page["segmen-history"])
    assert "Tidak ada bantuan iuran yang habis" in said(page["segmen-ledger-head"])
    visitor.decide(visitor.turn(3))
    assert "3.600" in said(visitor.page()["segmen-ledger"])


@pytest.mark.parametrize(
    ("typed", "field", "complaint"),
    [
        ({"workers": "0"}, "workers", "“0” tidak dapat dipakai"),
        ({"workers": "seribu"}, "workers", "Tulis bilangan bulat 1 sampai 9.000.000"),
        ({"workers": "12,5"}, "workers", "“12,5” tidak dapat dipakai"),
        ({"rate": "16,8"}, "rate", "misalnya 16.800"),
        ({"rate": "-16.800"}, "rate", "tidak dapat dipakai"),
        ({"months": "25"}, "months", "1 sampai 24"),
        ({"months": ""}, "months", "Tulis bilangan bulat 1 sampai 24"),
        ({"start": "2025"}, "start", "“2025” bukan bulan"),
        ({"start": "kemarin"}, "start", "bukan bulan"),
        ({"start": "Jan 1950"}, "start", "2000–2100"),
        ({"citation": " "}, "citation", "Tulis dasar hukumnya"),
        ({"citation": "x" * 501}, "citation", "paling banyak 500 huruf"),
        ({"payer": ""}, "payer", "Pilih sumber dana"),
        ({"group": "dokter"}, "group", "Pilih kelompok"),
        ({"region": "99"}, "region", "Pilih wilayah"),
        ({"name": " "}, "name", "Tulis nama Anda"),
    ],
)
def test_what_cannot_be_a_line_is_told_at_its_field_and_nothing_is_written(
    reading, said: Said, typed: dict[str, str], field: str, complaint: str
) -> None:
    answer = reading.add(**typed)
    assert complaint in answer[f"segmen-field-{field}"]["error"]
    assert "1 isian perlu dibetulkan" in said(answer["segmen-dialog-error"])
    assert "segmen-dialog" not in answer
    assert reading.page()["segmen-history"]["hidden"] is True


def test_a_line_that_is_there_already_is_refused(visitor, faults: Faults) -> None:
    answer = visitor.add(group="nelayan", payer="apbd_provinsi", start="Januari 2025")
    assert "sudah ada (3.600 pekerja × Rp16.800 × 12 bulan)" in faults(answer)


def test_a_change_that_changes_nothing_is_refused(visitor, faults: Faults) -> None:
    answer = visitor.decide(visitor.open(CHANGE, NELAYAN))
    assert "Tidak ada yang berubah" in faults(answer)


def test_what_somebody_else_has_retired_meanwhile_cannot_be_changed(
    visitor, faults: Faults
) -> None:
    opened = visitor.open(CHANGE, NELAYAN)
    visitor.decide(visitor.open(RETIRE, NELAYAN), citation="X")
    assert "sudah tidak berlaku" in faults(visitor.decide(opened, workers="1"))
    assert visitor.open(CHANGE, NELAYAN) == {}


def test_checks_of_files_speak_of_what_is_typed_too(visitor, said: Said) -> None:
    done = visitor.add(months="18")
    assert "Perhatikan:" in said(done["segmen-done"])
    assert "18 bulan" in said(done["segmen-done"])


def test_the_dialogue_speaks_english_too(visitor) -> None:
    visitor.request["search"] = "?wilayah=36&bahasa=en"
    opened = visitor.open(CHANGE, NELAYAN)
    assert opened["segmen-dialog"]["title"].startswith("Change subsidy Fishers, Provincial budget")
    assert opened["segmen-field-workers"]["value"] == "3,600"
    assert opened["segmen-field-start"]["value"] == "January 2025"
    answer = visitor.decide(opened, workers="x")
    assert "Write a whole number 1 to 9,000,000" in answer["segmen-field-workers"]["error"]
    assert visitor.decide(opened, workers="3,601")["segmen-dialog"]["opened"] is False
