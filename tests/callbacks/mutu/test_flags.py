"""A decision about a flag is kept by name, and seen at once on every page that depends on it."""

import json
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from cakupan.domain.figures import Figure
from cakupan.domain.flags import FlagCode, FlagKey
from cakupan.domain.language import Language
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment
from cakupan.settings import Settings
from cakupan.storage.engine import open_database
from cakupan.storage.loading import write_load
from cakupan.texts import words
from layouts.page_ids.mutu import MutuAction
from tests.behind import change
from tests.callbacks.conftest import figure
from tests.callbacks.mutu.conftest import (
    ABOVE,
    QUERY,
    TANGERANG,
    Faults,
    Said,
    Visitor,
    ranks,
)


def test_both_faults_are_sentences_with_their_cells(visitor: Visitor, said: Said) -> None:
    flags = said(visitor.draw("mutu-flags.children", "/mutu")["mutu-flags"])
    assert "2 bendera merah menunggu keputusan" in flags
    assert "Kota Cilegon: cakupan 113,75% terhadap Penduduk bekerja" in flags
    assert "91.000 peserta lebih banyak daripada 80.000 pekerja" in flags
    assert "2.800.000 peserta menurut portalkota" in flags
    assert "lebih banyak daripada seluruh Banten, 2.727.000" in flags
    assert "salah.xlsx · lembar Lembar1 · sel I113" in flags


def test_what_was_accepted_is_ranked_on_ringkasan_and_named(visitor: Visitor, said: Said) -> None:
    assert ranks(visitor)["Kota Cilegon"] == "–"
    done = visitor.decide(MutuAction.ACCEPT, ABOVE, name="Sari")
    assert done["mutu-dialog"]["opened"] is False
    assert ranks(visitor)["Kota Cilegon"] == "1"
    foot = said(visitor.draw("ringkasan-ranking-foot.children", "/")["ringkasan-ranking-foot"])
    assert "Kota Cilegon di atas 100% diterima oleh Sari" in foot


def test_what_was_excluded_takes_no_rank_and_captions_say_who(visitor: Visitor, said: Said) -> None:
    visitor.decide(MutuAction.ACCEPT, ABOVE, name="Sari")
    visitor.decide(MutuAction.REOPEN, ABOVE, name="Sari")
    visitor.decide(MutuAction.EXCLUDE, ABOVE, name="Budi")
    assert ranks(visitor)["Kota Cilegon"] == "–"
    foot = said(visitor.draw("ringkasan-ranking-foot.children", "/")["ringkasan-ranking-foot"])
    assert "tanpa Kota Cilegon, dikecualikan oleh Budi" in foot
    wilayah = visitor.draw("wilayah-table-foot.children", "/wilayah")
    assert "tanpa Kota Cilegon, dikecualikan oleh Budi" in said(wilayah["wilayah-table-foot"])
    assert "dikecualikan oleh Budi" in json.dumps(wilayah["wilayah-rows"])
    other = visitor.draw("ringkasan-ranking-foot.children", "/", "?wilayah=36&penyebut=eligible")
    assert "dikecualikan" not in said(other["ringkasan-ranking-foot"])


@pytest.mark.parametrize(
    ("path", "foot"),
    [("/paritrana", "paritrana-scores-foot"), ("/wilayah/36.01", "daerah-peers-foot")],
)
def test_every_page_that_ranks_says_who_left_a_region_out(
    visitor: Visitor, said: Said, path: str, foot: str
) -> None:
    visitor.decide(MutuAction.EXCLUDE, ABOVE, name="Budi")
    page = visitor.draw(f"{foot}.children", path)
    assert "tanpa Kota Cilegon, dikecualikan oleh Budi" in said(page[foot])


BROKEN = FlagKey(FlagCode.SERIES_BREAK, "36.72", "2025-10", "")


def real_month() -> tuple[Figure, ...]:
    """Kota Cilegon's newest month as a real figure, after months of samples: a break."""
    return tuple(
        figure(
            "36.72",
            Measure.PARTICIPANTS_ACTIVE,
            "2025-10",
            people,
            segment=segment,
            basis=Basis.REGISTRATION,
            maturity=Maturity.FINAL,
        )
        for segment, people in ((Segment.PU, 63_700), (Segment.BPU, 27_300))
    )


@pytest.fixture
def broken(own: Settings) -> Visitor:
    engine = open_database(own.database_url)
    when = datetime(2026, 1, 7, 12, 0, tzinfo=UTC)
    write_load(engine, NewLoad("nyata.xlsx", "c" * 64, "long", "Sari", when), real_month())
    engine.dispose()
    return Visitor(own)


def test_a_break_called_real_is_reckoned_across_on_every_page_and_named(
    broken: Visitor, said: Said
) -> None:
    def growth() -> str:
        rows = broken.draw("wilayah-table-foot.children", "/wilayah")["wilayah-rows"]["data"]
        place = [column["key"] for column in rows["columns"]].index("growth")
        return next(cells[place] for _, _, _, cells in rows["rows"] if cells[0] == "Kota Cilegon")

    assert growth() == "–"
    broken.decide(MutuAction.ACCEPT, BROKEN, reason="Yang dihitung tetap sama", name="Sari")
    assert growth() == "+4,2%"
    named = "putus deret Kota Cilegon Okt 2025 diterima sebagai perubahan nyata oleh Sari"
    places = (
        ("/", "ringkasan-ranking-foot"),
        ("/", "ringkasan-movers-foot"),
        ("/wilayah", "wilayah-table-foot"),
        ("/wilayah", "wilayah-map-foot"),
        ("/wilayah/36.72", "daerah-hero-caption"),
        ("/pertumbuhan", "pertumbuhan-movers-foot"),
    )
    for path, place in places:
        assert named in said(broken.draw(f"{place}.children", path)[place]), place
    page = broken.draw("mutu-flags.children", "/mutu")
    assert "Perubahan nyata menurut Sari" in said(page["mutu-breaks"])
    broken.decide(MutuAction.REOPEN, BROKEN, reason="Belum dicocokkan", name="Budi")
    assert growth() == "–"


def test_a_break_confirmed_stays_one_with_the_name_of_who_looked_at_it(
    broken: Visitor, said: Said
) -> None:
    done = broken.decide(MutuAction.EXCLUDE, BROKEN, reason="Sumbernya berganti", name="Budi")
    assert "tetap tidak dihitung" in said(done["mutu-done"])
    page = broken.draw("mutu-flags.children", "/mutu")
    assert "Tetap putus menurut Budi" in said(page["mutu-breaks"])
    foot = said(broken.draw("ringkasan-ranking-foot.children", "/")["ringkasan-ranking-foot"])
    assert "Kota Cilegon" not in foot


def test_reasons_are_offered_that_fit_the_fault(visitor: Visitor) -> None:
    above, told = (
        visitor.press(MutuAction.ACCEPT, key)["mutu-dialog-reason"]["data"]
        for key in (ABOVE, TANGERANG)
    )
    assert above[0] == "Dihitung di tempat pendaftaran, bukan domisili"
    assert set(told) < set(above)


def test_every_decision_stays_in_the_history_with_name_and_reason(
    visitor: Visitor, said: Said
) -> None:
    visitor.decide(MutuAction.ACCEPT, ABOVE, name="Sari", reason="Proyek jasa konstruksi")
    visitor.decide(MutuAction.REOPEN, ABOVE, name="Budi", reason="Belum dicocokkan")
    page = visitor.draw("mutu-flags.children", "/mutu")
    history = said(page["mutu-history"])
    assert "2 keputusan tercatat" in history
    for told in ("Diterima oleh Sari", "Proyek jasa konstruksi", "Dibuka lagi oleh Budi"):
        assert told in history
    assert "2 bendera merah menunggu keputusan" in said(page["mutu-flags"])


def test_an_excluded_quotation_is_quoted_nowhere_but_its_region_keeps_its_rank(
    visitor: Visitor, said: Said
) -> None:
    cited = visitor.draw("daerah-cited.children", "/wilayah/36.03")["daerah-cited"]
    assert "2.800.000" in said(cited)
    before = ranks(visitor)["Kab. Tangerang"]
    visitor.decide(MutuAction.EXCLUDE, TANGERANG, name="Sari")
    cited = visitor.draw("daerah-cited.children", "/wilayah/36.03")["daerah-cited"]
    assert "2.800.000" not in said(cited)
    assert ranks(visitor)["Kab. Tangerang"] == before != "–"


def test_ringkasan_counts_the_red_flags_that_wait(visitor: Visitor, said: Said) -> None:
    def fresh() -> str:
        return said(visitor.draw("ringkasan-freshness.children", "/")["ringkasan-freshness"])

    assert "Bendera merah terbuka: 2" in fresh()
    visitor.decide(MutuAction.ACCEPT, ABOVE, name="Sari")
    assert "Bendera merah terbuka: 1" in fresh()


@pytest.mark.parametrize(
    ("reason", "name", "fault"),
    [("ya", "Sari", "Tulis alasannya"), ("Sudah dicocokkan", " ", "Tulis nama Anda")],
)
def test_without_a_reason_and_a_name_nothing_is_decided(
    visitor: Visitor, faults: Faults, reason: str, name: str, fault: str
) -> None:
    answer = visitor.decide(MutuAction.ACCEPT, ABOVE, reason=reason, name=name)
    assert fault in faults(answer)
    assert ranks(visitor)["Kota Cilegon"] == "–"


def test_a_database_that_cannot_be_written_is_told_in_the_dialogue(
    visitor: Visitor, own: Settings, faults: Faults
) -> None:
    change(
        own.database_url,
        "DROP TABLE flag_decision",
        "CREATE TABLE flag_decision (other TEXT)",
    )
    answer = visitor._post(
        next(one for one in visitor.dashboard.callback_map if "mutu-done.children" in one),
        [1],
        [
            {"flag": ABOVE.text, "action": "accepted"},
            visitor._request("/mutu"),
            *("", "", "Sudah dicocokkan", "", "Sari"),
        ],
    )
    assert faults(answer).startswith(words(Language.ID)("data.failure.unknown"))


def test_a_province_without_data_says_so(visitor: Visitor, said: Said) -> None:
    answer = visitor.draw("mutu-flags.children", "/mutu", "?wilayah=11")
    assert "Aceh" in said(answer["mutu-state"])


def test_denominators_stand_side_by_side_with_their_spread(visitor: Visitor, said: Said) -> None:
    bases = said(visitor.draw("mutu-bases.children", "/mutu")["mutu-bases"])
    value = Decimal(2_727_000) / Decimal(5_924_400) * 100
    assert f"{value:.2f}%".replace(".", ",") in bases


def test_completeness_names_every_part_and_the_newest_month_first(
    visitor: Visitor, said: Said
) -> None:
    matrix = said(visitor.draw("mutu-matrix.children", "/mutu")["mutu-matrix"])
    assert "Semua 9 wilayah sampai ke bulan terbaru" in matrix
    assert matrix.index("Okt 2025") < matrix.index("Sep 2025") < matrix.index("Okt 2024")
    assert "Kab. Pandeglang – 4/4" in matrix


def test_the_page_speaks_english_too(visitor: Visitor, said: Said) -> None:
    page = visitor.draw("mutu-flags.children", "/mutu", f"{QUERY}&bahasa=en")
    assert "Red flags waiting for a decision: 2" in said(page["mutu-flags"])
    assert "coverage 113.75% of Employed" in said(page["mutu-flags"])


def test_the_matrix_says_after_how_many_days_a_month_came_in(broken: Visitor, said: Said) -> None:
    matrix = said(broken.draw("mutu-matrix.children", "/mutu")["mutu-matrix"])
    # Loaded on 7 January 2026: 68 days after the end of October.
    assert "Kota Cilegon – 4/4 68 hari ● 68 ● ●" in matrix
    assert "Kab. Pandeglang – 4/4 – ● ● ●" in matrix
