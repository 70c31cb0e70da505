"""Words that are said again and again stand in frames once, and cost a number a row."""

import numpy as np
import pytest

from cakupan.domain.measures import Measure
from cakupan.storage.queries.detailed import detailed_counts
from cakupan.storage.queries.frames import words

pytestmark = pytest.mark.both_engines


def test_a_word_costs_a_row_one_byte_and_keeps_the_order_of_texts() -> None:
    said = words(["36.03", "36", "11", "36"] * 1000)
    assert said.codes.nbytes == len(said)
    assert said[:4].tolist() == ["36.03", "36", "11", "36"]
    assert list(said.categories) == ["11", "36", "36.03"]
    assert said.max() == "36.03"


def test_more_words_than_a_byte_can_number_are_told_apart() -> None:
    many = [f"{number:05}" for number in np.random.default_rng(1).permutation(40_000)]
    assert words(many).tolist() == many


def test_claims_come_with_words_as_categories_of_the_publisher_that_is_preferred(
    store, figure
) -> None:
    claims = {"measure": Measure.CLAIMS, "period": "2024-10"}
    store.load(
        figure(3, programme="JKK", publisher="pemda", **claims),
        figure(2, programme="JKK", publisher="bpjs", **claims),
        figure(1, programme="JHT", publisher="pemda", **claims),
    )
    frame = store.ask(detailed_counts, measures=[Measure.CLAIMS], publishers=["bpjs", "pemda"])
    assert frame[["programme", "count"]].to_numpy().tolist() == [["JHT", 1], ["JKK", 2]]
    kinds = {name: str(kind) for name, kind in frame.dtypes.items()}
    texts = ("measure", "region_code", "period", "programme", "group")
    assert kinds == dict.fromkeys(texts, "category") | {
        "date": "datetime64[us]",
        "count": "int64",
        "sample": "bool",
    }
