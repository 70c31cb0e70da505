"""The memory of finished answers: bounded, and never of another version of the data."""

from hypothesis import given
from hypothesis import strategies as st

from cakupan.domain.acting import NOBODY_NAMED
from cakupan.domain.people import EVERYWHERE, Role
from routes.answer_memory import AnswerMemory, Sent
from routes.question import Question

MOST = 100
STEPS = st.lists(
    st.tuples(st.integers(1, 3), st.integers(0, 5), st.booleans(), st.binary(max_size=130)),
    max_size=60,
)


def asks(number: int) -> Question:
    return Question(b"%d" % number, "br", EVERYWHERE, Role.VIEWER, "", NOBODY_NAMED)


def keep(memory: AnswerMemory, version: int, number: int, body: bytes = b"", at: float = 0) -> None:
    memory.keep(version, asks(number), Sent(body, ()), asked=at)


def found(memory: AnswerMemory, version: int, number: int, at: float = 0) -> bytes | None:
    sent = memory.find(version, asks(number), at=at)
    return sent.body if sent else None


@given(STEPS)
def test_it_holds_no_more_than_it_may_and_gives_what_was_kept_last(
    steps: list[tuple[int, int, bool, bytes]],
) -> None:
    memory, kept, oldest = AnswerMemory(MOST), {}, -1
    for version, number, forgets, body in steps:
        if forgets:
            memory.forget(before=version)
            oldest = max(oldest, version)
        keep(memory, version, number, body)
        stays = version >= oldest and len(body) < MOST
        if stays:
            kept[version, number] = body
            assert found(memory, version, number) == body
        assert memory.size <= MOST
        for (of, asked), last in kept.items():
            assert found(memory, of, asked) in ((None, last) if of >= oldest else (None,))


@given(st.integers(0, 5), st.integers(1, 5))
def test_an_older_or_newer_version_is_another_question(version: int, apart: int) -> None:
    memory = AnswerMemory(MOST)
    keep(memory, version, 1, b"lama")
    assert found(memory, version + apart, 1) is None
    keep(memory, version + apart, 2, b"baru")
    assert found(memory, version, 1) == b"lama", "both stand until the older is shown to nobody"
    memory.forget(before=version + apart)
    assert memory.size == len(b"2baru")
    keep(memory, version, 1, b"lama")
    assert found(memory, version, 1) is None, "there is a newer one already"
    assert found(memory, version + apart, 2) == b"baru"


def test_what_was_asked_for_of_late_stays() -> None:
    memory = AnswerMemory(MOST)
    for number in (1, 2):
        keep(memory, 1, number, b"x" * 40)
    assert found(memory, 1, 1)
    keep(memory, 1, 3, b"x" * 40)
    assert found(memory, 1, 1)
    assert found(memory, 1, 2) is None


def test_of_what_was_drawn_anew_that_goes_first_which_was_not_asked_for_the_longest() -> None:
    memory = AnswerMemory(MOST)
    for number, at in ((1, 30.0), (2, 20.0), (3, 10.0)):
        keep(memory, 2, number, b"x" * 30, at)
    memory.forget(before=2)
    keep(memory, 2, 4, b"x" * 30, 40.0)
    assert [found(memory, 2, number) is not None for number in (1, 2, 3)] == [True, True, False]


def test_what_was_asked_of_late_and_is_not_known_yet_is_to_be_drawn_the_newest_first() -> None:
    memory = AnswerMemory(MOST)
    for number, at in ((1, 10.0), (2, 30.0), (3, 20.0), (4, 5.0), (5, 25.0)):
        keep(memory, 7, number, at=at)
    keep(memory, 8, 5, at=40.0)
    keep(memory, 8, 6, at=35.0)
    assert found(memory, 7, 1, at=50.0) is not None
    told = [(one.body, at) for one, at in memory.to_draw_anew(9, since=15.0)]
    assert told == [(b"1", 50.0), (b"5", 40.0), (b"6", 35.0), (b"2", 30.0), (b"3", 20.0)]
    for number in (1, 6):
        keep(memory, 9, number)
    left = [one.body for one, _ in memory.to_draw_anew(9, since=15.0)]
    assert left == [b"5", b"2", b"3"]
    assert [one for one in range(1, 7) if memory.knows(9, asks(one))] == [1, 6]
