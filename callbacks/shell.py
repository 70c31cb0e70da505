"""The shell at work: the global bar follows the address, and the page follows the path."""

from collections.abc import Collection
from functools import partial

from dash import Dash, Input, Output, State
from dash.development.base_component import Component
from dash.exceptions import PreventUpdate

from cakupan.access.may import may
from cakupan.domain.acting import actor
from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.domain.regions import NATION_CODE, Region
from cakupan.domain.releases import Edition
from cakupan.domain.repeating import holds
from cakupan.storage.errors import ReleaseError
from cakupan.texts import Words, date_format, words
from callbacks.figures import Figures, Source
from callbacks.reading import Request, Settled, settled
from callbacks.sending import sent
from callbacks.wiring import clientside, log_failure, outputs, values
from layouts import global_bar, page_bar, shell
from layouts.choices import Choices, parse
from layouts.edition import edition_name
from layouts.file_stem import CARD_PLACE, file_stem
from layouts.global_bar import Offer
from layouts.ids import ShellId as Id
from layouts.notices import notices, scope_notice
from layouts.pages import PAGES, page_at
from layouts.region_path import code_in, region_path
from layouts.release_strip import strip
from layouts.view import Slot, base_name

SLOTS: tuple[Slot, ...] = (
    *global_bar.SLOTS,
    *shell.SLOTS,
    (Id.NOTICE, "children"),
    (Id.SHOWN, "data"),
)
_CONTROLS = (Id.REGION, Id.PERIOD, Id.DENOMINATOR, Id.FRAMEWORK, Id.LANGUAGE)


def register(app: Dash, *, source: Source) -> None:
    """Wire the shell. The address is the only truth: controls write it, everything reads it."""
    address = (Input(Id.ADDRESS, "pathname"), Input(Id.ADDRESS, "search"))
    controls = [Input(name, "value") for name in _CONTROLS]
    button = (Id.MENU_BUTTON, "aria-expanded")
    clientside(app, "ask", Output(Id.REQUEST, "data"), *address, State(Id.REMEMBERED, "data"))
    clientside(
        app, "choose", *controls, Input(Id.THEME, "checked"), State(Id.SHOWN, "data"), first=False
    )
    clientside(app, "reflect", Input(Id.SHOWN, "data"), first=False)
    clientside(
        app,
        "toggle",
        Output(*button),
        Input(Id.MENU_BUTTON, "n_clicks"),
        address[0],
        State(*button),
        first=False,
    )
    app.callback(
        Output(Id.PAGE, "children"),
        Output(Id.PAGE, "data-path"),
        Input(Id.ADDRESS, "pathname"),
        State(Id.ADDRESS, "search"),
        State(Id.PAGE, "data-path"),
        on_error=log_failure,
    )(partial(show_page, reference=source.reference))
    app.callback(outputs(SLOTS), Input(Id.REQUEST, "data"), on_error=log_failure)(
        partial(show_shell, source=source)
    )


def show_page(
    path: object, search: object, placed: object, *, reference: Reference
) -> tuple[object, str]:
    """The page of a path at rest, unless it stands there already; a way back from nowhere."""
    page = page_at(str(path or "/"))
    if page and page.path == placed:
        raise PreventUpdate
    language = words(parse(str(search or ""), reference).choices.language)
    if page is None:
        return shell.unknown_page(language), ""
    if not may(actor().person, page.needs):
        return shell.closed_page(language), ""
    return sent(page.at_rest(language)), page.path


class _Standing(Record, frozen=True):
    """What the shell is drawn from, of the running figures or of a release."""

    found: Settled
    provinces: Collection[str]
    reference: Reference
    edition: Edition | None


def _standing(figures: Figures, request: Request) -> _Standing:
    return _Standing(
        settled(figures, request), figures.provinces(), figures.reference, figures.edition
    )


def show_shell(data: object, *, source: Source) -> list[object]:
    """The global bar, the menu and the notices for a request."""
    request = Request.of(data)
    try:
        with source.figures(request.release) as figures:
            standing = _standing(figures, request)
            if figures.edition is None:
                holds(figures.version, named=True)
    except ReleaseError:
        # The page says so in its stead; the bar goes on offering what there is.
        with source.figures() as figures:
            standing = _standing(figures, request)
    found, provinces, reference = standing.found, standing.provinces, standing.reference
    language = words(found.choices.language)
    region = found.region
    offer = Offer(
        found.periods, found.frameworks, {*provinces, *([NATION_CODE] if provinces else [])}
    )
    changes = {
        **global_bar.changes(found.choices, offer, reference, language),
        **shell.changes(
            request.path,
            language,
            query=_going_along(found.choices),
            person=actor().person,
            pages=[page for page in PAGES if may(actor().person, page.needs)],
        ),
        **page_bar.changes(request.path, _on_paper(standing, language), language),
        (Id.NOTICE, "children"): [
            *_strip(standing.edition, request, found, language),
            *scope_notice(actor().scope, reference.directory, language),
            *notices(found.asked, found.choices, found.ignored, region, language),
        ],
        (Id.SHOWN, "data"): shown(request, found, region, language),
    }
    return values(changes, SLOTS)


def shown(request: Request, found: Settled, region: Region, language: Words) -> dict[str, object]:
    """What the browser keeps: the address of this view, what to remember of it, the title."""
    choices = found.choices
    return {
        "key": request.key,
        "query": choices.query,
        "remember": _remembered(found).query,
        "newest": found.newest,
        "language": choices.language.value,
        "theme": choices.theme.value,
        "file": file_stem(request.path, CARD_PLACE, region, choices),
        "regional": region_path("") if code_in(request.path) else "",
        "title": _title(request.path, choices, region, language),
    }


def _on_paper(standing: _Standing, words: Words) -> tuple[str, ...]:
    """Region, month, base and release: what a printed page is of."""
    found, edition = standing.found, standing.edition
    choices, language = found.choices, words.language
    when = date_format.period(choices.period, language) if choices.period else ""
    base = base_name(choices.denominator_id, standing.reference, language)
    return (
        found.region.name,
        when,
        words("ringkasan.caption.denominator", denominator=base),
        edition_name(edition, words) if edition else "",
    )


def _remembered(found: Settled) -> Choices:
    """What the next visit begins with: never frozen figures, which nobody would expect then."""
    choices = found.choices.at(None) if found.newest else found.choices
    return choices.anywhere().running()


def _going_along(choices: Choices) -> str:
    """What links to other pages carry: nothing is lost on the way while a release is shown."""
    return choices.anywhere().query if choices.release else ""


def _strip(
    edition: Edition | None, request: Request, found: Settled, language: Words
) -> list[Component]:
    return [strip(edition, request.path, found.choices, language)] if edition else []


def _title(path: str, choices: Choices, region: Region, language: Words) -> str:
    """What the browser's tab says: page, region, month."""
    page = page_at(path)
    if page is None:
        return language("shell.unknown.title")
    place = region.name
    if choices.period:
        place += f" · {date_format.period(choices.period, choices.language, short=True)}"
    return language("shell.title", page=language(page.title_key), place=place)
