"""The real app over a database without figures, and files that a visitor would bring."""

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import pytest
from flask.testing import FlaskClient
from openpyxl import Workbook

import app as application
from cakupan.settings import Settings

HEAD = (
    ("Ukuran", "Peserta aktif"),
    ("Penerbit", "BPJS Ketenagakerjaan"),
    ("Basis", "tempat pendaftaran"),
    (),
    ("Kode", "Kabupaten/Kota", "Bulan", "PU", "BPU"),
)


def book(*rows: tuple[object, ...]) -> bytes:
    """A workbook of participants with these rows."""
    workbook = Workbook()
    for row in (*HEAD, *rows):
        workbook.worksheets[0].append(row)
    stream = BytesIO()
    workbook.save(stream)
    return stream.getvalue()


GOOD = ("36.72", "Kota Cilegon", "Nov 2025", 47_000, 7_900)


@pytest.fixture
def good() -> bytes:
    return book(GOOD)


@pytest.fixture
def bad() -> bytes:
    return book(("", "Kab. Tangerong", "Nov 2025", 1, 2))


def settings_of(path: Path) -> Settings:
    chosen = {"CAKUPAN_DATABASE_URL": f"sqlite:///{path.as_posix()}", "CAKUPAN_SAMPLES": "no"}
    return Settings.from_env(chosen | {"CAKUPAN_NAMES": "cakupan.kantor.go.id, lain"})


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as the first start makes it; tests work on copies of it."""
    path = tmp_path_factory.mktemp("prepared") / "cakupan.db"
    application.prepare(settings_of(path))
    return path


@pytest.fixture
def settings(prepared: Path, tmp_path: Path) -> Settings:
    path = tmp_path / "cakupan.db"
    shutil.copy(prepared, path)
    return settings_of(path)


@pytest.fixture
def new_visitor(settings: Settings) -> Callable[[], FlaskClient]:
    """Browsers of one running app, each with a cookie of its own."""
    server = application.create_app(settings).server
    return server.test_client


@pytest.fixture
def client(new_visitor: Callable[[], FlaskClient]) -> FlaskClient:
    return new_visitor()


@pytest.fixture
def send() -> Callable[..., Any]:
    """Post one file as the page does."""

    def post(client: FlaskClient, name: str, content: bytes, **options: Any) -> Any:
        form = {"file": (BytesIO(content), name)}
        return client.post("/upload", data=form, content_type="multipart/form-data", **options)

    return post


@pytest.fixture
def examined() -> Callable[[FlaskClient], None]:
    """Wait until every file of a visitor has its answer."""

    def wait(client: FlaskClient) -> None:
        deadline = monotonic() + 30
        while any(
            one["stage"] in {"waiting", "reading"} for one in client.get("/upload").json["files"]
        ):
            assert monotonic() < deadline
            sleep(0.02)

    return wait
