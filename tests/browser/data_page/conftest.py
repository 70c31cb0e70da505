"""A dashboard of its own for the Data page, and what a visitor does there with files."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import FilePayload, Page, expect

import app
from etl.readers import jail, reading
from tests.browser.conftest import PATIENCE, settings_of
from tests.in_background import in_background
from tests.reading_here import reading_here

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture(scope="module", autouse=True)
def parser() -> Iterator[None]:
    """Files are read in this process; one test has them read ``in_a_child``."""
    with reading_here():
        yield


@pytest.fixture
def in_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files are read as they are in earnest."""
    monkeypatch.setattr(reading, "started", jail.started)


@pytest.fixture(scope="module", autouse=True)
def patience() -> Iterator[None]:
    """A file that is read in a process of its own takes its time on a busy machine."""
    expect.set_options(timeout=30_000)
    yield
    expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def address(sample_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A dashboard of its own: what is loaded here is seen by no other test."""
    path = shutil.copy(sample_database, tmp_path_factory.mktemp("data_page"))
    settings = settings_of(Path(path))
    with in_background(app.create_app(settings).server, threads=4) as port:
        yield f"http://127.0.0.1:{port}"


def workbook(name: str, *rows: tuple[object, ...]) -> FilePayload:
    """Participants as an office would send them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Peserta"
    for row in (
        ("Judul", "Peserta aktif Banten"),
        ("Ukuran", "Peserta aktif"),
        ("Penerbit", "BPJS Ketenagakerjaan"),
        ("Basis", "tempat pendaftaran"),
        (),
        ("Kode", "Kabupaten/Kota", "Bulan", "PU", "BPU"),
        *rows,
    ):
        sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return {"name": name, "mimeType": XLSX, "buffer": stream.getvalue()}


def book_of(name: str, sheets: dict[str, list[tuple[object, ...]]]) -> FilePayload:
    """A workbook of these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    stream = BytesIO()
    book.save(stream)
    return {"name": name, "mimeType": XLSX, "buffer": stream.getvalue()}


def cilegon(pu: int) -> tuple[object, ...]:
    return ("36.72", "Kota Cilegon", "Okt 2025", pu, 20_000)


def pick(page: Page, *files: FilePayload) -> None:
    """Choose files as with the button of the page."""
    with page.expect_file_chooser() as chooser:
        page.locator("#data-pick").click()
    chooser.value.set_files(list(files))


def take_back_the_newest(page: Page) -> None:
    """Withdraw the newest load that counts."""
    withdrawn = page.locator("#data-history tbody tr", has_text="Ditarik")
    before = withdrawn.count()
    page.locator("#data-history tbody button", has_text="Tarik").first.click()
    page.get_by_role("dialog").get_by_role("button", name="Tarik muatan ini").click()
    expect(page.locator("#data-done")).to_contain_text("ditarik")
    expect(withdrawn).to_have_count(before + 1)
    expect(page.get_by_role("dialog")).to_have_count(0)


def card(page: Page, name: str):
    return page.locator(".file").filter(has=page.get_by_role("heading", name=name))
