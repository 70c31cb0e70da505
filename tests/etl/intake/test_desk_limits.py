"""How much a desk holds, and for how long."""

from datetime import timedelta
from io import BytesIO

import pytest

from etl.intake import desk
from etl.intake.desk import KEPT_FOR, MOST_PER_OWNER, DeskFullError
from tests.etl.intake.conftest import Office


def test_after_a_day_a_file_is_forgotten(office: Office) -> None:
    old = office.bring(name="a.xlsx").token
    office.now += KEPT_FOR + timedelta(minutes=1)
    office.bring("budi", name="b.xlsx")
    assert office.desk.find("sari", old) is None
    assert office.files() == ["b.xlsx"]


def test_more_files_than_a_desk_holds_are_refused_and_not_kept(office: Office) -> None:
    for _ in range(MOST_PER_OWNER):
        office.desk.receive("sari", "a.xlsx", BytesIO(b"isi"))
    with pytest.raises(DeskFullError):
        office.desk.receive("sari", "a.xlsx", BytesIO(b"isi"))
    assert len(office.files()) == MOST_PER_OWNER
    for ticket in office.desk.tickets("sari"):
        office.settled("sari", ticket.token)


def test_more_bytes_than_a_desk_holds_are_refused_whoever_brings_them(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "MOST_BYTES", 2 * len(b"isi"))
    first = office.bring("sari").token
    office.bring("budi")
    with pytest.raises(DeskFullError):
        office.desk.receive("tuti", "a.xlsx", BytesIO(b"isi"))
    office.desk.load("sari", [first], by="Sari")
    office.bring("tuti")
