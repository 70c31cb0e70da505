"""The components of Mantine that pages are made of, without the 140 that no page has.

By itself the library reads in all it has, each a module with hundreds of declarations: a tenth of
a start (decision 27). A module of its own tells it which there are; ours stands in for that one.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any

USED = (
    "Autocomplete",
    "Checkbox",
    "CheckboxGroup",
    "MantineProvider",
    "Modal",
    "MultiSelect",
    "NumberInput",
    "Radio",
    "RadioGroup",
    "SegmentedControl",
    "Select",
    "Slider",
    "Switch",
    "Table",
    "TextInput",
)
_LIBRARY = "dash_mantine_components"
_LIST = f"{_LIBRARY}._imports_"


class _Used(ModuleType):
    """The list of components, as short as ours; each is read in when the library takes it."""

    def __getattr__(self, name: str) -> Any:
        if name not in USED:
            raise AttributeError(name)
        return getattr(import_module(f"{_LIBRARY}.{name}"), name)


def read_in() -> None:
    """Read the library in; where somebody else has done so already, it has all components."""
    if _LIST not in sys.modules:
        sys.modules[_LIST] = listed = _Used(_LIST)
        listed.__dict__["__all__"] = [*USED]
    import_module(_LIBRARY)
