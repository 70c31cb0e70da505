"""Whatever is loaded, withdrawn and restored in whatever order, a naive model agrees.

On what is current, on what was current after each step, and on what each load met.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from cakupan.domain.corrections import FAMILY
from cakupan.domain.measures import Maturity
from cakupan.storage.queries.as_of import standing
from cakupan.storage.queries.loads import history
from cakupan.storage.queries.past import standing_before
from cakupan.storage.tables import FigureRow

REGIONS = ("36.01", "36.02", "36.03")
MATURITIES = tuple(Maturity)
START = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)

stated = st.tuples(st.integers(0, 3), st.sampled_from(MATURITIES))
load = st.tuples(st.dictionaries(st.sampled_from(REGIONS), stated), st.booleans())
# A number turns that load around: it is withdrawn, or restored where it was withdrawn before.
step = st.one_of(load, st.integers(0, 5))


@dataclass
class ModelLoad:
    number: int
    figures: dict[str, tuple[int, Maturity]]
    corrects: bool
    withdrawn: bool = False


def expected(loads: list[ModelLoad]) -> dict[str, tuple[int, int, str]]:
    """The rule in words of its own: look for real figures first, and for what persons corrected.

    Of what is alike, from the newest load down.
    """
    winners: dict[str, tuple[int, int, str]] = {}
    for real, corrects in product((True, False), repeat=2):
        for entry in reversed(loads):
            for region, (value, maturity) in entry.figures.items():
                looked_for = (maturity is not Maturity.SAMPLE, entry.corrects) == (real, corrects)
                if looked_for and not entry.withdrawn:
                    winners.setdefault(region, (entry.number, value, maturity.value))
    return winners


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, max_size=10))
def test_any_order_of_loads_undos_and_redos_agrees_with_a_naive_model(
    make_store, figure, steps
) -> None:
    with TemporaryDirectory() as folder:
        store = make_store(Path(folder))
        model: list[ModelLoad] = []
        met = {}
        past = {START - timedelta(seconds=1): {}}
        for second, action in enumerate(steps):
            now = START + timedelta(seconds=second)
            if isinstance(action, tuple):
                stated, corrects = action
                met[len(model) + 1] = expected(model)
                figures = [
                    figure(value, region=region, maturity=maturity)
                    for region, (value, maturity) in stated.items()
                ]
                family = FAMILY if corrects else "test"
                written = store.load(*figures, at=now, family=family)
                model.append(ModelLoad(written.id, stated, corrects))
            elif action < len(model):
                turn_around(store, model[action], now)
            past[now] = expected(model)
            assert current(store) == past[now]
        for moment, seen in past.items():
            assert current(store, as_of=moment) == seen
        assert before(store, met) == met
        store.engine.dispose()
        store.reader.dispose()


def before(store, load_ids: Iterable[int]) -> dict[int, dict[str, tuple[int, int, str]]]:
    found = store.ask(
        standing_before,
        statement=select(*FigureRow.__table__.columns),
        about=dict.fromkeys(load_ids, "all"),
        thing_of=lambda _row: "all",
    )
    return {
        load_id: {row.region_code: (row.load_id, row.value, row.maturity) for row in rows}
        for load_id, rows in found.items()
    }


def turn_around(store, entry: ModelLoad, now: datetime) -> None:
    load = next(load for load in store.ask(history) if load.id == entry.number)
    turn = store.redo if entry.withdrawn else store.undo
    turn(load, at=now)
    entry.withdrawn = not entry.withdrawn


def current(store, as_of: datetime | None = None) -> dict[str, tuple[int, int, str]]:
    columns = (FigureRow.region_code, FigureRow.load_id, FigureRow.value, FigureRow.maturity)
    with store.reader.connect() as connection:
        rows = connection.execute(select(*columns).where(standing(FigureRow, as_of))).all()
    found = {row[0]: tuple(row[1:]) for row in rows}
    assert len(found) == len(rows)
    return found
