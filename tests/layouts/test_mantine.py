"""The components of Mantine that are read in are those that pages ask for, no more and no fewer."""

import ast

import dash_mantine_components as dmc
import pytest

from cakupan.settings import ROOT
from layouts.mantine import USED


def asked_for() -> set[str]:
    """Every ``dmc.Name`` in the modules of pages."""
    return {
        node.attr
        for path in (ROOT / "layouts").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "dmc"
    }


def test_what_is_read_in_is_what_pages_ask_for():
    assert set(USED) == asked_for()


@pytest.mark.parametrize("name", USED)
def test_each_is_the_component_of_its_library(name):
    component = getattr(dmc, name)
    assert component.__module__ == f"dash_mantine_components.{name}"
    assert {one["relative_package_path"] for one in component._js_dist} >= {
        "dash_mantine_components.js"
    }


def test_one_that_no_page_asks_for_is_not_there():
    assert not hasattr(dmc, "DatePicker")
