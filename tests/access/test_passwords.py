"""Which passwords are good enough."""

import pytest
from argon2 import PasswordHasher, extract_parameters

from cakupan.access import passwords
from cakupan.access.passwords import PasswordFault, hashed, is_right, password_fault
from tests.access.conftest import PASSWORD


@pytest.mark.parametrize(
    ("password", "fault"),
    [
        ("sebelas hrf", PasswordFault.SHORT),
        ("x" * 257, PasswordFault.LONG),
        ("budi santoso 1", PasswordFault.NAME),
        ("aaaabbbbaaaabb", PasswordFault.MONOTONOUS),
        ("indonesia2026", PasswordFault.COMMON),
        ("Password12345!", PasswordFault.COMMON),
        ("bpjsketenagakerjaan", PasswordFault.COMMON),
        (PASSWORD, None),
        ("ikan-mujair-bakar", None),
    ],
)
def test_a_password_is_long_and_nobody_elses(password: str, fault: PasswordFault | None) -> None:
    assert password_fault(password, name="Budi") is fault


def test_what_is_kept_of_a_password_does_not_give_it_away() -> None:
    kept = hashed(PASSWORD)
    assert kept.startswith("$argon2id$")
    assert PASSWORD not in kept
    assert hashed(PASSWORD) != kept
    assert is_right(PASSWORD, kept)
    assert not is_right(PASSWORD + " ", kept)


def test_a_guess_takes_memory_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passwords, "PasswordHasher", PasswordHasher)
    kept = hashed(PASSWORD)
    needed = extract_parameters(kept)
    assert needed.memory_cost >= 64 * 1024
    assert needed.time_cost >= 3
    assert is_right(PASSWORD, kept)


def test_nobody_has_a_password() -> None:
    assert not is_right("nobody has this password", None)
    assert not is_right(PASSWORD, "not a hash")


@pytest.mark.parametrize(
    "password", ["ikan-mujair-" * 6, "ñ漢😀 spasi\tdan\x07", "q7" + "abcd" * 63]
)
def test_a_password_may_be_long_and_hold_any_letters_and_is_taken_exactly(password: str) -> None:
    assert password_fault(password, name="Budi") is None
    kept = hashed(password)
    assert is_right(password, kept)
    assert not any(
        is_right(other, kept) for other in (password + "x", password[:-1], password + " ")
    )
    assert not is_right(password.swapcase(), kept)
