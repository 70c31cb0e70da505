"""What the Data page asks: what comes back when a load is withdrawn, which loads are samples."""

from cakupan.domain.measures import Maturity
from cakupan.storage.queries.aftermath import Aftermath, Successor, if_withdrawn
from cakupan.storage.queries.samples import loads_with_samples


def test_each_figure_goes_back_to_the_newest_load_that_states_it(store, figure) -> None:
    first = store.load(figure(1), figure(1, region="36.04"), name="lama.xlsx")
    second = store.load(figure(2, region="36.04"), name="baru.xlsx")
    third = store.load(figure(3), figure(3, region="36.04"), figure(3, region="36.71"))
    assert store.ask(if_withdrawn, load_id=third.id) == Aftermath(
        figures=3,
        successors=(Successor(second.id, "baru.xlsx", 1), Successor(first.id, "lama.xlsx", 1)),
    )
    assert store.ask(if_withdrawn, load_id=third.id).gone == 1


def test_what_is_foretold_is_what_happens(store, figure) -> None:
    sample = store.load(figure(1, maturity=Maturity.SAMPLE), figure(1, region="36.04"))
    real = store.load(figure(2))
    newest = store.load(figure(3), figure(3, region="36.04"), figure(3, region="36.71"))
    foretold = store.ask(if_withdrawn, load_id=newest.id)
    before = {row[0] for row in store.current()}
    store.undo(newest)
    after = [row for row in store.current() if row[0] not in before]
    assert len(after) == sum(one.figures for one in foretold.successors)
    assert {one.load_id for one in foretold.successors} == {sample.id, real.id}


def test_a_load_that_others_have_replaced_changes_nothing(store, figure) -> None:
    old = store.load(figure(1))
    store.load(figure(2))
    assert store.ask(if_withdrawn, load_id=old.id) == Aftermath(figures=0, successors=())


def test_a_withdrawn_load_does_not_come_back(store, figure) -> None:
    withdrawn = store.load(figure(1))
    store.undo(withdrawn)
    newest = store.load(figure(2))
    foretold = store.ask(if_withdrawn, load_id=newest.id)
    assert foretold.successors == ()
    assert foretold.gone == 1


def test_one_sample_figure_makes_its_load_a_sample(store, figure) -> None:
    sample = store.load(figure(1), figure(1, region="36.04", maturity=Maturity.SAMPLE))
    real = store.load(figure(2))
    other = store.load(figure(3, region="36.71", maturity=Maturity.SAMPLE))
    assert store.ask(loads_with_samples, load_ids=[sample.id, real.id]) == {sample.id}
    assert store.ask(loads_with_samples, load_ids=[]) == frozenset()
    assert other.id not in store.ask(loads_with_samples, load_ids=[real.id])
