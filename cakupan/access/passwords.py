"""Passwords: which are good enough, how they are kept, and whether one is right."""

from enum import StrEnum
from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST, LONGEST = 12, 256
_FEWEST_LETTERS = 5
# What people choose first, as it stands or with digits behind it; longer ones are made of these.
_COMMON = (
    *(
        "password",
        "passw0rd",
        "qwerty",
        "qwertyuiop",
        "letmein",
        "welcome",
        "admin",
        "administrator",
    ),
    *("123456789012", "1234567890", "12345678", "111111111111", "000000000000", "abcdefghijkl"),
    *("rahasia", "sandi", "katasandi", "indonesia", "merdeka", "bismillah", "sayang", "cintaku"),
    *("bpjs", "bpjsketenagakerjaan", "ketenagakerjaan", "jamsostek", "cakupan", "paritrana"),
    *("banten", "serang", "tangerang", "jakarta", "surabaya", "bandung", "bengkulu", "pontianak"),
    *("iloveyou", "dragon", "monkey", "football", "master", "sunshine", "princess", "superman"),
)


class PasswordFault(StrEnum):
    """Why a password is refused; each has a sentence in texts/."""

    SHORT = "short"
    LONG = "long"
    COMMON = "common"
    NAME = "name"
    MONOTONOUS = "monotonous"


def password_fault(password: str, *, name: str) -> PasswordFault | None:
    """What is wrong with a new password; None for a good one."""
    plain = password.casefold().strip()
    if len(password) < SHORTEST:
        return PasswordFault.SHORT
    if len(password) > LONGEST:
        return PasswordFault.LONG
    if name and name.casefold() in plain:
        return PasswordFault.NAME
    if len(set(plain)) < _FEWEST_LETTERS:
        return PasswordFault.MONOTONOUS
    if _is_common(plain):
        return PasswordFault.COMMON
    return None


def hashed(password: str) -> str:
    """What is kept of a password: argon2id with a salt of its own."""
    return PasswordHasher().hash(password)


def is_right(password: str, kept: str | None) -> bool:
    """Whether a password is the one that was kept; as slow for somebody who is not known."""
    try:
        return PasswordHasher().verify(kept or _of_nobody(), password) and kept is not None
    except (VerificationError, InvalidHashError):
        return False


@cache
def _of_nobody() -> str:
    return hashed("nobody has this password")


def _is_common(plain: str) -> bool:
    """Whether common words, digits and signs are all there is to it."""
    rest = "".join(letter for letter in plain if letter.isalnum())
    for word in sorted(_COMMON, key=len, reverse=True):
        rest = rest.replace(word, "")
    return not any(letter.isalpha() for letter in rest) and len(rest) < SHORTEST - 4
