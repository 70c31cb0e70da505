"""The memory of finished answers: bounded, and never of another version of the data."""

from hypothesis import given
from hypothesis import strategies as st

from routes.answer_memory import AnswerMemory, Sent

MOST = 100
STEPS = st.lists(
    st.tuples(st.integers(1, 3), st.integers(0, 5), st.binary(max_size=130)), max_size=60
)


@given(STEPS)
def test_it_holds_no_more_than_it_may_and_gives_what_was_kept_last(
    steps: list[tuple[int, int, bytes]],
) -> None:
    memory, kept, newest = AnswerMemory(MOST), {}, -1
    for version, question, body in steps:
        newest = max(newest, version)
        memory.keep(version, question, Sent(body, ()))
        if version == newest and len(body) <= MOST:
            kept[version, question] = body
        assert memory.size <= MOST
        for (of, asked), last in kept.items():
            found = memory.find(newest, asked)
            assert found is None or of != newest or found.body == last
        if version == newest and len(body) <= MOST:
            assert memory.find(version, question) == Sent(body, ())


@given(st.integers(0, 5), st.integers(1, 5))
def test_an_older_or_newer_version_is_another_question(version: int, apart: int) -> None:
    memory = AnswerMemory(MOST)
    memory.keep(version, "apa", Sent(b"lama", ()))
    assert memory.find(version + apart, "apa") is None
    memory.keep(version + apart, "siapa", Sent(b"baru", ()))
    assert memory.size == len(b"baru")
    memory.keep(version, "apa", Sent(b"lama", ()))
    assert memory.find(version, "apa") is None, "there is a newer one already"
    assert memory.find(version + apart, "siapa") == Sent(b"baru", ())


def test_what_was_asked_for_of_late_stays() -> None:
    memory = AnswerMemory(MOST)
    for name in ("a", "b"):
        memory.keep(1, name, Sent(b"x" * 40, ()))
    assert memory.find(1, "a")
    memory.keep(1, "c", Sent(b"x" * 40, ()))
    assert memory.find(1, "a")
    assert memory.find(1, "b") is None
