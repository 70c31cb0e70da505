"""What a person may do. There is no other place that decides it."""

from cakupan.domain.people import EVERYWHERE, Action, Person, Role

_VIEWER = frozenset({Action.VIEW})
_OPERATOR = _VIEWER | {Action.LOAD, Action.EDIT, Action.KEEP_TEMPLATES}
_APPROVER = _OPERATOR | {
    Action.WITHDRAW,
    Action.DECIDE,
    Action.RELEASE,
    Action.VIEW_EMBARGOED,
    Action.READ_AUDIT,
}
_ADMIN = _APPROVER | {Action.MANAGE_PEOPLE}
_GRANTED = {
    Role.VIEWER: _VIEWER,
    Role.OPERATOR: _OPERATOR,
    Role.APPROVER: _APPROVER,
    Role.ADMIN: _ADMIN,
}
# Coverage by region is published: it is shown to whoever may look at all.
_OF_NO_REGION = frozenset({Action.VIEW, Action.KEEP_TEMPLATES, Action.READ_AUDIT})

# The one who sits at this computer, where nobody logs in.
SOLE_USER = Person(name="", role=Role.ADMIN, scope=EVERYWHERE)


def may(person: Person | None, action: Action | None, region_code: str | None = None) -> bool:
    """Whether a person may do this, about this region where it is about one.

    Nobody may nothing; a disabled person neither. An action that changes figures needs the region
    in the person's scope; without a region named it is allowed to be begun, and each region asked.
    """
    if (
        person is None
        or action is None
        or person.is_disabled
        or action not in _GRANTED[person.role]
    ):
        return False
    if region_code is None or action in _OF_NO_REGION:
        return True
    return person.scope.covers(region_code)
