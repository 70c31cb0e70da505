"""Ids of the Pengguna page."""

from enum import StrEnum


class PenggunaId(StrEnum):
    """The Pengguna page: the list of people, and the dialogue in which they are changed."""

    ROOT = "pengguna"
    STATE = "pengguna-state"
    BODY = "pengguna-body"
    HEAD = "pengguna-head"
    NEW = "pengguna-new"
    LIST = "pengguna-list"
    DONE = "pengguna-done"
    CHANGED = "pengguna-changed"
    INTENT = "pengguna-intent"
    PRESSED = "pengguna-pressed"
    DIALOG = "pengguna-dialog"
    DIALOG_BODY = "pengguna-dialog-body"
    DIALOG_ERROR = "pengguna-dialog-error"
    DIALOG_YES = "pengguna-dialog-yes"
    DIALOG_NO = "pengguna-dialog-no"


class PenggunaFieldId(StrEnum):
    """What is typed and chosen of a person; the last is who decides."""

    PERSON = "pengguna-field-person"
    ROLE = "pengguna-field-role"
    SCOPE = "pengguna-field-scope"
    NAME = "pengguna-field-name"


class PenggunaAction(StrEnum):
    """Buttons that stand once a person: the type of their ids."""

    CHANGE = "pengguna-change"
    INVITE = "pengguna-invite"
    END = "pengguna-end"
    DISABLE = "pengguna-disable"
    ENABLE = "pengguna-enable"
