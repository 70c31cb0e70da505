"""Do the sums agree: over programmes, over regions, and with what was published?"""

from dash.development.base_component import Component

from cakupan.analytics.benefits import Margin
from cakupan.texts import date_format
from cakupan.texts.number_format import MISSING, count, rupiah
from layouts import elements as html
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.manfaat.margins_data import MONEY, NAME, margins_shown, matrix
from layouts.manfaat.records import Compared, ManfaatView
from layouts.page_ids.manfaat import ManfaatId as Id
from layouts.view import Changes, Slot

SLOTS: tuple[Slot, ...] = ((Id.MARGINS, "children"),)


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.MARGINS, className="card manfaat-margins")


def changes(manfaat: ManfaatView) -> Changes:
    """The card filled."""
    words = manfaat.words
    wrong = [one for one in manfaat.margins if not one.agrees]
    key = "wrong" if wrong else "agree" if manfaat.margins else "summed"
    title = words(f"manfaat.margins.{key}", count=len(wrong))
    subtitle = words("manfaat.margins.subtitle", span=manfaat.span_name)
    children: list[Component] = [
        menu_of(NAME, title, words),
        html.Header(head(title, subtitle), className="card-head"),
        matrix(manfaat, subtitle).scrolling(),
        *_wrong(wrong, manfaat),
        *_published(manfaat),
        html.Footer(html.P(manfaat.caption, className="caption"), className="card-foot"),
    ]
    return {
        **margins_shown(manfaat, title, subtitle),
        (Id.MARGINS, "children"): children,
    }


def _wrong(wrong: list[Margin], manfaat: ManfaatView) -> list[Component]:
    if not wrong:
        return []
    language = manfaat.view.language
    return [
        html.Ul(
            [
                html.Li(
                    manfaat.words(
                        "manfaat.margins.differs",
                        region=manfaat.view.reference.directory[one.region_code].name,
                        kind=manfaat.kind_name(one.kind),
                        stated=count(one.stated, language),
                        summed=count(one.summed, language),
                    )
                )
                for one in wrong
            ],
            className="red-list",
        )
    ]


def _published(manfaat: ManfaatView) -> list[Component]:
    if not manfaat.cited:
        return []
    return [
        html.H3(manfaat.words("manfaat.published.title")),
        html.Ul([_compared(one, manfaat) for one in manfaat.cited], className="compared"),
    ]


def _compared(one: Compared, manfaat: ManfaatView) -> html.Li:
    words, language, cited = manfaat.words, manfaat.view.language, one.cited
    money = cited.measure in MONEY
    write = rupiah if money else count
    stated = write(cited.value, language)
    computed = MISSING if one.computed is None else write(one.computed, language)
    return html.Li(
        [
            html.B(words(f"ringkasan.measure.{cited.measure.value}")),
            f" {date_format.period(cited.period, language)}: ",
            html.Span(words("manfaat.published.stated", value=stated)),
            " · ",
            html.Span(words(f"manfaat.published.{one.verdict}", value=computed)),
            html.Small(f" {cited.citation}"),
        ]
    )
