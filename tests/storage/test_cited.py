"""What others published of a region: told beside the figures in use, never among them."""

from decimal import Decimal

import pytest
from sqlalchemy import event

from cakupan.domain.measures import Maturity, Measure, Unit
from cakupan.domain.periods import Period
from cakupan.storage.queries.cited import cited_figures

pytestmark = pytest.mark.both_engines


def test_figures_of_other_publishers_come_newest_first(store, figure) -> None:
    store.load(
        figure(100, period="2025-10"),
        figure(461_000, publisher="koran.id", period="2025-12-09", note="salah dengar?"),
        figure(
            "0.78",
            measure=Measure.COVERAGE_PUBLISHED,
            unit=Unit.RATIO,
            rounding_unit="0.01",
            publisher="kabar.id",
            period="2025-09-24",
        ),
        figure(5, region="36.71", publisher="koran.id", period="2025-12"),
    )
    newest, older = store.ask(cited_figures, region_code="36.03", publishers=["bpjs"])
    assert (newest.value, newest.publisher) == (Decimal(461_000), "koran.id")
    assert (newest.note, newest.disputed) == ("salah dengar?", False)
    assert (older.value, older.unit, older.period) == (
        Decimal("0.78"),
        Unit.RATIO,
        Period("2025-09-24"),
    )


def test_a_disputed_figure_of_our_own_publisher_is_told_and_says_so(store, figure) -> None:
    store.load(
        figure(100, period="2025-09"),
        figure(999, period="2025-10", maturity=Maturity.DISPUTED),
    )
    (told,) = store.ask(cited_figures, region_code="36.03", publishers=["bpjs"])
    assert (told.value, told.disputed) == (Decimal(999), True)


def test_a_province_is_not_told_what_was_said_of_its_parts(store, figure) -> None:
    store.load(figure(5, region="36.03", publisher="koran.id"))
    assert store.ask(cited_figures, region_code="36", publishers=["bpjs"]) == []


def test_what_was_said_at_one_time_keeps_its_order_however_it_is_found(store, figure) -> None:
    def said() -> list[str]:
        asked = store.ask(cited_figures, region_code="36.03", publishers=["bpjs"])
        return [one.publisher for one in asked]

    store.load(*(figure(5, publisher=name) for name in ("b.id", "a.id", "c.id")))
    store.load(figure(6, publisher="b.id"))
    assert said() == ["b.id", "a.id", "c.id"]
    if store.reader.dialect.name == "postgresql":
        # Read through, a table gives what was written last at its end.
        event.listen(store.reader, "begin", without_an_index)
    assert said() == ["b.id", "a.id", "c.id"]


def without_an_index(connection) -> None:
    for way in ("indexscan", "bitmapscan", "nestloop"):
        connection.exec_driver_sql(f"SET LOCAL enable_{way} = off")
