"""Which SQLite and which disks a database may stand on."""

from pathlib import Path

import pytest

from cakupan.storage import engine
from cakupan.storage.engine import open_database
from cakupan.storage.errors import NetworkDiskError
from cakupan.storage.sqlite_ground import may_lose_a_reset, network_mount

MOUNTS = (
    "/dev/sda1 / ext4 rw 0 0",
    "kantor:/data /srv/bersama nfs4 rw 0 0",
    "//server/arsip /mnt/arsip\\040lama cifs rw 0 0",
    "/dev/sdb1 /srv/bersama/lokal xfs rw 0 0",
)


@pytest.mark.parametrize(
    ("version", "faulty"),
    [
        ((3, 6, 23), False),
        ((3, 40, 1), True),
        ((3, 44, 5), True),
        ((3, 44, 6), False),
        ((3, 50, 6), True),
        ((3, 50, 7), False),
        ((3, 51, 2), True),
        ((3, 51, 3), False),
        ((3, 53, 0), False),
    ],
)
def test_releases_with_the_fault_of_the_log_are_known(
    version: tuple[int, int, int], *, faulty: bool
) -> None:
    assert may_lose_a_reset(version) is faulty


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/sari/cakupan.db", ""),
        ("/srv/bersama/cakupan.db", "nfs4"),
        ("/srv/bersama/lokal/cakupan.db", ""),
        ("/mnt/arsip lama/cakupan.db", "cifs"),
        ("/srv/bersamaan/cakupan.db", ""),
    ],
)
def test_the_deepest_mount_decides_what_disk_a_file_lies_on(path: str, kind: str) -> None:
    assert network_mount(Path(path), MOUNTS) == kind


@pytest.mark.sqlite_file
def test_a_database_on_a_network_disk_is_refused_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "network_disk", lambda _path: "nfs")
    with pytest.raises(NetworkDiskError):
        open_database(f"sqlite:///{(tmp_path / 'baru' / 'c.db').as_posix()}")
    assert list(tmp_path.iterdir()) == []
