"""Sentences that are named by a rule, and not outright, are there too."""

import pytest

from cakupan.analytics.contest import Criterion, Unfit
from cakupan.analytics.kinds import Change
from cakupan.analytics.ledger import LapseState
from cakupan.analytics.nominees import Unplaced
from cakupan.analytics.peers import Scope
from cakupan.analytics.published_checks import Outcome
from cakupan.analytics.quality import Mark
from cakupan.analytics.summary import Reason, Status
from cakupan.charts.map_scales import Coloured
from cakupan.domain.awards import Stage
from cakupan.domain.flags import FlagCode, FlagSeverity, Verdict
from cakupan.domain.language import Language
from cakupan.domain.measures import Basis, Maturity, Measure
from cakupan.texts import words
from layouts.choices import Choices
from layouts.pages import PAGES
from layouts.paritrana.asked import Group
from layouts.paritrana.dossier_dialog import ACTIONS as DOSSIER_ACTIONS
from layouts.paritrana.weights_dialog import NEW, RESTORE, RETIRE, UPDATE
from layouts.segmen.asked import BASES, CONSTRUCTIONS
from layouts.segmen.records import Missing

RULES = {
    "ringkasan.status": [status.value for status in Status],
    "ringkasan.because": [reason.value for reason in Reason],
    "ringkasan.measure": [measure.value for measure in Measure],
    "ringkasan.maturity": [maturity.value for maturity in Maturity],
    "ringkasan.rank_change": ["up", "down", "same"],
    "ringkasan.reason": ["no_data", "no_denominator", "incomplete"],
    "wilayah.mark": [mark.value for mark in Mark],
    "wilayah.meaning": [mark.value for mark in Mark],
    "wilayah.what": [coloured.value for coloured in Coloured],
    "wilayah.coloured": [coloured.value for coloured in Coloured],
    "wilayah.map.tiles_in": [coloured.value for coloured in Coloured],
    "charts.pace": ["reached", "on_track", "falling", "late", "unsure", "up", "down", "flat"],
    "charts.ranks": ["some", "nobody", "all", "ends", "single", "none"],
    "charts.split": ["third", "half", "two_thirds", "three_quarters", "share", "none"],
    "pertumbuhan.break": [change.value for change in Change],
    "pertumbuhan.remark": [change.value for change in Change],
    "daerah.break": [
        *(change.value for change in Change),
        *("participants_publisher_named", "workers_publisher_named"),
    ],
    "daerah.scope": [
        *(scope.value for scope in Scope if scope is not Scope.SIZE),
        *("nation_kind_province", "size_part", "size_province"),
    ],
    "daerah.kind": ["province", "kabupaten", "kota"],
    "daerah.peers": ["place", "place_of_known", "unplaced", "unplaced_short"],
    "daerah.course": ["more", "fewer", "plain"],
    "daerah.unknown": ["meant", "lead"],
    "paritrana.unfit": [reason.value for reason in Unfit],
    "paritrana.short": [criterion.value for criterion in Criterion],
    "paritrana.unplaced": [reason.value for reason in Unplaced],
    "paritrana.group": [group.value for group in Group],
    "paritrana.stage": [stage.value for stage in Stage],
    "paritrana.number": ["award_winners", "award_nominees"],
    "paritrana.day": ["fits", "impossible"],
    "mutu.name": [code.value for code in FlagCode],
    "mutu.severity": [severity.value for severity in FlagSeverity],
    "mutu.outcome": [outcome.value for outcome in Outcome],
    "mutu.check": [outcome.value for outcome in Outcome],
    **{
        f"mutu.{topic}": [verdict.value for verdict in Verdict]
        for topic in ("action", "decided", "done", "ask", "lead")
    },
    "segmen.missing": [f"{one}{part}" for one in Missing for part in ("", "_load")],
    "segmen.counted": [Basis.REGISTRATION.value, Basis.DOMICILE.value, "with", "without"],
    "segmen.control": [*BASES, *CONSTRUCTIONS],
    "segmen.state": [state.value for state in LapseState],
    "segmen.edit": [
        *(f"{action}_title" for action in ("add", "change", "retire", "undo", "redo")),
        *(f"{action}_lead" for action in ("save", "retire", "undo", "redo")),
    ],
    "bobot": [
        f"{action}_{part}"
        for action in (NEW, UPDATE, RETIRE, RESTORE)
        for part in ("title", "lead", "yes")
    ],
    "berkas": [
        *(f"{action}_{part}" for action in DOSSIER_ACTIONS for part in ("title", "lead", "yes")),
        *("scores", "documents", "stage"),
    ],
    "berkas.field": ["region", "category", "year", "body", "judge", "stage", "state", "citation"],
    "berkas.hint": ["year", "body", "judge", "citation"],
    "berkas.fault": ["known", "gone"],
    "berkas.done": ["undo", "redo"],
    "paritrana.state": ["0", "1", "2"],
    "paritrana.document_state": ["0", "1", "2", "unsaid"],
    "bobot.done": [NEW, UPDATE, RETIRE, RESTORE],
    "mutu.caption": ["accepted", "excluded"],
    "mutu.mark": ["accepted", "excluded"],
    "shell.bar": ["region", "period", "denominator", "framework"],
    "shell.parameter": [part.split("=")[0] for part in Choices().query[1:].split("&")],
}


@pytest.mark.parametrize("language", Language)
def test_every_sentence_a_rule_can_name_exists(language: Language) -> None:
    named = [f"{topic}.{name}" for topic, names in RULES.items() for name in names]
    missing = [key for key in named if key not in words(language)]
    assert not missing, missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_every_page_has_a_name(page) -> None:
    assert page.title_key in words(Language.ID)
