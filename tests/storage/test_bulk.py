"""Many rows at once, whatever the driver wants its values marked with."""

from types import SimpleNamespace

import pytest
from sqlalchemy import column, create_engine, select, table
from sqlalchemy.exc import OperationalError, ProgrammingError

from cakupan.storage import bulk
from cakupan.storage.bulk import fetch_columns, fetch_one, insert_rows
from cakupan.storage.engine import open_database, open_reader


class Driver:
    """Keeps what it is told to run."""

    def __init__(self, paramstyle: str) -> None:
        self.dialect = SimpleNamespace(name="any", paramstyle=paramstyle)
        self.ran: list[tuple[str, list]] = []

    def exec_driver_sql(self, statement: str, rows: list) -> None:
        self.ran.append((statement, rows))


@pytest.mark.parametrize(("paramstyle", "marks"), [("qmark", "?, ?"), ("pyformat", "%s, %s")])
def test_values_are_marked_as_the_driver_wants_it(paramstyle, marks) -> None:
    driver = Driver(paramstyle)
    insert_rows(driver, "region", ("code", "name"), [("00", "Indonesia")])
    ((statement, rows),) = driver.ran
    assert statement.endswith(f"region (code, name) VALUES ({marks})")
    assert rows == [("00", "Indonesia")]


def test_many_rows_go_in_parts_and_no_rows_not_at_all(monkeypatch) -> None:
    monkeypatch.setattr(bulk, "_ROWS_AT_ONCE", 2)
    driver = Driver("qmark")
    insert_rows(driver, "region", ("code",), ((str(number),) for number in range(5)))
    assert [len(rows) for _, rows in driver.ran] == [2, 2, 1]
    insert_rows(driver, "region", ("code",), [])
    assert len(driver.ran) == 3


def test_every_row_goes_in_however_many_a_statement_takes() -> None:
    engine = create_engine("sqlite://")
    rows = [(number, str(number)) for number in range(2 * 500 + 3)]
    with engine.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE one (number INTEGER, text TEXT)")
        insert_rows(connection, "one", ("number", "text"), iter(rows))
        found = connection.exec_driver_sql("SELECT number, text FROM one ORDER BY rowid")
        assert list(map(tuple, found)) == rows


def test_columns_come_in_the_order_of_the_rows_and_hold_each_word_once(monkeypatch) -> None:
    monkeypatch.setattr(bulk, "_ROWS_AT_ONCE", 4)
    number, word = column("number"), column("word")
    asked = select(number, word).select_from(table("one")).order_by(number)
    rows = [(place, ("Banten", None, "Bali")[place % 3]) for place in range(10)]
    with create_engine("sqlite://").begin() as connection:
        connection.exec_driver_sql("CREATE TABLE one (number INTEGER, word TEXT)")
        assert fetch_columns(connection, asked) == [[], []]
        insert_rows(connection, "one", ("number", "word"), rows)
        numbers, words = fetch_columns(connection, asked)
    assert list(zip(numbers, words, strict=True)) == rows
    assert len({id(one) for one in words}) == 3


def test_what_is_asked_after_one_value_is_of_the_same_state(tmp_path) -> None:
    url, asked = f"sqlite:///{tmp_path / 'one.db'}", "SELECT number FROM one"
    writer = open_database(url)
    with writer.begin() as connection:
        connection.exec_driver_sql("CREATE TABLE one (number INTEGER)")
        insert_rows(connection, "one", ("number",), [(1,)])
    with open_reader(url).connect() as connection:
        assert fetch_one(connection, asked) == 1
        with writer.begin() as other:
            other.exec_driver_sql("UPDATE one SET number = 2")
        assert fetch_one(connection, asked) == 1
        assert connection.exec_driver_sql(asked).scalar_one() == 1
        with pytest.raises((OperationalError, ProgrammingError), match="two"):
            fetch_one(connection, "SELECT number FROM two")
