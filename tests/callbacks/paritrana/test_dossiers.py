"""A jury fills dossiers on the page: who is nominated, scores, documents, stages, and undo."""

from collections.abc import Callable
from typing import Any

from layouts.page_ids.paritrana import DossierAction
from layouts.page_ids.paritrana import ParitranaId as Id
from tests.callbacks.paritrana.conftest import DossierVisitor

Said = Callable[[Any], str]
Faults = Callable[[Any], str]
TANGERANG, SERANG = "2025|kabkota|36.71|", "2025|kabkota|36.73|"
SCORES = {"judge": "Juri 3", "stage": "interview"}


def dossiers(visitor: DossierVisitor, said: Said) -> str:
    return said(visitor.page()[Id.DOSSIERS_BODY])


def test_scores_count_at_once_stand_in_the_history_and_can_be_undone(
    dossier_visitor: DossierVisitor, said: Said, faults: Faults
) -> None:
    visitor = dossier_visitor
    opened = visitor.open(DossierAction.SCORES, TANGERANG)
    assert opened["dossier-field-score-2"]["label"] == "Inovasi"
    assert "Juri 1, wawancara: Regulasi daerah 82,00, Inovasi 92,00" in said(
        opened["dossier-dialog-body"]
    )
    assert opened["dossier-field-stage"]["value"] == "interview"
    wrong = visitor.decide(opened, score_1="101", score_2="8o", score_3="82,555", judge="")
    assert faults(wrong).count("bukan skor") == 3
    assert "Tulis nama juri" in faults(wrong)
    assert "paling sedikit satu skor" in faults(visitor.decide(opened, judge="Juri 3"))

    # The known judge is found whatever the capitals; what is empty stays.
    done = visitor.decide(opened, **SCORES | {"judge": "juri  1"}, score_2="72,5", name="Budi")
    assert "Juri 1, wawancara, Inovasi: 92,00 → 72,50" in said(done["dossier-done"])
    page = visitor.page()
    # Regulation 80, innovation (72,5 + 88) / 2, compliance 80, awareness 80.
    assert "Inovasi 20,06" in said(page[Id.DOSSIERS_BODY])
    assert "80,06" in said(page[Id.NOMINEES])
    history = said(page[Id.DOSSIER_HISTORY])
    assert "Kota Tangerang, Pemerintah kabupaten/kota 2025" in history
    assert "oleh Budi" in history
    data = said(visitor.data_page()["data-history"])
    assert "perubahan berkas nomine di halaman Paritrana" in data

    load_id = page[Id.DOSSIER_HISTORY]["children"][2]["props"]["children"][0]
    button = load_id["props"]["children"][1]["props"]["children"][-1]
    number = int(button["props"]["id"]["load"])
    visitor.decide(visitor.turn(number))
    assert "Inovasi 22,50" in dossiers(visitor, said)
    visitor.decide(visitor.turn(number))
    assert "Inovasi 20,06" in dossiers(visitor, said)
    visitor.decide(visitor.turn(number))


def test_a_half_scored_nominee_is_ranked_once_every_criterion_has_a_score(
    dossier_visitor: DossierVisitor, said: Said
) -> None:
    visitor = dossier_visitor
    assert "Peringkat 2 nomine" in said(visitor.page()[Id.NOMINEES])
    scores = {"judge": "Juri 1", "stage": "interview", "score_4": "60"}
    visitor.decide(visitor.open(DossierAction.SCORES, SERANG), **scores)
    assert "Peringkat 3 nomine" in said(visitor.page()[Id.NOMINEES])
    # A dash takes it back.
    visitor.decide(visitor.open(DossierAction.SCORES, SERANG), **scores | {"score_4": "–"})
    assert "Peringkat 2 nomine" in said(visitor.page()[Id.NOMINEES])


def test_documents_and_stages_are_noted(
    dossier_visitor: DossierVisitor, said: Said, faults: Faults
) -> None:
    visitor = dossier_visitor
    opened = visitor.open(DossierAction.DOCUMENTS, TANGERANG)
    assert opened["dossier-field-document-1"]["value"] == "2"
    assert opened["dossier-field-document-2"]["value"] == "belum"
    assert "Tidak ada yang berubah" in faults(visitor.decide(opened))
    visitor.decide(opened, document_1="1", document_2="2", citation="Berita acara 3")
    told = dossiers(visitor, said)
    assert "Formulir pendaftaran nomine diterima" in told
    assert "1 dari 6 terverifikasi" in told
    opened = visitor.open(DossierAction.STAGE, TANGERANG)
    assert opened["dossier-field-state"]["value"] == "1"
    visitor.decide(opened, stage="nation", state="0")
    assert "tidak lolos; terakhir wawancara" in dossiers(visitor, said)
    assert "Berita acara 3" in said(visitor.page()[Id.DOSSIER_HISTORY])


def test_a_nominee_is_added_once(
    dossier_visitor: DossierVisitor, said: Said, faults: Faults
) -> None:
    visitor = dossier_visitor
    opened = visitor.press(str(Id.NOMINATE))
    assert opened["dossier-field-year"]["value"] == "2025"
    typed = {"region": "36.03", "category": "usaha_besar", "body": "PT  Uji Coba"}
    assert "Pilih wilayah" in faults(visitor.decide(opened, region=""))
    assert "Tulis tahun" in faults(visitor.decide(opened, **typed | {"year": "25"}))
    visitor.decide(opened, **typed)
    assert "PT Uji Coba (Kab. Tangerang)" in dossiers(visitor, said)
    assert "sudah menjadi nomine" in faults(visitor.decide(opened, **typed))
    gone = "2025|usaha_besar|36.03|Tidak Ada"
    assert visitor.open(DossierAction.STAGE, gone) == {}


def test_sheets_for_judges_list_the_nominees_of_each_category_with_room_to_write(
    dossier_visitor: DossierVisitor, said: Said
) -> None:
    page = dossier_visitor.page("?wilayah=36&juri=innovation.75")
    sheets = page[Id.JURY]["children"]
    assert "Lembar penilaian juri, Banten: Pemerintah kabupaten/kota" in said(sheets)
    table = sheets[0]["props"]["children"][2]["props"]["data"]
    assert table["head"] == [
        *("Nomine", "Skor data", "Regulasi daerah (16,7%)", "Inovasi (50,0%)"),
        *("Kepatuhan (16,7%)", "Kepedulian usaha kecil (16,7%)"),
    ]
    assert {row[0] for row in table["body"]} == {"Kota Tangerang", "Kota Cilegon", "Kota Serang"}
    assert {tuple(row[2:]) for row in table["body"]} == {("", "", "", "")}
    # Who was not scored has empty cells for three judges in the dossier.
    assert "Juri 3: ………………" in said(page[Id.DOSSIERS_BODY])
