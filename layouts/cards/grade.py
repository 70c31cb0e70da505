"""The grade of a figure beside it, with its reasons on request."""

from collections.abc import Sequence

from dash.development.base_component import Component

from cakupan.analytics.grades import Graded
from cakupan.texts import Words
from layouts import elements as html
from layouts.attributes import aria
from layouts.view import View


def grade(view: View) -> list[Component]:
    """The grade of the region's coverage; nothing where nobody asked for one."""
    return [] if view.graded is None else [grade_of(view.graded, view.words)]


def grade_of(graded: Graded, words: Words, *, notes: Sequence[str] = ()) -> html.Details:
    """A letter with what it allows; opened, each reason with what to do, and where the rules are.

    ``notes`` say more of what the reasons rest on.
    """
    name = graded.grade.value
    reasons = [
        html.Li(
            [html.B(words(f"wilayah.mark.{mark}")), html.Span(words(f"wilayah.meaning.{mark}"))]
        )
        for mark in graded.marks
    ]
    return html.Details(
        className=f"grade grade-{name.lower()}",
        children=[
            html.Summary(
                [
                    html.Span(name, className="grade-letter", **aria(hidden="true")),
                    html.Span(grade_phrase(graded, words)),
                ]
            ),
            html.P(words(f"grade.means.{name}")),
            *([html.Ul(reasons)] if reasons else []),
            *(html.P(note) for note in notes),
            html.A(words("grade.rules"), href="/metode#grade"),
        ],
    )


def grade_phrase(graded: Graded, words: Words) -> str:
    """Mutu B: kutip dengan catatan."""
    name = graded.grade.value
    return words("grade.phrase", grade=name, word=words(f"grade.word.{name}"))
