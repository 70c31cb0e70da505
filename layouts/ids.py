"""Every id of the screen: one StrEnum for the shell and one for each page."""

from enum import StrEnum


class ShellId(StrEnum):
    """What surrounds every page: address, stores, menu, global bar."""

    PROVIDER = "shell-provider"
    ADDRESS = "shell-address"
    REQUEST = "shell-request"
    SHOWN = "shell-shown"
    REMEMBERED = "cakupan-choices"
    SKIP = "shell-skip"
    MENU_BUTTON = "shell-menu-button"
    MENU = "shell-menu"
    ABOUT = "shell-about"
    REGION = "shell-region"
    PERIOD = "shell-period"
    DENOMINATOR = "shell-denominator"
    FRAMEWORK = "shell-framework"
    LANGUAGE = "shell-language"
    THEME = "shell-theme"
    NOTICE = "shell-notice"
    DISCONNECTED = "shell-disconnected"
    PAGE = "shell-page"


class RingkasanId(StrEnum):
    """The Ringkasan page. A chart card has a head, a box with the graph, and a foot."""

    ROOT = "ringkasan"
    CARDS = "ringkasan-cards"
    STATE = "ringkasan-state"
    HERO_FIGURE = "ringkasan-hero-figure"
    HERO_HEAD = "ringkasan-hero-head"
    BULLET_BOX = "ringkasan-bullet-box"
    BULLET = "ringkasan-bullet"
    LADDER = "ringkasan-ladder"
    ORIENTATION = "ringkasan-orientation"
    PUBLISHED = "ringkasan-published"
    INDICATORS = "ringkasan-indicators"
    COMPONENTS = "ringkasan-components"
    HERO_CAPTION = "ringkasan-hero-caption"
    ORIGIN_BUTTON = "ringkasan-origin-button"
    ORIGIN = "ringkasan-origin"
    ORIGIN_BODY = "ringkasan-origin-body"
    TREND_HEAD = "ringkasan-trend-head"
    TREND_BOX = "ringkasan-trend-box"
    TREND = "ringkasan-trend"
    TREND_FOOT = "ringkasan-trend-foot"
    TREND_TABLE = "ringkasan-trend-table"
    RANKING_HEAD = "ringkasan-ranking-head"
    RANKING_BOX = "ringkasan-ranking-box"
    RANKING = "ringkasan-ranking"
    RANKING_FOOT = "ringkasan-ranking-foot"
    RANKING_TABLE = "ringkasan-ranking-table"
    MOVERS_HEAD = "ringkasan-movers-head"
    MOVERS_BOX = "ringkasan-movers-box"
    MOVERS = "ringkasan-movers"
    MOVERS_FOOT = "ringkasan-movers-foot"
    MOVERS_TABLE = "ringkasan-movers-table"
    SEGMENTS_HEAD = "ringkasan-segments-head"
    SEGMENTS_BOX = "ringkasan-segments-box"
    SEGMENTS = "ringkasan-segments"
    SEGMENTS_FOOT = "ringkasan-segments-foot"
    SEGMENTS_TABLE = "ringkasan-segments-table"
    FRESHNESS = "ringkasan-freshness"


class MetodeId(StrEnum):
    """The Metode page."""

    ROOT = "metode"
    STATE = "metode-state"
    BODY = "metode-body"
    HEAD = "metode-head"
    SECTIONS = "metode-sections"


class DataId(StrEnum):
    """The Data page. Scripts of assets/21-upload.js know those of the drop zone by name."""

    ROOT = "data"
    STATE = "data-state"
    BODY = "data-body"
    HEAD = "data-head"
    DROP = "data-drop"
    DROP_TEXT = "data-drop-text"
    PICK = "data-pick"
    TRANSFERS = "data-transfers"
    TEMPLATES = "data-templates"
    PENDING = "data-pending"
    CHANGED = "data-changed"
    SAID = "data-said"
    BATCH = "data-batch"
    FILES = "data-files"
    CONFIRM = "data-confirm"
    CONFIRM_TEXT = "data-confirm-text"
    NAME = "data-name"
    NAME_LABEL = "data-name-label"
    NAME_ERROR = "data-name-error"
    LOAD = "data-load"
    OFFERED = "data-offered"
    HISTORY_HEAD = "data-history-head"
    HISTORY = "data-history"
    OLDER = "data-older"
    UNDONE = "data-undone"
    CURRENT_HEAD = "data-current-head"
    CURRENT = "data-current"
    AS_OF = "data-param-pada"
    AS_OF_LABEL = "data-as-of-label"
    STEERED = "data-steered"
    DIALOG = "data-dialog"
    DIALOG_BODY = "data-dialog-body"
    DIALOG_NAME = "data-dialog-name"
    DIALOG_NAME_LABEL = "data-dialog-name-label"
    DIALOG_NAME_ERROR = "data-dialog-name-error"
    DIALOG_YES = "data-dialog-yes"
    DIALOG_NO = "data-dialog-no"
    INTENT = "data-intent"


class DataAction(StrEnum):
    """Buttons of the Data page that stand once a file or load: the type of their ids."""

    DROP = "data-file-drop"
    RETRY = "data-file-retry"
    TURN = "data-load-turn"
    ANSWER = "data-file-answer"
    ASK_AGAIN = "data-file-ask-again"


class DataField(StrEnum):
    """Answers to the questions of a file: picked from those offered, or typed."""

    CHOSEN = "data-answer-chosen"
    TYPED = "data-answer-typed"


VISITOR_COOKIE = "cakupan-visitor"
"""The cookie that tells one browser's files from another's."""
