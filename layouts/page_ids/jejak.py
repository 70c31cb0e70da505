"""Ids of the Jejak audit page."""

from enum import StrEnum


class JejakId(StrEnum):
    """The page; what follows "-param-" is the name of a parameter of the address."""

    ROOT = "jejak"
    STATE = "jejak-state"
    BODY = "jejak-body"
    HEAD = "jejak-head"
    KIND = "jejak-param-jenis"
    BY = "jejak-param-siapa"
    SINCE = "jejak-param-dari"
    UNTIL = "jejak-param-sampai"
    PROVINCE = "jejak-param-daerah"
    STEERED = "jejak-steered"
    LIST = "jejak-list"
    OLDER = "jejak-older"
    TAKE = "jejak-take"
    VERIFY = "jejak-verify"
    VERIFIED = "jejak-verified"
    WATCH = "jejak-watch"
