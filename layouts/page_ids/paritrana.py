"""Ids of the Paritrana page."""

from enum import StrEnum


class ParitranaId(StrEnum):
    """The Paritrana page."""

    ROOT = "paritrana"
    STATE = "paritrana-state"
    BODY = "paritrana-body"
    HEAD = "paritrana-head"
    INDICATORS = "paritrana-indicators"
    GROUP = "paritrana-param-kelompok"
    GROUP_BOX = "paritrana-group"
    SIZE = "paritrana-param-ukuran"
    SIZE_NOTE = "paritrana-size-note"
    WEIGHTS_HEAD = "paritrana-weights-head"
    PRESETS = "paritrana-presets"
    PARTICIPANTS = "paritrana-param-peserta"
    COVERAGE = "paritrana-param-cakupan"
    POINTS = "paritrana-param-poin"
    GAP_CLOSED = "paritrana-param-celah"
    PARTICIPANTS_SHARE = "paritrana-share-participants"
    COVERAGE_SHARE = "paritrana-share-coverage"
    POINTS_SHARE = "paritrana-share-points"
    GAP_CLOSED_SHARE = "paritrana-share-gap-closed"
    SUM = "paritrana-sum"
    STEERED = "paritrana-steered"
    PRINT = "paritrana-print"
    SCORES_HEAD = "paritrana-scores-head"
    SCORES_BOX = "paritrana-scores-box"
    SCORES = "paritrana-scores"
    SCORES_FOOT = "paritrana-scores-foot"
    SCORES_TABLE = "paritrana-scores-table"
    SHEET = "paritrana-sheet"
    JURY_WEIGHTS = "paritrana-jury-weights"
    NOMINEES = "paritrana-nominees"
    DOSSIERS = "paritrana-dossiers"
    WINNERS = "paritrana-winners"
    EVENTS = "paritrana-events"
    JURY = "paritrana-jury"
    SAVE = "paritrana-save"
    SAVED = "paritrana-saved"


class WeightsId(StrEnum):
    """The dialogue in which weights are saved under a name."""

    DIALOG = "weights-dialog"
    DIALOG_BODY = "weights-dialog-body"
    DIALOG_ERROR = "weights-dialog-error"
    DIALOG_YES = "weights-dialog-yes"
    DIALOG_NO = "weights-dialog-no"
    INTENT = "weights-intent"
    CHANGED = "weights-changed"
    DONE = "weights-done"


class WeightsFieldId(StrEnum):
    """Fields of that dialogue."""

    TITLE = "weights-field-title"
    NOTE = "weights-field-note"
    NAME = "weights-field-name"


class WeightsAction(StrEnum):
    """Buttons that stand once a preset: the type of their ids."""

    UPDATE = "weights-update"
    RETIRE = "weights-retire"
    RESTORE = "weights-restore"


class JuryWeightId(StrEnum):
    """The type of the ids of fields that stand once a criterion that judges score."""

    FIELD = "paritrana-jury-weight"
