"""What the buttons of the Data page do: load, drop, take back, restore; and what stops them."""

import logging
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest

import app as application
from cakupan.settings import Settings
from cakupan.storage import engine as storage_engine
from callbacks import foretelling, load_turns
from tests.behind import be_impatient, behind, forbid
from tests.callbacks.data.conftest import watched

Said = Callable[[Any], str]
Faults = Callable[[Any], str]
Book = Callable[..., bytes]
CILEGON = ("36.72", "Kota Cilegon", "Nov 2025", 47_000, 7_900)


def test_nothing_is_loaded_without_a_name(visitor, said: Said, book: Book) -> None:
    tokens = visitor.bring("nov.xlsx", book())["data-offered"]["data"]
    for name in (None, "", "   "):
        assert "Tulis nama Anda" in visitor.load(tokens, name)["data-name-error"]["children"]
    assert "nov.xlsx" not in said(visitor.page()["data-history"])


def test_what_is_confirmed_stands_in_the_history_and_counts_at_once(
    visitor, said: Said, book: Book
) -> None:
    okt = book(("36.72", "Kota Cilegon", "Okt 2025", 46_000, 7_900))
    visitor.bring("okt.xlsx", okt)
    tokens = visitor.bring("nov.xlsx", book())["data-offered"]["data"]
    assert len(tokens) == 2
    assert "2 dari 2 berkas dimuat" in said(visitor.load(tokens, " Sari, Bappeda ")["data-batch"])
    answer = visitor.page()
    assert "3 muatan dalam riwayat" in said(answer["data-history-head"])
    assert "nov.xlsx" in said(answer["data-history"])
    assert "oleh Sari, Bappeda" in said(answer["data-history"])
    assert "sebagai muatan nomor 3: 2 angka baru" in said(answer["data-files"])
    assert answer["data-confirm"]["hidden"] is True
    shown = said(visitor.overview("?periode=2025-10")["ringkasan-hero-figure"])
    assert "45,40%" in shown, "2.689.900 of 5.924.400"


def test_the_same_bytes_twice_are_said_to_be_loaded(visitor, said: Said, book: Book) -> None:
    content = book()
    visitor.load(visitor.bring("a.xlsx", content)["data-offered"]["data"])
    shown = said(visitor.bring("b.xlsx", content)["data-files"])
    assert "Sudah dimuat" in shown
    assert "Tidak ada yang perlu dilakukan" in shown


def test_a_file_that_met_other_data_is_shown_again_before_it_can_be_loaded(
    visitor, new_visitor, said: Said, book: Book
) -> None:
    tokens = visitor.bring("a.xlsx", book())["data-offered"]["data"]
    other = new_visitor()
    other.load(other.bring("b.xlsx", book((*CILEGON[:3], 1, 2)))["data-offered"]["data"])
    assert "Tidak ada berkas yang dimuat" in said(visitor.load(tokens)["data-batch"])
    shown = said(visitor.page()["data-files"])
    assert "mengganti lebih banyak angka, jadi belum dimuat" in shown
    assert "1 47.000 +46.999" in shown
    assert "1 dari 1 berkas dimuat" in said(visitor.load(tokens)["data-batch"])


def test_a_dropped_file_is_gone(visitor, book: Book) -> None:
    [token] = visitor.bring("a.xlsx", book())["data-offered"]["data"]
    visitor.drop(token)
    answer = visitor.page()
    assert answer["data-files"]["children"] == []
    assert answer["data-offered"]["data"] == []


def test_another_visitor_can_neither_see_nor_load_nor_drop_it(
    visitor, new_visitor, book: Book
) -> None:
    tokens = visitor.bring("a.xlsx", book())["data-offered"]["data"]
    other = new_visitor()
    other.load(tokens)
    other.drop(tokens[0])
    assert other.page()["data-files"]["children"] == []
    assert visitor.page()["data-offered"]["data"] == tokens


def test_undo_says_what_comes_back_asks_who_and_brings_it_back(
    visitor, said: Said, faults: Faults, book: Book
) -> None:
    rows = (("36.72", "Kota Cilegon", "Okt 2025", 1, 2), CILEGON)
    visitor.load(visitor.bring("a.xlsx", book(*rows))["data-offered"]["data"])
    question = visitor.turn(2)
    assert question["data-dialog"]["opened"] is True
    assert question["data-dialog"]["title"] == "Tarik muatan nomor 2?"
    asked = said(question["data-dialog-body"])
    assert "Sekarang 4 angkanya berlaku" in asked
    assert "2 angka kembali ke muatan nomor 1 (peserta.xlsx)" in asked
    assert "2 angka tidak ada gantinya" in asked
    assert question["data-dialog-name"]["value"] == "Sari"
    intent = question["data-intent"]["data"]
    nameless = visitor.decide(intent, name=" ")
    assert "Tulis nama Anda" in faults(nameless)
    done = visitor.decide(intent)
    assert "Muatan nomor 2 (a.xlsx) ditarik" in said(done["data-done"])
    shown = said(visitor.settled()["data-history"])
    assert "Ditarik" in shown
    assert "oleh Budi" in shown


@pytest.mark.parametrize("action", ["undo", "redo"])
def test_what_takes_long_to_foretell_is_told_in_the_open_dialogue(
    visitor, said: Said, book: Book, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    visitor.load(visitor.bring("a.xlsx", book())["data-offered"]["data"])
    if action == "redo":
        visitor.decide({"action": "undo", "load": 2})
    counted, count = Event(), foretelling._IF[action]
    monkeypatch.setitem(
        foretelling._IF, action, lambda *given: count(*given) if counted.wait(30) else None
    )
    question = visitor.press_turn(2)
    assert question["data-dialog"]["opened"] is True
    assert "sedang dihitung" in said(question["data-dialog-body"])
    assert question["data-dialog-yes"]["disabled"] is True
    assert question["data-foretold"] == {"disabled": False, "n_intervals": 0}
    intent = question["data-intent"]["data"]
    assert visitor.look(intent) == {}
    assert visitor.look({**intent, "load": 1}) == {}, "of another load nothing was asked"
    counted.set()
    answer = visitor.told(question)
    told = {"undo": "Sekarang 2 angkanya berlaku", "redo": "2 angkanya akan berlaku lagi"}
    assert told[action] in said(answer["data-dialog-body"])
    assert "a.xlsx" in said(answer["data-dialog-body"])
    assert answer["data-dialog-yes"]["disabled"] is False
    assert answer["data-foretold"]["disabled"] is True


def test_a_foretelling_that_another_server_took_with_it_is_given_up(visitor, said: Said) -> None:
    intent = {"action": "undo", "load": 1}
    assert visitor.look(intent, 599) == {}
    given_up = visitor.look(intent, 600)
    assert "tekan tombolnya sekali lagi" in said(given_up["data-dialog-body"])
    assert given_up["data-dialog-yes"]["disabled"] is True
    assert given_up["data-foretold"]["disabled"] is True


def test_a_foretelling_that_fails_says_so_in_the_dialogue(
    visitor, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = Event()

    def fail(*_: object) -> None:
        counted.wait(30)
        raise OSError("disk")

    monkeypatch.setitem(foretelling._IF, "undo", fail)
    question = visitor.press_turn(1)
    counted.set()
    answer = visitor.told(question)
    assert "note failed" in str(answer["data-dialog-body"])
    assert "tidak ada yang ditulis" in said(answer["data-dialog-body"])
    assert answer["data-foretold"]["disabled"] is True


@pytest.mark.parametrize("action", ["undo", "redo"])
def test_what_takes_long_to_turn_is_written_beside_the_page(
    visitor, new_visitor, said: Said, monkeypatch: pytest.MonkeyPatch, action: str
) -> None:
    if action == "redo":
        visitor.decide({"action": "undo", "load": 1})
    written, turn = Event(), load_turns._ACTS[action]
    monkeypatch.setitem(
        load_turns._ACTS, action, lambda *to, **by: turn(*to, **by) if written.wait(30) else None
    )
    intent = {"action": action, "load": 1}
    begun = visitor.press_yes(intent)
    watch = {"type": "data-turning", "deed": f"{action} 1"}
    assert begun["data-dialog"]["opened"] is False
    assert "Muatan nomor 1 sedang di" in said(begun["data-done"])
    assert watched(begun) == watch
    assert visitor.look_turn(watch) == {}
    assert new_visitor().look_turn(watch) == {}, "it is told to who asked"
    # Pressed once more it is the same deed.
    assert watched(visitor.press_yes(intent)) == watch
    written.set()
    done = visitor.turned(begun)
    told = {"undo": "(peserta.xlsx) ditarik", "redo": "(peserta.xlsx) berlaku lagi"}
    assert told[action] in said(done["data-done"])
    assert done["data-changed"]["data"] != begun["data-changed"]["data"]
    assert "oleh Budi" in said(visitor.page()["data-history"])
    # A browser that asked twice at once drops the first answer.
    assert told[action] in said(visitor.look_turn(watch)["data-done"])


def test_a_turn_that_another_server_took_with_it_is_given_up(visitor, said: Said) -> None:
    watch = {"type": "data-turning", "deed": "undo 1"}
    assert visitor.look_turn(watch, 599) == {}
    given_up = visitor.look_turn(watch, 600)
    assert "terlihat di riwayat" in said(given_up["data-done"])
    assert watched(given_up) is None


def test_after_an_undo_its_file_is_no_longer_said_to_be_in(visitor, said: Said, book: Book) -> None:
    visitor.load(visitor.bring("a.xlsx", book())["data-offered"]["data"])
    assert "Dimuat oleh Sari" in said(visitor.page()["data-files"])
    visitor.decide({"action": "undo", "load": 2})
    assert visitor.page()["data-files"]["children"] == []


def test_what_cannot_be_undone_is_told_in_a_sentence(visitor, faults: Faults) -> None:
    visitor.decide({"action": "undo", "load": 1})
    again = visitor.decide({"action": "undo", "load": 1})
    assert "sudah ditarik oleh Budi" in faults(again)
    unknown = visitor.decide({"action": "undo", "load": 99})
    assert "Tidak ada muatan nomor 99" in faults(unknown)


def test_a_fault_of_the_database_is_told_without_its_words(
    visitor, own: Settings, said: Said, caplog: pytest.LogCaptureFixture, book: Book
) -> None:
    tokens = visitor.bring("a.xlsx", book())["data-offered"]["data"]
    forbid(own.database_url, "load", saying="secret")
    with caplog.at_level(logging.ERROR):
        answer = visitor.load(tokens)
    assert "Terjadi gangguan di dalam aplikasi; tidak ada yang ditulis" in said(
        answer["data-batch"]
    )
    assert "secret" not in str(answer)
    assert "secret" in caplog.text
    assert visitor.settled()["data-offered"]["data"] == tokens


def test_a_database_in_use_elsewhere_says_wait(
    visitor, own: Settings, said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    be_impatient(monkeypatch, milliseconds=50)
    with behind(own.database_url):
        answer = visitor.decide({"action": "undo", "load": 1})
    assert "sedang dipakai program lain" in said(answer["data-done"])
    assert "note failed" in str(answer["data-done"])
    assert "Berlaku" in said(visitor.page()["data-history"])


def test_a_database_that_can_only_be_read_says_so(
    own: Settings, open_page: Callable[..., Any], faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "open_database", storage_engine.open_reader)
    answer = open_page(own).decide({"action": "undo", "load": 1})
    assert "hanya dapat dibaca" in faults(answer)
