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
    PARTICIPANTS_SLIDE = "paritrana-slide-peserta"
    COVERAGE_SLIDE = "paritrana-slide-cakupan"
    POINTS_SLIDE = "paritrana-slide-poin"
    GAP_CLOSED_SLIDE = "paritrana-slide-celah"
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
    NOMINEES = "paritrana-nominees"
    DOSSIERS = "paritrana-dossiers"
    DOSSIERS_BODY = "paritrana-dossiers-body"
    PRINT_DOSSIERS = "paritrana-print-dossiers"
    NOMINATE = "paritrana-nominate"
    DOSSIER_HISTORY = "paritrana-dossier-history"
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
    PRESSED = "weights-pressed"
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


class JuryWeightField(StrEnum):
    """The types of the ids of fields and sliders that stand once a criterion that judges score."""

    FIELD = "paritrana-jury-weight"
    SLIDE = "paritrana-jury-slide"


class DossierId(StrEnum):
    """The dialogue in which a jury fills the dossier of a nominee."""

    DIALOG = "dossier-dialog"
    DIALOG_BODY = "dossier-dialog-body"
    DIALOG_ERROR = "dossier-dialog-error"
    DIALOG_YES = "dossier-dialog-yes"
    DIALOG_NO = "dossier-dialog-no"
    INTENT = "dossier-intent"
    PRESSED = "dossier-pressed"
    CHANGED = "dossier-changed"
    DONE = "dossier-done"


class DossierFieldId(StrEnum):
    """Fields of that dialogue; which criterion or document a numbered one is for is told there."""

    REGION = "dossier-field-region"
    CATEGORY = "dossier-field-category"
    YEAR = "dossier-field-year"
    BODY = "dossier-field-body"
    JUDGE = "dossier-field-judge"
    STAGE = "dossier-field-stage"
    STATE = "dossier-field-state"
    SCORE_1 = "dossier-field-score-1"
    SCORE_2 = "dossier-field-score-2"
    SCORE_3 = "dossier-field-score-3"
    SCORE_4 = "dossier-field-score-4"
    SCORE_5 = "dossier-field-score-5"
    SCORE_6 = "dossier-field-score-6"
    SCORE_7 = "dossier-field-score-7"
    SCORE_8 = "dossier-field-score-8"
    DOCUMENT_1 = "dossier-field-document-1"
    DOCUMENT_2 = "dossier-field-document-2"
    DOCUMENT_3 = "dossier-field-document-3"
    DOCUMENT_4 = "dossier-field-document-4"
    DOCUMENT_5 = "dossier-field-document-5"
    DOCUMENT_6 = "dossier-field-document-6"
    DOCUMENT_7 = "dossier-field-document-7"
    DOCUMENT_8 = "dossier-field-document-8"
    CITATION = "dossier-field-citation"
    NAME = "dossier-field-name"


class DossierAction(StrEnum):
    """Buttons that stand once a nominee or a change: the type of their ids."""

    SCORES = "dossier-scores"
    DOCUMENTS = "dossier-documents"
    STAGE = "dossier-stage"
    TURN = "dossier-turn"
