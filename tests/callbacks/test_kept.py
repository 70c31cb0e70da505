"""Answers are worked out once for each version of the data, and never outlive it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Event

import pytest

from callbacks.kept import Kept


@pytest.fixture
def numbers() -> Iterator[int]:
    return count()


def test_an_answer_is_worked_out_once_for_each_version(numbers: Iterator[int]) -> None:
    kept = Kept()
    asked = [kept.answer(version, "q", lambda: next(numbers)) for version in (1, 1, 2, 2)]
    assert asked == [0, 0, 1, 1]


def test_questions_do_not_share_an_answer(numbers: Iterator[int]) -> None:
    kept = Kept()
    asked = [kept.answer(1, question, lambda: next(numbers)) for question in ("a", "b", "a")]
    assert asked == [0, 1, 0]


def test_whoever_began_before_a_change_gets_the_answer_of_that_time(numbers: Iterator[int]) -> None:
    kept = Kept()
    kept.answer(2, "q", lambda: next(numbers))
    assert kept.answer(1, "q", lambda: next(numbers)) == 1
    assert kept.answer(2, "q", lambda: next(numbers)) == 0


def test_a_failure_is_told_and_not_kept(numbers: Iterator[int]) -> None:
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.answer(1, "q", lambda: 1 // next(numbers))
    assert kept.answer(1, "q", lambda: 1 // next(numbers)) == 1


def test_of_a_kind_that_is_bounded_the_oldest_answers_go(numbers: Iterator[int]) -> None:
    kept = Kept()

    def ask(*question: str) -> int:
        return kept.answer(1, question, lambda: next(numbers), most=2)

    assert kept.answer(1, "other", lambda: next(numbers)) == 0
    assert [ask("view", name) for name in ("a", "b", "a", "c")] == [1, 2, 1, 3]
    assert [ask("view", name) for name in ("b", "c", "a")] == [2, 3, 4]
    assert kept.answer(1, "other", lambda: next(numbers)) == 0


def test_those_who_ask_at_once_wait_for_one_answer(numbers: Iterator[int]) -> None:
    kept, go = Kept(), Event()

    def slowly() -> int:
        go.wait(5)
        return next(numbers)

    with ThreadPoolExecutor(4) as pool:
        asked = [pool.submit(kept.answer, 1, "q", slowly) for _ in range(4)]
        go.set()
        assert [one.result(5) for one in asked] == [0, 0, 0, 0]
