"""Ids of the screen: one StrEnum for the shell and one for each page, or a module of page_ids."""

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
    PAGE_BAR = "shell-page-bar"
    PAPER_HEAD = "shell-paper-head"
    CARD_MENU_NAME = "shell-card-menu-name"
    CARD_MENU = "shell-card-menu"
    CARD_SAID = "shell-card-said"
    ORIGIN = "shell-origin"
    ORIGIN_BODY = "shell-origin-body"
    ORIGIN_ASKED = "shell-origin-asked"


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


class WilayahId(StrEnum):
    """The Wilayah page. Scripts of assets/23-regions.js know those of map and table by name."""

    ROOT = "wilayah"
    STATE = "wilayah-state"
    BODY = "wilayah-body"
    HEAD = "wilayah-head"
    MAP_KIND = "wilayah-param-peta"
    COLOURED = "wilayah-param-warna"
    AIM = "wilayah-param-menuju"
    AIM_BOX = "wilayah-aim-box"
    CHOSEN = "wilayah-chosen"
    MAP_HEAD = "wilayah-map-head"
    MAP_BOX = "wilayah-map-box"
    MAP = "wilayah-map"
    MAP_FOOT = "wilayah-map-foot"
    TABLE_HEAD = "wilayah-table-head"
    TABLE = "wilayah-table"
    TABLE_FOOT = "wilayah-table-foot"
    TABLE_HELD = "wilayah-table-held"
    ROWS = "wilayah-rows"


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
    FILE_PRESSED = "data-file-pressed"
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
    DONE = "data-done"
    CURRENT_HEAD = "data-current-head"
    CURRENT = "data-current"
    AS_OF = "data-param-pada"
    AS_OF_LABEL = "data-as-of-label"
    STEERED = "data-steered"
    DIALOG = "data-dialog"
    DIALOG_BODY = "data-dialog-body"
    DIALOG_ERROR = "data-dialog-error"
    DIALOG_NAME = "data-dialog-name"
    DIALOG_YES = "data-dialog-yes"
    DIALOG_NO = "data-dialog-no"
    INTENT = "data-intent"
    PRESSED = "data-pressed"
    FORETOLD = "data-foretold"


class DataAction(StrEnum):
    """Buttons of the Data page that stand once a file or load: the type of their ids."""

    DROP = "data-file-drop"
    RETRY = "data-file-retry"
    TURN = "data-load-turn"
    ANSWER = "data-file-answer"
    ASK_AGAIN = "data-file-ask-again"
    CHOOSE = "data-file-choose"


class DataWatch(StrEnum):
    """What looks again while a load is taken back or restored: the type of its id."""

    TURNING = "data-turning"


class DataField(StrEnum):
    """Answers to the questions of a file: picked from those offered, or typed; its tables taken."""

    CHOSEN = "data-answer-chosen"
    TYPED = "data-answer-typed"
    TABLES = "data-tables-taken"


VISITOR_COOKIE = "cakupan-visitor"
SECURE_VISITOR_COOKIE = f"__Host-{VISITOR_COOKIE}"
"""The cookie that tells one browser's files from another's."""


class TargetId(StrEnum):
    """The Target page. Controls of the what-if are in TargetControlId."""

    ROOT = "target"
    STATE = "target-state"
    BODY = "target-body"
    HEAD = "target-head"
    LADDER = "target-ladder"
    COMPONENTS = "target-components"
    CAPTION = "target-caption"
    NEW = "target-new"
    STATED = "target-stated"
    ASKED = "target-asked"
    SHOWN = "target-shown"
    CONTROLS_HEAD = "target-controls-head"
    RESET = "target-reset"
    SAID = "target-said"
    FIGURES = "target-figures"
    WAY_HEAD = "target-way-head"
    WAY_BOX = "target-way-box"
    WAY = "target-way"
    WAY_FOOT = "target-way-foot"
    WAY_TABLE = "target-way-table"
    NEEDS = "target-needs"
    SPLIT_CONTROL = "target-split-control"
    SPLIT_HEAD = "target-split-head"
    SPLIT_BOX = "target-split-box"
    SPLIT = "target-split"
    SPLIT_FOOT = "target-split-foot"
    SPLIT_TABLE = "target-split-table"
    COST_HEAD = "target-cost-head"
    COST = "target-cost"
    HISTORY = "target-history"
    DIALOG = "target-dialog"
    DIALOG_BODY = "target-dialog-body"
    DIALOG_ERROR = "target-dialog-error"
    DIALOG_YES = "target-dialog-yes"
    DIALOG_NO = "target-dialog-no"
    INTENT = "target-intent"
    PRESSED = "target-pressed"
    CHANGED = "target-changed"
    DONE = "target-done"


class TargetControlId(StrEnum):
    """Controls that write the address: what follows "-param-" is the parameter's name."""

    GROWTH = "target-type-param-tumbuh"
    GROWTH_SLIDE = "target-slide-param-tumbuh"
    A_MONTH = "target-type-param-tambah"
    A_MONTH_SLIDE = "target-slide-param-tambah"
    YEAR = "target-type-param-tahun"
    YEAR_SLIDE = "target-slide-param-tahun"
    RATIO = "target-type-param-rasio"
    RATIO_SLIDE = "target-slide-param-rasio"
    RULE = "target-type-param-aturan"
    PEOPLE = "target-type-param-orang"
    CONTRIBUTION = "target-type-param-iuran"
    MONTHS = "target-type-param-bulan"


class TargetHintId(StrEnum):
    """What was observed so far of what a control assumes."""

    GROWTH = "target-hint-tumbuh"
    A_MONTH = "target-hint-tambah"
    YEAR = "target-hint-tahun"
    RATIO = "target-hint-rasio"


class TargetFieldId(StrEnum):
    """Fields of the form for a target."""

    REGION = "target-field-region"
    FRAMEWORK = "target-field-framework"
    YEAR = "target-field-year"
    RATIO = "target-field-ratio"
    DENOMINATOR = "target-field-denominator"
    CITATION = "target-field-citation"
    NAME = "target-field-name"


class TargetAction(StrEnum):
    """Buttons that stand once a target or an edit: the type of their ids."""

    CHANGE = "target-change"
    RETIRE = "target-retire"
    TURN = "target-turn"
