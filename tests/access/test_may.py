"""Who may do what, and where: nobody may what is not named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cakupan.access.may import SOLE_USER, may
from cakupan.domain.people import EVERYWHERE, Action, Person, Role, Scope

RANKS = list(Role)
CODES = st.sampled_from(["00", "36", "36.03", "36.71", "61", "61.04"])


def person(role: Role, *scope: str) -> Person:
    return Person("Budi", role, Scope.of(scope) if scope else EVERYWHERE)


def test_nobody_and_the_disabled_may_nothing() -> None:
    gone = Person("Budi", Role.ADMIN, EVERYWHERE, is_disabled=True)
    assert not any(may(who, action) for who in (None, gone) for action in Action)


@given(st.sampled_from(Action), CODES)
def test_each_role_may_what_the_one_below_may(action: Action, code: str) -> None:
    allowed = [may(person(role), action, code) for role in RANKS]
    assert allowed == sorted(allowed)


@pytest.mark.parametrize(
    ("role", "action", "allowed"),
    [
        (Role.VIEWER, Action.VIEW, True),
        (Role.VIEWER, Action.LOAD, False),
        (Role.VIEWER, Action.VIEW_EMBARGOED, False),
        (Role.OPERATOR, Action.LOAD, True),
        (Role.OPERATOR, Action.DECIDE, False),
        (Role.OPERATOR, Action.VIEW_EMBARGOED, False),
        (Role.APPROVER, Action.DECIDE, True),
        (Role.APPROVER, Action.MANAGE_PEOPLE, False),
        (Role.ADMIN, Action.MANAGE_PEOPLE, True),
    ],
)
def test_a_role_may_what_it_is_for(role: Role, action: Action, *, allowed: bool) -> None:
    assert may(person(role), action) is allowed


def test_figures_are_changed_within_the_scope_alone() -> None:
    budi = person(Role.OPERATOR, "36", "61.04")
    covered = {code: may(budi, Action.LOAD, code) for code in ("36", "36.03", "61.04", "61", "00")}
    assert covered == {"36": True, "36.03": True, "61.04": True, "61": False, "00": False}
    assert may(budi, Action.VIEW, "61"), "coverage is published"


def test_a_code_that_only_begins_alike_is_another_region() -> None:
    assert not Scope.of(["36.7"]).covers("36.71")
    assert not Scope.of(["3"]).covers("36")


@given(st.sets(st.sampled_from(["", "36", "61", "36.03"])))
def test_a_scope_is_read_as_it_was_written(prefixes: set[str]) -> None:
    assert Scope.parse(Scope.of(prefixes).text) == Scope.of(prefixes)


def test_the_one_at_this_computer_may_everything() -> None:
    assert all(may(SOLE_USER, action, "00") for action in Action)
