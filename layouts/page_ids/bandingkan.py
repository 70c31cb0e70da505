"""Ids of the section of regions side by side."""

from enum import StrEnum


class BandingkanId(StrEnum):
    """Two to four regions side by side: a section of the Wilayah page."""

    ROOT = "bandingkan"
    STATE = "bandingkan-state"
    BODY = "bandingkan-body"
    HEAD = "bandingkan-head"
    PICK = "wilayah-param-bandingkan"
    CHOSEN = "bandingkan-chosen"
    NOTES = "bandingkan-notes"
    COLUMNS = "bandingkan-columns"
    LINES_HEAD = "bandingkan-lines-head"
    LINES_BOX = "bandingkan-lines-box"
    LINES = "bandingkan-lines"
    LINES_FOOT = "bandingkan-lines-foot"
    LINES_TABLE = "bandingkan-lines-table"
    SHARES_HEAD = "bandingkan-shares-head"
    SHARES_BOX = "bandingkan-shares-box"
    SHARES = "bandingkan-shares"
    SHARES_FOOT = "bandingkan-shares-foot"
    SHARES_TABLE = "bandingkan-shares-table"
    FIGURES = "bandingkan-figures"
