"""What the Data page shows: files with their findings, the history, what is current."""

import logging
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Engine, event

from cakupan.settings import Settings
from cakupan.storage.engine import open_reader
from cakupan.storage.queries.version import data_version
from cakupan.storage.reading import unscoped
from layouts.data import page as data_page
from tests.behind import change

Said = Callable[[Any], str]
Book = Callable[..., bytes]


def test_the_history_says_file_who_when_how_much_and_whether_it_counts(visitor, said: Said) -> None:
    shown = said(visitor.page()["data-history"])
    for text in ("peserta.xlsx", "Data contoh", "oleh Sari", "5 Jan 2026", "baru", "Berlaku"):
        assert text in shown
    assert "Tarik" in shown


def test_what_is_current_names_measure_publisher_period_and_since_when(visitor, said: Said) -> None:
    page = visitor.page()
    shown = said(page["data-current"])
    assert "2 dari 3 deret yang berlaku masih data contoh" in said(page["data-current-head"])
    for text in ("Peserta aktif", "Okt 2025", "BPJS Ketenagakerjaan", "sejak 5 Jan 2026"):
        assert text in shown
    assert "1 angka terbit dari 1 penerbit lain" in shown
    assert "portalkota" in shown


def test_figures_are_looked_through_once_a_change_and_not_at_each_look(
    visitor, said: Said, book: Book
) -> None:
    asked: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    first = said(visitor.page()["data-current"])
    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert said(visitor.page()["data-current"]) == first
        assert asked
        assert not [one for one in asked if "FROM figure" in one]
        visitor.bring("peserta_nov.xlsx", book())
        asked.clear()
        visitor.load(list(visitor.page()["data-offered"]["data"]))
        assert [one for one in asked if "FROM figure" in one]
        assert said(visitor.page()["data-current"]) != first
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_a_clean_file_is_shown_as_ready_with_what_it_would_do(
    visitor, said: Said, book: Book
) -> None:
    answer = visitor.bring("peserta_nov.xlsx", book())
    shown = said(answer["data-files"])
    for text in ("Siap dimuat", "peserta_nov.xlsx", "Peserta aktif", "Nov 2025", "Baru 2"):
        assert text in shown
    assert answer["data-confirm"]["hidden"] is False
    assert said(answer["data-confirm-text"]["children"]) == (
        "Satu berkas siap: 2 angka baru, 0 berubah"
    )
    assert len(answer["data-offered"]["data"]) == 1


def test_changed_figures_stand_old_against_new(visitor, said: Said, book: Book) -> None:
    content = book(("36.72", "Kota Cilegon", "Okt 2025", 70_000, 27_300))
    shown = said(visitor.bring("koreksi.xlsx", content)["data-files"])
    assert "2 angka berubah" in shown
    assert "Kota Cilegon Peserta aktif · PU Okt 2025 63.700 70.000 +6.300" in shown
    assert "Kota Cilegon Peserta aktif · BPU Okt 2025 27.300 27.300 nilai sama" in shown
    assert "1 di antaranya tetap nilainya" in shown


def test_every_finding_says_where_what_and_what_to_do(visitor, said: Said, book: Book) -> None:
    rows = [("", f"Kab. Tangerong{number}", "Nov 2025", 1, 2) for number in range(12)]
    answer = visitor.bring("salah.xlsx", book(*rows))
    shown = said(answer["data-files"])
    for text in ("Ditolak", "Harus diperbaiki", "12 temuan", "Yang perlu dilakukan:"):
        assert text in shown
    assert "Sheet B6 Kab. Tangerong0 Wilayah “Kab. Tangerong0” tidak dikenal" in shown
    assert "Kab. Tangerong11" in shown, "what is folded is there too"
    assert "Lihat 2 temuan serupa lagi" in shown
    assert "region-unknown" in shown
    assert answer["data-confirm"]["hidden"] is True


def test_a_question_shows_its_readings_and_what_to_do(visitor, said: Said, book: Book) -> None:
    answer = visitor.bring("tanya.xlsx", book(("", "Tangerang", "Nov 2025", 1, 2)))
    shown = said(answer["data-files"])
    assert "Ada pertanyaan" in shown
    assert "sel B6: “Tangerang” (angkanya 1 · 2) itu wilayah yang mana?" in shown
    assert "36.03 Kabupaten Tangerang 36.71 Kota Tangerang Jangan muat barisnya" in shown
    assert answer["data-offered"]["data"] == []


def test_a_file_that_is_no_table_says_what_it_is(visitor, said: Said) -> None:
    shown = said(visitor.bring("surat.xlsx", b"%PDF-1.7 surat")["data-files"])
    assert "Ditolak" in shown
    assert "bukan buku kerja" in shown


def test_several_files_are_summed_up_above_them(visitor, said: Said, book: Book) -> None:
    visitor.bring("a.xlsx", book())
    visitor.bring("b.pdf", b"%PDF-1.7")
    answer = visitor.bring("c.pdf", b"%PDF-1.4")
    assert said(answer["data-files"]).startswith("2 ditolak 1 siap dimuat")


def test_the_page_is_told_in_english_too(visitor, new_visitor, said: Said, book: Book) -> None:
    reader = new_visitor("?bahasa=en")
    answer = reader.bring("a.xlsx", book())
    assert "Ready to load" in said(answer["data-files"])
    assert "Loads in the history: 1" in said(answer["data-history-head"])
    error = reader.load(answer["data-offered"]["data"], "")["data-name-error"]["children"]
    assert "Write your name first" in error


def test_forms_are_offered_for_the_region_chosen(visitor, new_visitor) -> None:
    links = str(new_visitor("?wilayah=17").page()["data-templates"])
    assert "/templates/peserta.xlsx?wilayah=17" in links


def test_a_page_that_cannot_be_drawn_says_so_and_keeps_the_reason(
    visitor, said: Said, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_view: object) -> None:
        raise ZeroDivisionError("the inner secret")

    monkeypatch.setattr(data_page, "changes", fail)
    with caplog.at_level(logging.ERROR):
        answer = visitor.page()
    assert answer["data-body"]["hidden"] is True
    assert "belum dapat ditampilkan" in said(answer["data-state"])
    assert "secret" not in str(answer)
    assert "inner secret" in caplog.text


def test_every_slot_is_filled_and_says_which_request_it_answers(visitor) -> None:
    answer = visitor.page()
    for component, field in data_page.SLOTS:
        assert field in answer[str(component)], (component, field)
    assert answer["data"]["data-answers"] == "7"


def test_looking_and_asking_change_nothing(visitor, own: Settings, book: Book) -> None:
    def version() -> int:
        with open_reader(own.database_url).connect() as connection:
            return data_version(unscoped(connection))

    before = version()
    visitor.bring("a.xlsx", book())
    visitor.turn(1)
    visitor.page(older=1)
    assert version() == before


def test_a_day_of_the_past_shows_what_counted_then_and_what_came_and_went_since(
    visitor, new_visitor, said: Said, book: Book, own: Settings
) -> None:
    visitor.load(visitor.bring("a.xlsx", book())["data-offered"]["data"])
    late = "UPDATE load_event SET done_at = '2026-01-07 05:00:00.000000' WHERE id = 2"
    change(own.database_url, late)
    visitor.decide({"action": "undo", "load": 1})
    then = new_visitor("?pada=2026-01-06").page()
    assert said(then["data-current-head"]).startswith("Pada 6 Januari 2026 berlaku 1 muatan")
    assert "Sejak itu 1 muatan masuk dan 1 ditarik" in said(then["data-current-head"])
    shown = said(then["data-current"])
    assert "Peserta aktif Okt 2025" in shown
    assert "1 muatan yang berlaku hari itu" in shown
    assert "1 · peserta.xlsx" in shown
    assert "ditarik" in shown
    assert "2 · a.xlsx" in shown
    assert then["data-param-pada"]["value"] == "2026-01-06"
    assert then["data-steered"]["data"] == {"pada": "2026-01-06"}
    before = new_visitor("?pada=2020-01-01").page()
    assert "belum ada muatan yang berlaku" in said(before["data-current-head"])
    assert "Nov 2025" in said(visitor.page()["data-current"])


@pytest.mark.parametrize(
    ("day", "sentence"), [("kemarin", "tidak terbaca"), ("2999-01-01", "belum tiba")]
)
def test_a_day_that_is_none_shows_what_is_current_now_and_says_so(
    new_visitor, said: Said, day: str, sentence: str
) -> None:
    page = new_visitor(f"?pada={day}").page()
    assert sentence in said(page["data-current"])
    assert "deret yang berlaku" in said(page["data-current-head"])
    assert page["data-param-pada"]["value"] == ""
