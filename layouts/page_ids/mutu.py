"""Ids of the Mutu data page."""

from enum import StrEnum


class MutuId(StrEnum):
    """The Mutu data page."""

    ROOT = "mutu"
    STATE = "mutu-state"
    BODY = "mutu-body"
    FLAGS = "mutu-flags"
    MATRIX = "mutu-matrix"
    BASES = "mutu-bases"
    CHECKS = "mutu-checks"
    BREAKS = "mutu-breaks"
    HISTORY = "mutu-history"
    CORRECTIONS = "mutu-corrections"
    DONE = "mutu-done"
    DIALOG = "mutu-dialog"
    DIALOG_BODY = "mutu-dialog-body"
    DIALOG_ERROR = "mutu-dialog-error"
    DIALOG_YES = "mutu-dialog-yes"
    DIALOG_NO = "mutu-dialog-no"
    FIGURE = "mutu-dialog-figure"
    VALUE = "mutu-dialog-value"
    REASON = "mutu-dialog-reason"
    SOURCE = "mutu-dialog-source"
    NAME = "mutu-dialog-name"
    INTENT = "mutu-intent"
    PRESSED = "mutu-pressed"
    CHANGED = "mutu-changed"


class MutuAction(StrEnum):
    """Buttons that stand once a flag, and once a correction: the type of their ids."""

    ACCEPT = "mutu-accept"
    EXCLUDE = "mutu-exclude"
    REOPEN = "mutu-reopen"
    CORRECT = "mutu-correct"
    TURN = "mutu-turn"
