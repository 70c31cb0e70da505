"""Floors: a room imports rooms on lower floors only, never its neighbours, never up.

The table below is the rule. Change it here, with a sentence, when the design changes.
"""

import ast
import re
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

FLOORS = {
    "cakupan.domain": 0,
    "cakupan.storage": 1,
    "cakupan.analytics": 1,
    "cakupan.texts": 1,
    "cakupan.charts": 2,
    "cakupan.exports": 3,
    "cakupan.access": 3,
    "layouts": 3,
    "etl": 3,
    "callbacks": 4,
    "routes": 4,
    "cakupan.settings": 5,
    # Whether and how a server may be opened, by its settings.
    "cakupan.opening": 5,
    # What a start does before it serves.
    "cakupan.preparing": 5,
    # What the process asks of the C library.
    "cakupan.memory": 5,
    # What the process reads in once it serves.
    "cakupan.later": 5,
    # What a thread asks of the system, so that others go before it.
    "cakupan.patience": 5,
    # How what happens is written for whoever runs the server.
    "cakupan.logs": 5,
    "cakupan.__main__": 5,
    # The commands behind it: an entry point in several modules.
    "cakupan.commands": 5,
    "app": 5,
    "etl.__main__": 5,
    "etl.commands": 5,
    "etl.__init__": 0,
    "cakupan.__init__": 0,
}

# An entry point and the rooms that are part of it.
OF_ENTRIES = {
    "etl.__main__": {"etl", "etl.commands"},
    "cakupan.__main__": {"cakupan.commands"},
    "app": {
        "cakupan.opening",
        "cakupan.preparing",
        "cakupan.logs",
        "cakupan.memory",
        "cakupan.later",
        "cakupan.patience",
    },
}

# Given data, never asking for it: these rooms do not know the store.
WITHOUT_STORAGE = {"layouts", "cakupan.charts", "cakupan.exports", "cakupan.analytics"}

# A heavy library has a home and may not move out of it.
HOMES = {
    "dash": {"app", "layouts", "callbacks"},
    "dash_mantine_components": {"app", "layouts", "callbacks"},
    "plotly": {"cakupan.charts"},
    # The Engine type travels with what hands it on.
    "sqlalchemy": {"cakupan.storage", "cakupan.access", "cakupan.commands", "cakupan.opening"}
    | {"app", "callbacks", "routes", "etl", "etl.commands"},
    "alembic": {"cakupan.storage"},
    "python_calamine": {"etl"},
    "openpyxl": {"etl", "cakupan.exports"},
    "xlsxwriter": {"cakupan.exports"},
    "pptx": {"cakupan.exports"},
    "orjson": {"cakupan.charts", "callbacks"},
    "msgspec": {"cakupan.domain"},
    "rapidfuzz": {"etl"},
    "flask": {"app", "routes"},
    "argon2": {"cakupan.access"},
}

TOP = ("app", "cakupan", "callbacks", "etl", "layouts", "routes")


def modules() -> list[tuple[str, Path]]:
    paths = [p for name in TOP for p in [ROOT / f"{name}.py", *(ROOT / name).rglob("*.py")]]
    return [
        (".".join(path.relative_to(ROOT).with_suffix("").parts), path)
        for path in paths
        if path.exists()
    ]


def room(module: str) -> str:
    """The longest known name this module stands under."""
    if module in ("cakupan", "cakupan.__version__", "etl"):
        module = module.removesuffix(".__version__") + ".__init__"
    parts = module.split(".")
    for size in range(len(parts), 0, -1):
        name = ".".join(parts[:size])
        if name in FLOORS:
            return name
    raise AssertionError(f"{module} stands in no room of the table")


@cache
def imports(path: Path) -> list[tuple[int, str]]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            raise AssertionError(f"{path}:{node.lineno}: imports are absolute in this house")
    return found


MODULES = modules()


def test_a_room_imports_lower_floors_only() -> None:
    told = []
    for module, path in MODULES:
        here = room(module)
        for line, name in imports(path):
            if name.split(".")[0] not in TOP:
                continue
            there = room(name)
            lower = FLOORS[there] < FLOORS[here]
            same_room = there == here or there in OF_ENTRIES.get(here, ())
            if not (lower or same_room or (there == "cakupan.settings" and FLOORS[here] == 5)):
                told.append(f"{path.relative_to(ROOT)}:{line}: {here} may not import {there}")
            if here in WITHOUT_STORAGE and there == "cakupan.storage":
                told.append(f"{path.relative_to(ROOT)}:{line}: {here} is given data")
    assert not told, "\n".join(told)


def test_a_heavy_library_stays_at_home() -> None:
    told = []
    for module, path in MODULES:
        for line, name in imports(path):
            homes = HOMES.get(name.split(".")[0])
            if homes is not None and room(module) not in homes:
                told.append(f"{path.relative_to(ROOT)}:{line}: {name} lives in {sorted(homes)}")
    assert not told, "\n".join(told)


def test_elements_of_html_are_the_quick_ones() -> None:
    for module, path in MODULES:
        taken = [name for _, name in imports(path) if name.startswith("dash.html")]
        assert not taken or module == "layouts.elements", f"{module}: take layouts.elements"


def test_two_places_keep_no_answers_by_one_name() -> None:
    """Each would be given what the other worked out: the kind is all that tells them apart."""
    named = [
        call.args[0].value
        for _, path in MODULES
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "recent"
        and isinstance(call.args[0], ast.Constant)
    ]
    assert len(named) > 10
    assert sorted(named) == sorted(set(named))


def test_the_domain_imports_the_standard_library_and_what_makes_its_records() -> None:
    for module, path in MODULES:
        if room(module) == "cakupan.domain":
            known = {"cakupan", "msgspec"} if module == "cakupan.domain.records" else {"cakupan"}
            for line, name in imports(path):
                first = name.split(".")[0]
                assert first in sys.stdlib_module_names or first in known, (
                    f"{path.name}:{line}: {name}"
                )


def test_no_module_takes_a_name_of_the_standard_library_or_says_nothing() -> None:
    silent = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}
    for module, _path in MODULES:
        last = module.split(".")[-1]
        if not last.startswith("__"):
            assert last not in sys.stdlib_module_names, module
            assert last not in silent, module


def test_nobody_imports_the_app_but_tests() -> None:
    for module, path in MODULES:
        assert not [n for _, n in imports(path) if n.split(".")[0] == "app"], module


def test_every_module_says_what_it_is() -> None:
    for module, path in MODULES:
        if "migrations" not in module:
            assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), module


def test_modules_and_functions_stay_short() -> None:
    for module, path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) <= 300, f"{module}: split before 300 lines"
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                length = (node.end_lineno or node.lineno) - node.lineno + 1
                assert length <= 60, f"{module}.{node.name}: {length} lines"


def test_no_assert_and_no_bare_except_outside_tests() -> None:
    for module, path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            assert not isinstance(node, ast.Assert), f"{module}:{node.lineno}: assert"
            if isinstance(node, ast.ExceptHandler):
                assert node.type is not None, f"{module}:{node.lineno}: bare except"


def test_no_frame_lives_at_module_level() -> None:
    for module, path in MODULES:
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                source = ast.unparse(node.value)
                assert "DataFrame(" not in source, f"{module}:{node.lineno}"
                assert "read_csv(" not in source, f"{module}:{node.lineno}"


def test_no_question_reaches_the_database_but_through_a_reader_with_a_scope() -> None:
    asked = 0
    for path in (ROOT / "cakupan" / "storage" / "queries").glob("*.py"):
        assert not {"Connection", "Engine", "Session"} & {
            name.rpartition(".")[2] for _, name in imports(path)
        }, f"{path.name}: a question is given a reader"
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                of = call.func.value.id if isinstance(call.func.value, ast.Name) else ""
                if call.func.attr in {"execute", "fetch", "scalar", "scalars"} and of:
                    assert of == "reader", f"{path.name}:{call.lineno}: asks past the reader"
                    asked += 1
                assert call.func.attr != "unscoped", f"{path.name}:{call.lineno}: widens the scope"
    assert asked > 30


def test_pages_widen_the_scope_only_to_make_sums() -> None:
    sums = {"callbacks.answers", "callbacks.reading", "callbacks.tallies"}
    wide = {
        module
        for module, path in MODULES
        if room(module) in {"callbacks", "layouts", "routes"}
        and re.search(r"\bunscoped\b|\bReader\(", path.read_text(encoding="utf-8"))
    }
    assert wide == sums


def test_data_holds_no_python() -> None:
    assert not list((ROOT / "data").rglob("*.py"))
