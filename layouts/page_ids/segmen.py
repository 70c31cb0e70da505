"""Ids of the Segmen page."""

from enum import StrEnum


class SegmenId(StrEnum):
    """Segments, vulnerable workers, and the ledger of who pays whose contributions."""

    ROOT = "segmen"
    STATE = "segmen-state"
    BODY = "segmen-body"
    HEAD = "segmen-head"
    INDICATORS = "segmen-indicators"
    HEAD_FOOT = "segmen-head-foot"
    CONSTRUCTION = "segmen-param-jakon"
    BASIS = "segmen-param-basis"
    STEERED = "segmen-steered"
    SPLIT_HEAD = "segmen-split-head"
    SPLIT_BOX = "segmen-split-box"
    SPLIT = "segmen-split"
    SPLIT_FOOT = "segmen-split-foot"
    SPLIT_TABLE = "segmen-split-table"
    COURSE_HEAD = "segmen-course-head"
    COURSE_BOX = "segmen-course-box"
    COURSE = "segmen-course"
    COURSE_FOOT = "segmen-course-foot"
    COURSE_TABLE = "segmen-course-table"
    BASES = "segmen-bases"
    GROUPS_HEAD = "segmen-groups-head"
    GROUPS_BOX = "segmen-groups-box"
    GROUPS = "segmen-groups"
    GROUPS_FOOT = "segmen-groups-foot"
    GROUPS_TABLE = "segmen-groups-table"
    REGIONS_HEAD = "segmen-regions-head"
    REGIONS_BOX = "segmen-regions-box"
    REGIONS = "segmen-regions"
    REGIONS_FOOT = "segmen-regions-foot"
    REGIONS_TABLE = "segmen-regions-table"
    LEDGER_HEAD = "segmen-ledger-head"
    LEDGER = "segmen-ledger"
    NEW = "segmen-new"
    HISTORY = "segmen-history"
    DIALOG = "segmen-dialog"
    DIALOG_BODY = "segmen-dialog-body"
    DIALOG_ERROR = "segmen-dialog-error"
    DIALOG_YES = "segmen-dialog-yes"
    DIALOG_NO = "segmen-dialog-no"
    INTENT = "segmen-intent"
    CHANGED = "segmen-changed"
    DONE = "segmen-done"
    CITED = "segmen-cited"


class LedgerFieldId(StrEnum):
    """Fields of the form for a line of the ledger."""

    REGION = "segmen-field-region"
    GROUP = "segmen-field-group"
    PAYER = "segmen-field-payer"
    WORKERS = "segmen-field-workers"
    RATE = "segmen-field-rate"
    START = "segmen-field-start"
    MONTHS = "segmen-field-months"
    CITATION = "segmen-field-citation"
    NAME = "segmen-field-name"


class LedgerAction(StrEnum):
    """Buttons that stand once a line or a change: the type of their ids."""

    CHANGE = "segmen-ledger-change"
    RETIRE = "segmen-ledger-retire"
    TURN = "segmen-ledger-turn"
