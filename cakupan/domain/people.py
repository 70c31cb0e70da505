"""Who may use the dashboard: people, what they are, and which regions they answer for."""

from collections.abc import Iterable
from enum import StrEnum

from cakupan.domain.records import Record
from cakupan.domain.regions import NATION_CODE


class Role(StrEnum):
    """What a person is; each may what the one before may, and more."""

    VIEWER = "viewer"
    OPERATOR = "operator"
    APPROVER = "approver"
    ADMIN = "admin"


class Action(StrEnum):
    """What can be done. What is not named here nobody may do."""

    VIEW = "view"
    VIEW_EMBARGOED = "view_embargoed"
    LOAD = "load"
    EDIT = "edit"
    WITHDRAW = "withdraw"
    DECIDE = "decide"
    RELEASE = "release"
    KEEP_TEMPLATES = "keep_templates"
    READ_AUDIT = "read_audit"
    MANAGE_PEOPLE = "manage_people"


class Scope(Record, frozen=True):
    """Regions by the beginnings of their codes: ``""`` is all, ``"36"`` Banten and its parts."""

    prefixes: frozenset[str]

    @classmethod
    def of(cls, prefixes: Iterable[str]) -> "Scope":
        """A scope of these beginnings."""
        return cls(frozenset(prefixes))

    def covers(self, region_code: str) -> bool:
        """Whether a region lies in the scope; the nation only where all regions do."""
        return any(_begins(region_code, prefix) for prefix in self.prefixes)

    def sees(self, region_code: str) -> bool:
        """Whether figures of a region may be shown: covered ones, and the wholes they are part of.

        Sums of the nation are public; so are those of the province that a kabupaten lies in.
        """
        return region_code in self.named or self.covers(region_code)

    @property
    def named(self) -> frozenset[str]:
        """Codes of the beginnings themselves and of the regions that they are parts of."""
        parts = (prefix.split(".") for prefix in self.prefixes if prefix)
        wholes = (".".join(one[:depth]) for one in parts for depth in range(1, len(one) + 1))
        return frozenset({NATION_CODE, *wholes})

    @property
    def text(self) -> str:
        """As it is kept and written: ``36 61.01``; a star for all regions."""
        return " ".join(prefix or "*" for prefix in sorted(self.prefixes))

    @classmethod
    def parse(cls, text: str) -> "Scope":
        """The scope of such a text."""
        return cls.of("" if part == "*" else part for part in text.split())


EVERYWHERE = Scope(frozenset({""}))


class Person(Record, frozen=True):
    """Somebody with a name to log in with. ``stamp`` changes with all that ends their sessions."""

    name: str
    role: Role
    scope: Scope
    is_disabled: bool = False
    stamp: int = 0


def _begins(code: str, prefix: str) -> bool:
    return not prefix or code == prefix or code.startswith(f"{prefix}.")
