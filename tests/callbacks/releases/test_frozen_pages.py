"""Pages of a release are those of the moment it was made, whatever happens afterwards."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from cakupan.domain.columns import Column
from cakupan.domain.flags import Decision, FlagCode, FlagKey, Verdict
from cakupan.domain.loads import NewLoad
from cakupan.domain.measures import Basis, Maturity, Measure, Segment, Unit
from cakupan.domain.records import replace
from cakupan.domain.shown import Shown
from cakupan.storage.deciding import decide
from cakupan.storage.loading import redo, withdraw, write_load
from callbacks.showing import Showing
from tests.callbacks.conftest import figure

from .conftest import Office

PATHS = (
    *("/", "/wilayah", "/wilayah/36.72", "/target", "/pertumbuhan", "/segmen", "/manfaat"),
    *("/paritrana", "/mutu", "/metode"),
)
QUERY = "?wilayah=36&periode=2025-10&penyebut=eligible&bahasa=id"
AFTER = datetime(2026, 12, 24, 12, 0, tzinfo=UTC)


def cards(
    showing: Showing, query: str, paths: Sequence[str] = PATHS
) -> dict[tuple[str, str], Shown]:
    return {(path, card.name): card for path in paths for card in showing.cards(path, query)}


def columns(
    showing: Showing, query: str, paths: Sequence[str] = PATHS
) -> dict[tuple[str, str], tuple[Column, ...]]:
    return {place: card.columns for place, card in cards(showing, query, paths).items()}


def load_correction(office: Office) -> None:
    """Half of all participants, a new month, a published figure and a target."""
    changed = [
        figure(
            region,
            Measure.PARTICIPANTS_ACTIVE,
            period,
            1000,
            segment=segment,
            basis=Basis.REGISTRATION,
            maturity=Maturity.FINAL,
        )
        for region in ("36.03", "36.72")
        for period in ("2025-10", "2025-11")
        for segment in (Segment.PU, Segment.BPU)
    ]
    new = NewLoad("koreksi.xlsx", "b" * 64, "long", "Budi", AFTER)
    write_load(office.writer, new, changed)


def state_target(office: Office, maturity: Maturity, sha256: str) -> None:
    """A target of Kota Tangerang: stated, or retired again."""
    stated = figure(
        "36.71",
        Measure.TARGET_COVERAGE,
        "2026",
        "0.9",
        publisher="pemda",
        maturity=maturity,
        unit=Unit.RATIO,
    )
    key = replace(stated.key, group="rpjmd", programme="eligible")
    new = NewLoad("target.xlsx", sha256, "target-edit", "Budi", AFTER)
    write_load(office.writer, new, [replace(stated, key=key)])


def exclude_a_region(office: Office, reason: str = "tidak masuk akal") -> None:
    flag = FlagKey(FlagCode.COVERAGE_ABOVE_ONE, "36.03", "2025-10", "eligible")
    decide(office.writer, Decision(flag, Verdict.EXCLUDED, reason, "Budi", AFTER))


def change_reference(office: Office) -> None:
    """The program comes with another target and another name of a base."""
    for name, old, new in (("targets.csv", "0.", "0.1"), ("denominators.csv", "Semesta", "Jagat")):
        path = office.reference_dir / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")


HAPPENINGS: dict[str, Callable[[Office], object]] = {
    "a correction is loaded": load_correction,
    "the first load is taken back": lambda office: withdraw(office.writer, 1, by="Budi", at=AFTER),
    "it counts again": lambda office: redo(office.writer, 1, by="Budi", at=AFTER),
    "a target is stated": lambda office: state_target(office, Maturity.FINAL, "c" * 64),
    "it is retired": lambda office: state_target(office, Maturity.RETIRED, "d" * 64),
    "a region is excluded": exclude_a_region,
    "reference data change": change_reference,
}


@pytest.fixture
def happenings(office: Office) -> Iterator[str]:
    def happen() -> Iterator[str]:
        for name, happening in HAPPENINGS.items():
            happening(office)
            yield name

    return happen()


def test_a_release_shows_what_pages_showed_and_nothing_that_happens_later(
    office: Office, happenings: Iterator[str]
) -> None:
    state_target(office, Maturity.FINAL, "e" * 64)
    release, showing = office.release(), office.showing()
    frozen = f"{QUERY}&rilis={release.id}"
    running = columns(showing, QUERY)
    assert len(running) > 15
    assert columns(showing, frozen) == running
    for happening in happenings:
        for place, shown in columns(showing, frozen, ("/", "/target", "/mutu")).items():
            assert shown == running[place], (happening, place)
    # A program that was started anew with the reference data of today.
    anew = office.showing()
    assert columns(anew, frozen) == running
    assert columns(anew, QUERY) != running


def test_every_card_of_a_release_names_it_and_traces_its_figures_in_it(
    sample_office: Office,
) -> None:
    release, showing = sample_office.release(), sample_office.showing()
    running = cards(showing, QUERY)
    assert len(running) > 40
    frozen = cards(showing, f"{QUERY}&rilis={release.id}")
    assert frozen.keys() == running.keys()
    for place, card in frozen.items():
        assert card.columns == running[place].columns, place
        assert card.caption.endswith(f"Rilis {release.id}"), place
        assert {one.release for one in card.behind} <= {release.id}, place
    english = showing.cards("/", f"?wilayah=36&bahasa=en&rilis={release.id}")
    assert {card.caption.split(" · ")[-1] for card in english} == {f"Release {release.id}"}
    assert not [card for card in showing.cards("/", QUERY) if "Rilis" in card.caption]


def test_until_its_moment_every_card_says_so(office: Office, later: datetime) -> None:
    release, showing = office.release(until=later), office.showing()
    query = f"{QUERY}&rilis={release.id}"
    office.now = later - timedelta(microseconds=1)
    early = showing.cards("/", query)
    assert all("embargo sampai 1 Des 2026" in card.caption for card in early)
    office.now = later
    after = showing.cards("/", query)
    assert not any("embargo" in card.caption for card in after)
    assert len(early) == len(after) > 0
