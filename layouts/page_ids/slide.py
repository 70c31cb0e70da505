"""Ids of the Slide page."""

from enum import StrEnum


class SlideId(StrEnum):
    """The Slide page."""

    ROOT = "slide"
    STATE = "slide-state"
    BODY = "slide-body"
    HEAD = "slide-head"
    DESK = "slide-desk"
