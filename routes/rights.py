"""What a request needs a right to: each route by its endpoint, each callback by what sets it off.

What is not listed nobody may do: a new route or callback is closed until it stands here.
"""

from collections.abc import Mapping

from cakupan.domain.people import Action

# Without a log-in: the page that asks for one, what draws it, and whether the server is alive.
OPEN = frozenset(
    {"log-in", "log-in-now", "first-admin", "first-admin-now", "invited", "invited-now"}
    | {"healthz", "readyz"}
    | {"_dash_assets.static", "/_favicon.ico", "static"}
)
_SUITES = "/_dash-component-suites/<string:package_name>/<path:fingerprinted_path>"
CALLBACK = "/_dash-update-component"

_VIEWED = (
    *("/", "/<path:path>", "/_dash-layout", "/_dash-dependencies", "/_reload-hash", _SUITES),
    *(
        "bundle-first.js",
        "first-sight",
        "bundle-style.css",
        "bundle-cakupan-dash-renderer.js",
        "bundle-charts.js",
    ),
    *("boundaries", "exports-card", "exports-page", "exports-deck-xlsx", "target-letter", "press"),
    *("deck-summary", "deck-chosen", "deck-refresh", "deck-templates", "first-template"),
    *("show", "deck-items", "slide-cards", "templates", "log-out"),
    *("own-password", "own-password-now", "own-sessions", "own-sessions-now"),
    *("api.coverage", "api.figures", "api.targets", "api.ranking", "api.releases"),
    *("api.openapi", "api.unknown"),
)
ROUTES: Mapping[str, Action] = {
    **dict.fromkeys(_VIEWED, Action.VIEW),
    **dict.fromkeys(("upload", "uploads", "findings"), Action.LOAD),
    **dict.fromkeys(("deck-template", "no-template"), Action.KEEP_TEMPLATES),
    "audit-csv": Action.READ_AUDIT,
}

# What sets off callbacks that only draw something.
DRAWING = frozenset({"shell-request", "target-asked"})
# By the first input of a callback: its id, or the type of one that stands there many times.
CALLBACKS: Mapping[str, Action] = {
    **dict.fromkeys(
        ("shell-address", "shell-request", "shell-origin-asked", "target-asked"), Action.VIEW
    ),
    **dict.fromkeys(
        ("target-pressed", "target-dialog-yes", "segmen-pressed", "segmen-dialog-yes"),
        Action.EDIT,
    ),
    **dict.fromkeys(
        ("weights-pressed", "weights-dialog-yes", "dossier-pressed", "dossier-dialog-yes"),
        Action.EDIT,
    ),
    **dict.fromkeys(("mutu-pressed", "mutu-dialog-yes"), Action.DECIDE),
    **dict.fromkeys(("data-load", "data-file-pressed"), Action.LOAD),
    **dict.fromkeys(
        ("data-pressed", "data-foretold", "data-dialog-yes", "data-turning"), Action.WITHDRAW
    ),
    **dict.fromkeys(("releases-make", "releases-making"), Action.RELEASE),
    **dict.fromkeys(("jejak-older", "jejak-verify"), Action.READ_AUDIT),
    **dict.fromkeys(
        ("pengguna-changed", "pengguna-pressed", "pengguna-dialog-yes"), Action.MANAGE_PEOPLE
    ),
}
