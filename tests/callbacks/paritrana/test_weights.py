"""Weights saved under a name on the page: opened by their address, changed, retired, used again."""

import json
from collections.abc import Callable
from typing import Any

from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.page_ids.paritrana import WeightsAction
from tests.callbacks.paritrana.conftest import WeightsVisitor

Said = Callable[[Any], str]
HALVES = "?wilayah=36&peserta=50&cakupan=50&poin=0&celah=0"


def press(visitor: WeightsVisitor, action: WeightsAction, search: str = "?wilayah=36") -> Any:
    visitor.request = {**visitor.request, "search": search}
    return visitor.press({"preset": 1, "type": str(action)})


def test_weights_live_under_their_name_from_the_first_version_to_the_last(
    weights_visitor: WeightsVisitor, said: Said, faults: Callable[[Any], str]
) -> None:
    visitor = weights_visitor
    visitor.request = {**visitor.request, "search": HALVES}
    opened = visitor.press(str(Id.SAVE))
    assert "Capaian peserta terbesar 50" in said(opened["weights-dialog-body"])
    assert "Tulis nama pilihan bobot" in faults(visitor.decide(opened))
    assert "Tulis nama Anda" in faults(visitor.decide(opened, title="Juri Banten", name=""))
    done = visitor.decide(opened, title=" Juri  Banten ", note="Rapat pleno")
    assert done["weights-dialog"]["opened"] is False
    assert "Juri Banten, versi 1 disimpan" in said(done["weights-done"])
    assert "Nama “juri banten” sudah dipakai" in faults(
        visitor.decide(visitor.press(str(Id.SAVE)), title="juri banten")
    )

    # Another version from other weights, that the first one outlives.
    changed = "?wilayah=36&bobot=1.1&cakupan=10&juri=innovation.40"
    told = said(visitor.page(changed)[Id.WEIGHTS_HEAD])
    assert "diubah dari Juri Banten, versi 1" in told
    opened = press(visitor, WeightsAction.UPDATE, changed)
    assert opened["weights-field-title"]["value"] == "Juri Banten"
    visitor.decide(opened, name="Budi")
    first, second = (visitor.page(f"?wilayah=36&bobot=1.{number}") for number in (1, 2))
    assert first[Id.STEERED]["data"]["cakupan"] == "50"
    assert second[Id.STEERED]["data"]["cakupan"] == "10"
    assert "innovation.40" in second[Id.STEERED]["data"]["juri"]
    assert "900.000 → 100,00 → 50,00" in said(first[Id.SHEET])
    assert "Pembobotan: Juri Banten, versi 1" in said(first[Id.SHEET])
    assert "✓ Juri Banten, versi 2" in said(second[Id.PRESETS])
    history = said(second[Id.SAVED])
    for one in ("versi 1", "versi 2", "oleh Budi", "oleh Sari", "Catatan: Rapat pleno"):
        assert one in history
    assert "bobot=1.1" in json.dumps(second[Id.SAVED])

    # Somebody who opened the dialogue before that change does not undo it unseen.
    assert "sudah diubah lebih dahulu oleh Budi" in faults(visitor.decide(opened))

    retiring = press(visitor, WeightsAction.RETIRE)
    assert "Tulis alasannya" in faults(visitor.decide(retiring))
    visitor.decide(retiring, note="Diganti edaran baru")
    page = visitor.page("?wilayah=36&bobot=1.1")
    assert "Juri Banten" not in said(page[Id.PRESETS])
    assert "Pembobotan: Juri Banten, versi 1" in said(page[Id.SHEET])
    assert "pensiun" in said(page[Id.SAVED])
    visitor.decide(press(visitor, WeightsAction.RESTORE))
    assert "Juri Banten, versi 4" in said(visitor.page("?wilayah=36")[Id.PRESETS])
    assert visitor.page("?wilayah=17")[Id.SAVED]["hidden"] is True


def test_an_address_of_no_weights_is_named_and_the_start_is_shown(
    weights_visitor: WeightsVisitor, said: Said
) -> None:
    page = weights_visitor.page("?wilayah=36&bobot=9.9&juri=innovation.400~apa.3")
    assert "bobot, juri" in said(page[Id.WEIGHTS_HEAD])
    assert page[Id.STEERED]["data"]["cakupan"] == "25"
    assert "innovation.25" in page[Id.STEERED]["data"]["juri"]


def test_nominees_are_ranked_by_the_weights_of_the_jury(
    weights_visitor: WeightsVisitor, said: Said
) -> None:
    page = weights_visitor.page(
        "?wilayah=36&juri=regulation.25~innovation.75~compliance.0~awareness.0"
    )
    table = page[Id.NOMINEES]["children"]
    # 25% of 80 and 75% of 90; two judges two points to each side.
    assert "Kota Tangerang Pemerintah kabupaten/kota 2025 1 87,50 2,00 85,50 89,50 80,00" in said(
        table
    )
    assert "Inovasi (75,0%)" in said(table)
    assert "Peringkat 3 nomine" in said(table)
    assert "2 77,50" in said(table)
    assert "Regulasi daerah 20,00 + Inovasi 67,50 = 87,50" in said(page[Id.DOSSIERS_BODY])
    alike = said(weights_visitor.page("?wilayah=36")[Id.NOMINEES])
    assert "belum dinilai pada semua kriteria" in alike
    assert "Peringkat 2 nomine" in alike
