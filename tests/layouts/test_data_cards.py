"""Cards of the Data page where there is very much, or nothing, to say."""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from plotly.utils import PlotlyJSONEncoder

from cakupan.domain.figures import FigureKey
from cakupan.domain.findings import Severity
from cakupan.domain.language import Language
from cakupan.domain.loads import Load, LoadCounts, LoadState
from cakupan.domain.measures import Basis, Measure, Segment
from cakupan.domain.periods import Period
from cakupan.domain.records import replace
from cakupan.domain.reference import Reference
from cakupan.texts import words
from etl.dry_run import Status
from etl.intake.ticket import Stage
from layouts.choices import Choices
from layouts.data import file_list, history_card, page
from layouts.data.drop_card import _TRAVELLING
from layouts.data.finding_groups import SHOWN, UNFOLDED
from layouts.data.records import FORMS, DataView, FileView, FoundGroup, FoundPlace
from layouts.ids import DataId as Id

NOON = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)
EIGHT = LoadCounts(figures=8, new=8, changed=0, unchanged=0)


@dataclass(frozen=True)
class Change:
    key: FigureKey
    old: Decimal
    new: Decimal


@dataclass(frozen=True)
class Found:
    status: Status = Status.READY
    family: str = "umum"
    measures: tuple[Measure, ...] = (Measure.PARTICIPANTS_ACTIVE,)
    periods: tuple[Period, ...] = (Period("2025-10"),)
    regions: int = 8
    counts: LoadCounts = EIGHT
    changed: tuple[Change, ...] = ()
    same_value: int = 0


def change(
    region: str, old: str, new: str, measure: Measure = Measure.PARTICIPANTS_ACTIVE
) -> Change:
    key = FigureKey(region, measure, Period("2025-10"), "bpjs", Segment.PU, basis=Basis.NONE)
    return Change(key, Decimal(old), Decimal(new))


def load(number: int, state: LoadState = LoadState.CURRENT) -> Load:
    gone = state is LoadState.WITHDRAWN
    return Load(
        id=number,
        file_name=f"berkas-{number}.xlsx",
        sha256="a" * 64,
        family="umum",
        loaded_by="Sari",
        loaded_at=NOON,
        counts=LoadCounts(3, 2, 1, 0),
        state=state,
        withdrawn_by="Budi" if gone else None,
        withdrawn_at=NOON if gone else None,
    )


@pytest.fixture
def view(reference: Reference) -> DataView:
    return DataView(
        words=words(Language.ID),
        choices=Choices(),
        reference=reference,
        files=(),
        loads=(),
        of_loads=0,
        sample_loads=frozenset(),
        fresh=(),
    )


def said(part: Any) -> str:
    """Every text of a component, in order."""
    tree = json.loads(json.dumps(part, cls=PlotlyJSONEncoder))
    return " ".join(_texts(tree))


def _texts(tree: Any) -> list[str]:
    if isinstance(tree, str):
        return [tree]
    if isinstance(tree, list):
        return [text for part in tree for text in _texts(part)]
    if isinstance(tree, dict):
        keys = ("props", "children", "data", "head", "body")
        return [text for key in keys if key in tree for text in _texts(tree[key])]
    return []


def with_file(view: DataView, file: FileView) -> str:
    return said(file_list.file_cards(replace(view, files=[file])))


def group(size: int, severity: Severity = Severity.REFUSES) -> FoundGroup:
    places = [FoundPlace("Data", f"B{row}", f"nilai {row}", f"pesan {row}.") for row in range(size)]
    return FoundGroup("region-unknown", severity, "Perbaiki.", places)


def test_ten_findings_of_a_kind_stand_open_and_the_rest_unfold(view: DataView) -> None:
    shown = with_file(view, FileView("t", "a.xlsx", Found(), [group(SHOWN + 3)]))
    assert "13 temuan" in shown
    assert "Lihat 3 temuan serupa lagi" in shown
    assert "pesan 12." in shown
    assert "Unduh temuan" in shown


def test_very_many_findings_point_to_the_workbook_that_has_them_all(view: DataView) -> None:
    shown = with_file(view, FileView("t", "a.xlsx", Found(), [group(SHOWN + UNFOLDED + 234)]))
    assert "1.244 temuan" in shown
    assert "dan 234 lagi" in shown
    assert f"pesan {SHOWN + UNFOLDED - 1}." in shown
    assert f"pesan {SHOWN + UNFOLDED}." not in shown


def test_a_finding_without_a_place_is_a_sentence(view: DataView) -> None:
    whole = FoundGroup(
        "file-encrypted", Severity.REFUSES, "Hapus.", [FoundPlace("", "", "", "Terkunci.")]
    )
    shown = with_file(view, FileView("t", "a.xlsx", Found(status=Status.REFUSED), [whole]))
    assert "Terkunci." in shown
    assert "Lembar" not in shown


def test_the_worst_findings_come_first_and_notes_stay_folded(view: DataView) -> None:
    groups = [group(1, severity) for severity in reversed(Severity)]
    cards = file_list.file_cards(replace(view, files=[FileView("t", "a.xlsx", Found(), groups)]))
    shown = said(cards)
    order = [shown.index(words(Language.ID)(f"data.severity.{one}")) for one in Severity]
    assert order == sorted(order)
    opened = [part.open for part in cards[0]._traverse() if "severity" in _class(part)]
    assert opened == [True, True, True, False]


def _class(part: Any) -> str:
    return str(getattr(part, "className", ""))


def test_a_hundred_changes_are_shown_and_the_others_counted(view: DataView) -> None:
    changed = tuple(change("36.72", "1000", f"{1000 + number}") for number in range(1, 101))
    found = Found(counts=LoadCounts(1334, 0, 1334, 0), changed=changed)
    shown = with_file(view, FileView("t", "a.xlsx", found))
    assert "1.334 angka berubah, lama → baru" in shown
    assert "… dan 1.234 lagi." in shown
    assert "Kota Cilegon Peserta aktif · PU Okt 2025 1.000 1.001 +1" in shown


def test_a_published_coverage_changes_in_points(view: DataView) -> None:
    changed = (change("36", "0.4603", "0.4703", Measure.COVERAGE_PUBLISHED),)
    found = Found(counts=LoadCounts(1, 0, 1, 0), changed=changed)
    assert "46,03% 47,03% +1,00 poin" in with_file(view, FileView("t", "a.xlsx", found))


def test_a_file_that_could_not_be_examined_offers_to_try_again(view: DataView) -> None:
    shown = with_file(view, FileView("t", "a.xlsx", None))
    assert "Belum terperiksa" in shown
    assert "Coba lagi" in shown
    assert "Unduh temuan" not in shown


def test_a_file_on_its_way_has_no_card_yet(view: DataView) -> None:
    files = [FileView("t", "a.xlsx", None, busy=True)]
    changes = page.changes(replace(view, files=files))
    assert changes[Id.FILES, "children"] == []
    assert changes[Id.PENDING, "data"] == [{"token": "t", "name": "a.xlsx", "shown": False}]
    assert changes[Id.CONFIRM, "hidden"] is True


def test_a_file_examined_again_cannot_be_loaded_meanwhile(view: DataView) -> None:
    files = [FileView("t", "a.xlsx", Found(), busy=True), FileView("u", "b.xlsx", Found())]
    changes = page.changes(replace(view, files=files))
    assert changes[Id.OFFERED, "data"] == ["u"]
    assert "diperiksa ulang" in said(changes[Id.FILES, "children"])


def test_a_refused_file_counts_what_was_read_and_promises_nothing(view: DataView) -> None:
    found = Found(status=Status.REFUSED, counts=LoadCounts(4112, 0, 0, 0))
    shown = with_file(view, FileView("t", "a.xlsx", found))
    assert "Angka terbaca 4.112" in shown
    assert "Baru" not in shown


def test_an_empty_history_says_so(view: DataView) -> None:
    changes = history_card.changes(view)
    assert "Belum ada berkas yang dimuat" in said(changes[Id.HISTORY_HEAD, "children"])
    assert changes[Id.HISTORY, "children"] is None
    assert changes[Id.OLDER, "hidden"] is True


def test_a_long_history_offers_the_older_ones(view: DataView) -> None:
    loads = [load(number) for number in range(20)]
    changes = history_card.changes(replace(view, loads=loads, of_loads=1234))
    assert changes[Id.OLDER, "hidden"] is False
    assert said(changes[Id.OLDER, "children"]) == "Tampilkan yang lebih lama (1.214)"


def test_a_withdrawn_load_says_when_and_by_whom_and_can_be_restored(view: DataView) -> None:
    loads = [load(2, LoadState.WITHDRAWN), load(1)]
    changes = history_card.changes(
        replace(view, loads=loads, of_loads=2, sample_loads=frozenset({1}))
    )
    shown = said(changes[Id.HISTORY, "children"])
    withdrawn, current = shown.split("berkas-1.xlsx")
    assert "Ditarik" in withdrawn
    assert "oleh Budi" in withdrawn
    assert "Berlakukan lagi" in withdrawn
    assert "Data contoh" not in withdrawn
    assert "Data contoh" in current


RULES = {
    "data.status": [*Status, Stage.LOADED, Stage.FAILED],
    "data.severity": list(Severity),
    "data.history": list(LoadState),
    "data.travel": list(_TRAVELLING),
    "data.templates": list(FORMS),
    "data.fact": ["measures", "periods", "regions", "family"],
    "data.count": ["new", "changed", "unchanged", "read"],
    "data.failure": ["locked", "read_only", "disk_full", "unknown"],
    "data.undo": ["button", "title", "yes", "done"],
    "data.redo": ["button", "title", "yes", "done"],
    "data.current": ["none", "real", "sample"],
}


@pytest.mark.parametrize("language", Language)
def test_every_sentence_a_rule_can_name_exists(language: Language) -> None:
    named = [f"{topic}.{name}" for topic, names in RULES.items() for name in names]
    missing = [key for key in named if key not in words(language)]
    assert not missing, missing


def test_many_files_are_told_in_a_line_each_and_those_with_trouble_come_first(
    view: DataView,
) -> None:
    calm = [FileView(f"t{number}", f"{number}.xlsx", Found()) for number in range(6)]
    trouble = [
        FileView("r", "tolak.xlsx", Found(status=Status.REFUSED), [group(1)]),
        FileView("w", "lonjak.xlsx", Found(), [group(1, Severity.WARNS)]),
        FileView("m", "berubah.xlsx", Found(), moved="values"),
    ]
    cards = file_list.file_cards(replace(view, files=[*calm, *trouble]))
    names = [str(said(card).split(".xlsx")[0].split()[-1]) for card in cards[1:]]
    assert names[:3] == ["tolak", "lonjak", "berubah"]
    folded = ["folded" in _class(card) for card in cards[1:]]
    assert folded == [False] * 3 + [True] * 6
    assert "Peserta aktif · Okt 2025 · 8 baru, 0 berubah, 0 sama" in said(cards[-1])
    few = file_list.file_cards(replace(view, files=calm[:5]))
    assert not any("folded" in _class(card) for card in few)


def test_a_file_that_is_being_loaded_says_so(view: DataView) -> None:
    file = FileView("t", "a.xlsx", Found(), busy=True, loading=True)
    assert "Berkas ini sedang dimuat." in with_file(view, file)


def test_a_load_that_did_otherwise_than_shown_says_why(view: DataView) -> None:
    file = FileView("t", "a.xlsx", Found(), load=load(7))
    assert "Waktu dikonfirmasi tertulis 8 baru, 0 berubah, 0 sama." in with_file(view, file)
    same = replace(file, found=Found(counts=load(7).counts))
    assert "Waktu dikonfirmasi" not in with_file(view, same)
