"""How other programs, Excel first, ask for the same numbers: addresses, and a line to paste."""

from dash.development.base_component import Component

from cakupan.texts import Words
from layouts import elements as html
from layouts.metode.listing import Listing, listing

BASE = "/api/v1"
ADDRESSES = ("coverage", "figures", "targets", "ranking", "releases")


def programs(words: Words) -> list[Component]:
    """The addresses with what each gives, and how Excel reads one."""
    return [
        html.P(words("metode.api.lead"), className="lead"),
        html.Ul([html.Li(_address(name, words)) for name in ADDRESSES]),
        html.P(
            [
                html.A(f"{BASE}/openapi.json", href=f"{BASE}/openapi.json", target="_blank"),
                " · ",
                words("metode.api.document"),
            ]
        ),
        html.P(words("metode.api.excel")),
        html.Pre(html.Code(words("metode.api.query")), tabIndex=0),
    ]


def listed(words: Words) -> Listing:
    """A row for each address, as it is taken away."""
    rows = [[f"{BASE}/{name}", words(f"api.resource.{name}")] for name in ADDRESSES]
    return listing("api", rows, words)


def _address(name: str, words: Words) -> list[Component | str]:
    address = f"{BASE}/{name}"
    link = html.A(address, href=address, target="_blank")
    return [link, " · ", words(f"api.resource.{name}")]
