"""What the Data page asks: what a withdrawal or its undoing would change; which are samples."""

import pytest

from cakupan.domain.measures import Maturity
from cakupan.storage.queries.aftermath import Aftermath, OtherLoad, if_restored, if_withdrawn
from cakupan.storage.queries.samples import loads_with_samples

pytestmark = pytest.mark.both_engines


def test_each_figure_goes_back_to_the_newest_load_that_states_it(store, figure) -> None:
    first = store.load(figure(1), figure(1, region="36.04"), name="lama.xlsx")
    second = store.load(figure(2, region="36.04"), name="baru.xlsx")
    third = store.load(figure(3), figure(3, region="36.04"), figure(3, region="36.71"))
    assert store.ask(if_withdrawn, load_id=third.id) == Aftermath(
        figures=3,
        others=(OtherLoad(second.id, "baru.xlsx", 1), OtherLoad(first.id, "lama.xlsx", 1)),
    )
    assert store.ask(if_withdrawn, load_id=third.id).alone == 1


def test_what_is_foretold_is_what_happens(store, figure) -> None:
    sample = store.load(figure(1, maturity=Maturity.SAMPLE), figure(1, region="36.04"))
    real = store.load(figure(2))
    newest = store.load(figure(3), figure(3, region="36.04"), figure(3, region="36.71"))
    foretold = store.ask(if_withdrawn, load_id=newest.id)
    before = {row[0] for row in store.current()}
    store.undo(newest)
    after = [row for row in store.current() if row[0] not in before]
    assert len(after) == sum(one.figures for one in foretold.others)
    assert {one.load_id for one in foretold.others} == {sample.id, real.id}


def test_a_load_that_others_have_replaced_changes_nothing(store, figure) -> None:
    old = store.load(figure(1))
    store.load(figure(2))
    assert store.ask(if_withdrawn, load_id=old.id) == Aftermath(figures=0, others=())


def test_a_withdrawn_load_does_not_come_back(store, figure) -> None:
    withdrawn = store.load(figure(1))
    store.undo(withdrawn)
    newest = store.load(figure(2))
    foretold = store.ask(if_withdrawn, load_id=newest.id)
    assert foretold.others == ()
    assert foretold.alone == 1


def test_a_restored_load_takes_back_the_places_it_had(store, figure) -> None:
    old = store.load(figure(1), figure(1, region="36.04"), name="lama.xlsx")
    back = store.load(figure(2), figure(2, region="36.71"))
    store.undo(back)
    newest = store.load(figure(3), name="baru.xlsx")
    assert store.ask(if_restored, load_id=back.id) == Aftermath(figures=1, others=())
    store.undo(newest)
    foretold = store.ask(if_restored, load_id=back.id)
    assert foretold == Aftermath(figures=2, others=(OtherLoad(old.id, "lama.xlsx", 1),))
    assert foretold.alone == 1


def test_a_restored_sample_steps_behind_a_real_figure(store, figure) -> None:
    sample = store.load(figure(1, maturity=Maturity.SAMPLE))
    store.undo(sample)
    store.load(figure(2))
    assert store.ask(if_restored, load_id=sample.id) == Aftermath(figures=0, others=())


def test_one_sample_figure_makes_its_load_a_sample(store, figure) -> None:
    sample = store.load(figure(1), figure(1, region="36.04", maturity=Maturity.SAMPLE))
    real = store.load(figure(2))
    other = store.load(figure(3, region="36.71", maturity=Maturity.SAMPLE))
    assert store.ask(loads_with_samples, load_ids=[sample.id, real.id]) == {sample.id}
    assert store.ask(loads_with_samples, load_ids=[]) == frozenset()
    assert other.id not in store.ask(loads_with_samples, load_ids=[real.id])
