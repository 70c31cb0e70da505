"""An element of Dash that is made and written in a fraction of the time, and the same in all else.

A page is made of hundreds. Dash's own asks anew of each what it may be given, and when it is sent
which of all that it may be given it has.
"""

from typing import Any, ClassVar

from dash.development.base_component import Component, ComponentMeta

# What Dash's own says of itself only once it is made.
_TOLD_WHEN_MADE = ("_prop_names", "_valid_wildcard_attributes")
_TOLD = ("__module__", "__doc__", "_namespace", "_type", "_children_props", "_base_nodes")


class _Quick:
    """What is the same in all of them.

    ``_accepted`` are names that Dash took before, ``_orders`` in which order it writes them.

    No component itself: Dash would take the room it stands in for a library of components.
    """

    _type: ClassVar[str]
    _namespace: ClassVar[str]
    _whole: ClassVar[type[Component]]
    _accepted: ClassVar[set[str]]
    _places: ClassVar[dict[str, int]]
    _orders: ClassVar[dict[tuple[str, ...], tuple[str, ...]]]

    def __init__(self, children: object = None, **told: object) -> None:
        if not self._accepted.issuperset(told):
            # Dash refuses what no element has.
            self._whole(children=children, **told)
            self._accepted.update(told)
        own = self.__dict__
        own["children"] = children
        own.update(told)

    def to_plotly_json(self) -> dict[str, Any]:
        """As Dash writes it: properties in its order, then those for scripts and readers."""
        own = self.__dict__
        told = tuple(own)
        # A program tells its elements the same few things in the same few orders.
        names = self._orders.get(told) or self._ordered(told)
        return {
            "props": {name: own[name] for name in names},
            "type": self._type,
            "namespace": self._namespace,
        }

    def _ordered(self, told: tuple[str, ...]) -> tuple[str, ...]:
        places, last = self._places, len(self._places)
        names = tuple(sorted(told, key=lambda name: places.get(name, last)))
        return self._orders.setdefault(told, names)


def quick(whole: type[Component]) -> Any:
    """The class that stands for an element of Dash, under the same name."""
    made = whole()
    told: dict[str, Any] = {name: getattr(whole, name) for name in _TOLD}
    told |= {name: getattr(made, name) for name in _TOLD_WHEN_MADE}
    told |= {
        "_whole": whole,
        "_accepted": set(),
        "_orders": {},
        "_places": {name: place for place, name in enumerate(told["_prop_names"])},
    }
    return ComponentMeta(whole.__name__, (_Quick, whole), told)  # type: ignore[no-untyped-call]
