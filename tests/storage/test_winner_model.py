"""Whatever is loaded and withdrawn in whatever order, a naive model agrees on what is current."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cakupan.domain.measures import Maturity
from cakupan.storage.loading import withdraw

REGIONS = ("36.01", "36.02", "36.03")
MATURITIES = (Maturity.FINAL, Maturity.PROVISIONAL, Maturity.SAMPLE, Maturity.DISPUTED)

stated = st.tuples(st.integers(0, 3), st.sampled_from(MATURITIES))
load = st.dictionaries(st.sampled_from(REGIONS), stated)
step = st.one_of(load, st.integers(0, 9))


@dataclass
class ModelLoad:
    number: int
    figures: dict[str, tuple[int, Maturity]]
    withdrawn: bool = False


def expected(loads: list[ModelLoad]) -> dict[str, tuple[int, int, str]]:
    """The rule in words of its own: look for real figures first, from the newest load down."""
    winners: dict[str, tuple[int, int, str]] = {}
    for real in (True, False):
        for entry in reversed(loads):
            for region, (value, maturity) in entry.figures.items():
                if not entry.withdrawn and (maturity is not Maturity.SAMPLE) is real:
                    winners.setdefault(region, (entry.number, value, maturity.value))
    return winners


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=st.lists(step, max_size=8))
def test_any_order_of_loads_and_withdrawals_agrees_with_a_naive_model(
    make_store, figure, steps
) -> None:
    with TemporaryDirectory() as folder:
        store = make_store(Path(folder))
        model: list[ModelLoad] = []
        for action in steps:
            if isinstance(action, dict):
                figures = [
                    figure(value, region=region, maturity=maturity)
                    for region, (value, maturity) in action.items()
                ]
                model.append(ModelLoad(store.load(*figures).id, action))
            elif action < len(model) and not model[action].withdrawn:
                withdraw(store.engine, model[action].number, by="kepala", at=datetime.now(UTC))
                model[action].withdrawn = True
            assert current(store) == expected(model)
        store.engine.dispose()
        store.reader.dispose()


def current(store) -> dict[str, tuple[int, int, str]]:
    with store.reader.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT region_code, load_id, value, maturity FROM figure WHERE is_current"
        ).all()
    found = {row[0]: tuple(row[1:]) for row in rows}
    assert len(found) == len(rows)
    return found
