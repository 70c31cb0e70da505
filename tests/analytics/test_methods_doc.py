"""docs/methods.md names every public function of the analytics, and its example is computed."""

import importlib
import inspect
import pkgutil
import re
from decimal import Decimal
from pathlib import Path

from cakupan import analytics
from cakupan.analytics.gaps import months_left, people_a_month, people_needed
from cakupan.analytics.summary import Reason, Status
from cakupan.domain.periods import Period

TEXT = (Path(__file__).resolve().parents[2] / "docs" / "methods.md").read_text(encoding="utf-8")


def public_functions() -> set[str]:
    return {
        name
        for module in pkgutil.iter_modules(analytics.__path__, "cakupan.analytics.")
        for name, function in inspect.getmembers(
            importlib.import_module(module.name), inspect.isfunction
        )
        if function.__module__ == module.name and not name.startswith("_")
    }


def test_methods_names_every_public_function_and_none_that_is_gone() -> None:
    assert set(re.findall(r"`([a-z_]+)\(\)`", TEXT)) == public_functions()


def test_methods_explains_every_status_and_every_reason() -> None:
    words = {*Status, *Reason} - {Status.NOT_ASSESSED}
    assert [word for word in words if f"`{word}`" not in TEXT] == []


def test_the_worked_example_is_what_the_functions_answer() -> None:
    participants, workers = 2_727_000, 5_924_400
    people = people_needed(participants, workers, ratio=Decimal("0.65"))
    months = months_left(Period("2025-10"), 2030)
    counts = [
        participants,
        workers,
        people_needed(participants, workers, ratio=Decimal("0.50")),
        people,
        people_a_month(people, months),
    ]
    example = TEXT[TEXT.index("## Worked example") :]
    for number in [*(f"{count:,}".replace(",", ".") for count in counts), f"| {months} |"]:
        assert number in example
    assert f"{participants / workers:.2%}".replace(".", ",") in example
