import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.jailed.answer import AnswerWriter
from etl.jailed.limits import DEFAULT_LIMITS, LONGEST_LINE
from etl.jailed.refusal import RefusedError
from etl.readers.answer import read_answer


class Lines(list):
    """A stream that keeps what is written to it."""

    write = list.append

    def flush(self):
        pass


def handed_over(rows):
    lines = Lines()
    writer = AnswerWriter(lines, DEFAULT_LIMITS)
    writer.container("csv")
    writer.sheet("a")
    writer.rows(rows)
    writer.end()
    return lines, read_answer(lines, DEFAULT_LIMITS).sheets[0].rows


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**70), 2**70),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(),
    st.dates(),
    st.datetimes(),
)


def tidy(row):
    cells = [
        None
        if isinstance(cell, str) and not cell.strip()
        else int(cell)
        if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53
        else cell
        for cell in row
    ]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


@given(st.lists(st.lists(CELLS, max_size=4), max_size=12))
def test_what_the_child_writes_is_what_the_parent_reads(table):
    expected = [tidy(row) for row in table]
    while expected and not expected[-1]:
        expected.pop()
    _, rows = handed_over(table)
    assert rows == expected
    assert [rows[place] for place in range(len(rows))] == expected
    kinds = [[type(cell) for cell in row] for row in rows]
    assert kinds == [[type(cell) for cell in row] for row in expected]


def test_rows_beyond_one_block_are_found_by_number_and_by_slice():
    table = [[number, str(number), number / 2] for number in range(9000)]
    table[5000:8000] = [[]] * 3000
    lines, rows = handed_over(table)
    assert len(lines) > 5
    assert (len(rows), rows[8999], rows[-1]) == (9000, (8999, "8999", 4499.5), rows[8999])
    assert rows[5000] == ()
    assert rows[4999:5001] == ((4999, "4999", 2499.5), ())
    assert list(rows)[8000] == rows[8000] == (8000, "8000", 4000)
    with pytest.raises(IndexError):
        rows[9000]


def test_long_texts_are_handed_over_in_pieces_and_too_long_ones_refused():
    lines, rows = handed_over([["x" * 2**20] for _ in range(20)])
    assert max(map(len, lines)) <= LONGEST_LINE
    assert sum(len(cell) for row in rows for cell in row) == 20 * 2**20
    with pytest.raises(RefusedError, match="row-too-long"):
        handed_over([["y"], ["x" * LONGEST_LINE]])


def test_every_line_is_json_and_holds_no_code():
    lines, _ = handed_over([["__reduce__", 1]])
    assert [type(json.loads(line)) for line in lines] == [dict, dict, list, dict]
