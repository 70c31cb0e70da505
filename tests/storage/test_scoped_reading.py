"""A reader gives what its scope may see, whatever is asked through it."""

import pytest

from cakupan.domain.acting import Actor, acting_as, actor
from cakupan.domain.audit import AuditEvent, AuditKind
from cakupan.domain.flags import Decision, FlagKey, Verdict
from cakupan.domain.people import EVERYWHERE, Role, Scope
from cakupan.storage.audit import note
from cakupan.storage.deciding import decide
from cakupan.storage.queries.audit import audit_lines, count_lines
from cakupan.storage.queries.decisions import decision_history
from cakupan.storage.queries.figures import current_figures
from cakupan.storage.queries.loads import history, load_events
from cakupan.storage.queries.periods import participant_periods
from cakupan.storage.queries.regions import provinces_with_participants
from cakupan.storage.queries.version import data_version
from tests.storage.conftest import NOON

REGIONS = ("00", "17", "17.71", "36", "36.03", "36.71", "61.03")
SCOPES = [Scope.parse(text) for text in ("*", "36", "36.03", "17 36.71", "61.04", "3", "")]


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.text)
def test_every_question_is_answered_within_the_scope(store, figure, scope: Scope) -> None:
    # The publishers in use make the question hold figures against one another in a part of itself.
    publishers = ["bpjs", "dinas"]
    for place, region in enumerate(REGIONS, start=1):
        store.load(figure(region=region, period=f"2025-{place:02}"), name=f"{region}.xlsx")
        decide(store.engine, Decision(FlagKey("uji", region), Verdict.ACCEPTED, "sah", "A", NOON))
    seen = [region for region in REGIONS if scope.sees(region)]
    found = store.ask(current_figures, scope, region_prefix="")
    assert [one.key.region_code for one in found] == seen
    assert {load.file_name for load in store.ask(history, scope)} == {f"{one}.xlsx" for one in seen}
    assert len(store.ask(load_events, scope)) == len(seen)
    told = store.ask(decision_history, scope)
    assert {one.flag.region_code for one in told} == set(seen)
    periods = store.ask(participant_periods, scope, region_prefix="", publishers=publishers)
    assert {period.end.month for period in periods} == {REGIONS.index(one) + 1 for one in seen}
    provinces = store.ask(provinces_with_participants, scope, publishers=publishers)
    assert provinces == {region[:2] for region in seen} - {"00"}
    assert store.ask(data_version, scope) == store.ask(data_version)


# What lines name, and who sees them: an approver of Banten, of one kabupaten in it, of Kalbar.
OF_REGIONS = (
    ({"region": "36.03"}, {"36", "36.03"}),
    ({"region": "36.71"}, {"36"}),
    ({"region": "36"}, {"36"}),
    ({"region": ""}, set()),
    ({"regions": "17 61"}, {"61"}),
    ({"scope": "36.03 61"}, {"36", "36.03", "61"}),
    ({"scope": "17", "scope_before": "36"}, {"36"}),
    ({"scope": "*"}, set()),
    ({"file": '"region":"36.03" 61.xlsx'}, set()),
    ({}, set()),
)


@pytest.mark.both_engines
def test_the_log_shows_an_approver_of_some_regions_their_lines_and_their_own(store, figure) -> None:
    for region in ("36.03", "36.71", "61.03"):
        store.load(figure(region=region), name=region)
    for details, _ in OF_REGIONS:
        note(store.engine, AuditEvent(AuditKind.FLAG_DECIDED, "Joko", NOON, details))
    note(store.engine, AuditEvent(AuditKind.LOGGED_IN, "Dewi", NOON, {}))
    written = store.ask(count_lines)
    assert len(store.ask(audit_lines, most=99)) == written == 4 + len(OF_REGIONS)
    for text, loads in (("36", 2), ("36.03", 1), ("61", 1)):
        with acting_as(Actor("10.0.0.9", "Dewi", Scope.parse(text), Role.APPROVER)):
            found = store.ask(audit_lines, actor().scope, most=99)
            assert store.ask(count_lines, actor().scope) == written
        seen = [details for details, seers in OF_REGIONS if text in seers]
        assert [dict(line.details) for line in found if line.by == "Joko"] == seen[::-1]
        assert [line.kind for line in found if line.by == "Dewi"] == [AuditKind.LOGGED_IN]
        assert len([line for line in found if "load" in line.details]) == loads
        assert len(found) == len(seen) + 1 + loads


def test_a_scope_sees_what_it_covers_and_the_wholes_of_it() -> None:
    assert all(EVERYWHERE.sees(region) for region in REGIONS)
    kabupaten = Scope.of(["36.03"])
    assert [one for one in REGIONS if kabupaten.sees(one)] == ["00", "36", "36.03"]
    assert not kabupaten.covers("36")
    # A beginning is that of a code, not of its letters.
    assert not Scope.of(["3"]).sees("36")
    assert not Scope.of(["36.0"]).sees("36.03")
