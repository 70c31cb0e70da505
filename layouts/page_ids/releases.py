"""Ids of the card of releases, on the Data page."""

from enum import StrEnum


class ReleasesId(StrEnum):
    """The list of releases, and the form that makes one."""

    HEAD = "releases-head"
    LIST = "releases-list"
    FORM = "releases-form"
    NAME = "releases-name"
    NAME_LABEL = "releases-name-label"
    NAME_ERROR = "releases-name-error"
    NOTE = "releases-note"
    EMBARGO = "releases-embargo"
    MAKE = "releases-make"
    SAID = "releases-said"
    CHANGED = "releases-changed"


class ReleasesWatch(StrEnum):
    """What looks again while a release is made: the type of its id."""

    MAKING = "releases-making"
