"""One file on its way in: what it holds, what would change, what was found, what became of it."""

from dash import dcc
from dash.development.base_component import Component

from cakupan.domain.loads import Load
from cakupan.texts import Words, date_format
from cakupan.texts.number_format import count
from layouts import elements as html
from layouts.attributes import aria, data
from layouts.data.changes_table import changes_table
from layouts.data.finding_groups import finding_groups
from layouts.data.marks import icon, mark
from layouts.data.question_form import given_answers, question_form
from layouts.data.records import DataView, FileView, Found
from layouts.data.table_choice import table_choice
from layouts.ids import DataAction

_READ, _ASKS = "refused", "question"


def status_of(file: FileView) -> str:
    """The file's own word for what can be done with it, or what became of it."""
    if file.load is not None:
        return "loaded"
    if file.loading:
        return "loading"
    return str(file.found.status) if file.found is not None else "failed"


def file_card(file: FileView, view: DataView, *, folded: bool = False) -> html.Article:
    """The card of a file in whatever state it is; folded it is one line that can be opened."""
    status = status_of(file)
    body = _body(file, view)
    if folded:
        body = _folded(file, body, view)
    return _card(file, status, body, view, folded=folded)


def _body(file: FileView, view: DataView) -> list[Component]:
    if file.load is not None:
        return _loaded(file, file.load, view.words)
    if file.found is None:
        return [_note("failed", view.words)]
    return [*_notes(file, file.found, view.words), *_contents(file, file.found, view)]


def _folded(file: FileView, body: list[Component], view: DataView) -> list[Component]:
    """What it holds and does in one line, and all that there is to say behind it."""
    words = view.words
    counts = file.load.counts if file.load else file.found.counts if file.found else None
    if counts is None:
        return body
    found = file.found
    about = [
        *(view.measure_name(measure) for measure in (found.measures if found else ())),
        *([_periods(found, words)] if found and found.periods else []),
    ]
    numbers = {
        name: count(getattr(counts, name), words.language)
        for name in ("new", "changed", "unchanged")
    }
    line = " · ".join([*about, words("data.file.line", **numbers)])
    details = html.Details(
        [html.Summary([html.Span(line), " ", words("data.file.details")]), *body],
        className="file-fold",
        **data(unfolds=f"{file.token} card"),
    )
    return [details]


def _card(
    file: FileView, status: str, body: list[Component], view: DataView, *, folded: bool
) -> html.Article:
    words = view.words
    return html.Article(
        className=f"card file {status}{' folded' if folded else ''}",
        children=[
            html.Header(
                className="file-head",
                children=[
                    html.Div(
                        [mark(status, words(f"data.status.{status}")), html.H2(file.file_name)]
                    ),
                    html.Div(_actions(file, status, words), className="file-actions"),
                ],
            ),
            *body,
        ],
        **aria(busy="true" if file.busy else "false"),
    )


def _actions(file: FileView, status: str, words: Words) -> list[Component]:
    actions: list[Component] = []
    if file.groups and file.load is None:
        actions.append(
            html.A(
                [icon("download"), words("data.file.findings")],
                href=file.findings_address,
                className="quiet-button",
                download="",
            )
        )
    if status == "failed":
        actions.append(_button(DataAction.RETRY, file, "again", "data.file.retry", words))
    key = "data.file.close" if status in {"loaded", "unchanged"} else "data.file.drop"
    actions.append(_button(DataAction.DROP, file, "close", key, words))
    return actions


def _button(action: DataAction, file: FileView, sign: str, key: str, words: Words) -> html.Button:
    return html.Button(
        [icon(sign), words(key), " ", html.Span(file.file_name, className="unseen")],
        id={"type": action, "token": file.token},
        className="quiet-button",
        type="button",
    )


def _notes(file: FileView, found: Found, words: Words) -> list[Component]:
    """Sentences about the file as a whole: what to do next with it."""
    status = str(found.status)
    if status == _ASKS and not file.questions:
        status = "question_in_file"
    elif status == _ASKS and not any(one.remembered for one in file.questions):
        status = "question_of_places"
    elif status == _READ and file.tables:
        status = "refused_tables"
    elif status == _READ and file.questions:
        status = "refused_questions"
    keys = [
        *(["loading" if file.loading else "busy"] if file.busy else []),
        *([f"moved_{file.moved}"] if file.moved and not file.busy else []),
        *([status] if f"data.note.{status}" in words else []),
    ]
    return [_note(key, words) for key in keys]


def _note(key: str, words: Words) -> html.P:
    return html.P(words(f"data.note.{key}"), className=f"note {key}")


def _contents(file: FileView, found: Found, view: DataView) -> list[Component]:
    words = view.words
    parts = [
        *given_answers(file, words),
        *question_form(file, words),
        *table_choice(file, words),
    ]
    if found.measures:
        parts += [_facts(found, view), _counts(found, words)]
    if found.changed:
        parts.append(changes_table(file.token, found, view))
    return [*parts, *finding_groups(file, words)]


def _facts(found: Found, view: DataView) -> html.Dl:
    words = view.words
    facts = {
        "measures": ", ".join(view.measure_name(measure) for measure in found.measures),
        "periods": _periods(found, words),
        "regions": count(found.regions, words.language),
        "family": view.family_name(found.family),
    }
    return html.Dl(
        className="facts",
        children=[
            html.Div([html.Dt(words(f"data.fact.{name}")), html.Dd(text)])
            for name, text in facts.items()
        ],
    )


def _periods(found: Found, words: Words) -> str:
    first, last = (
        date_format.period(found.periods[place], words.language, short=True) for place in (0, -1)
    )
    if first == last:
        return first
    size = count(len(found.periods), words.language)
    return words("data.fact.span", first=first, last=last, count=size)


def _counts(found: Found, words: Words) -> html.Div:
    """New, changed, unchanged, as numbers and as parts of one bar."""
    counts = found.counts
    if found.status == _READ:
        parts = {"read": counts.figures}
    else:
        parts = {"new": counts.new, "changed": counts.changed, "unchanged": counts.unchanged}
    bar = [
        html.Span(className=name, style={"flexGrow": size}) for name, size in parts.items() if size
    ]
    return html.Div(
        className="counts",
        children=[
            html.Dl(
                [
                    html.Div(
                        [
                            html.Dt(words(f"data.count.{name}")),
                            html.Dd(count(size, words.language)),
                        ],
                        className=name,
                    )
                    for name, size in parts.items()
                ]
            ),
            html.Div(bar, className="share-bar", **aria(hidden="true")),
        ],
    )


def _loaded(file: FileView, load: Load, words: Words) -> list[Component]:
    """What became of it, and where to look at it."""
    numbers = {
        name: count(getattr(load.counts, name), words.language)
        for name in ("figures", "new", "changed", "unchanged")
    }
    return [
        html.P(
            [
                words("data.loaded", id=load.id, by=load.loaded_by, **numbers),
                " ",
                dcc.Link(words("data.look"), href="/"),
            ],
            className="note loaded",
        ),
        *_loaded_otherwise(file, load, words),
        *([_note("remembered", words)] if file.remembered else []),
    ]


def _loaded_otherwise(file: FileView, load: Load, words: Words) -> list[Component]:
    """What was shown when it was confirmed, where files before it have changed that."""
    if file.found is None or file.found.counts == load.counts:
        return []
    numbers = {
        name: count(getattr(file.found.counts, name), words.language)
        for name in ("new", "changed", "unchanged")
    }
    return [html.P(words("data.loaded_otherwise", **numbers), className="note")]
