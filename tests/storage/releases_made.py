"""Releases that tests make, and what is in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cakupan.domain.releases import NewRelease, Release
from cakupan.storage.queries.participants import participant_counts
from cakupan.storage.queries.releases import release_content
from cakupan.storage.reading import unscoped
from cakupan.storage.release_package import Unpacked, unpack
from cakupan.storage.releasing import make_release

from .conftest import Store

MADE = datetime(2026, 11, 25, 7, 0, tzinfo=UTC)


def asked(by: str = "Sari", **more: Any) -> NewRelease:
    return NewRelease(by, MADE, **more)


def make(store: Store, reference_dir: Path, **more: Any) -> Release:
    return make_release(
        store.engine, store.reader, reference_dir=reference_dir, asked=asked(**more)
    )


def content_of(store: Store, release: Release) -> bytes:
    with store.reader.connect() as connection:
        return release_content(unscoped(connection), release.id)


@contextmanager
def opened(store: Store, release: Release, into: Path, shipped: Path) -> Iterator[Unpacked]:
    into.mkdir()
    book = unpack(content_of(store, release), release, into, shipped=shipped)
    yield book
    book.engine.dispose()


def values(book: Unpacked) -> list[int]:
    with book.engine.connect() as connection:
        frame = participant_counts(unscoped(connection), region_prefix="", publishers=["bpjs"])
    return sorted(frame["participants"].to_list())
