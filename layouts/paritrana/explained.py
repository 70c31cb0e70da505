"""Where every point of a score comes from: a table for each region that sums to its score."""

from decimal import ROUND_HALF_UP, Decimal

from dash import html

from cakupan.texts.number_format import decimal, exact
from layouts.attributes import data
from layouts.figures_table import FiguresTable
from layouts.paritrana.records import ParitranaView, Standing, Step

_COLUMNS = ("criterion", "raw", "low", "high", "points", "share", "part")


def explained(page: ParitranaView) -> html.Div:
    """Each region that has a rank, to be opened; nothing where none has."""
    words = page.words
    if not page.ranked:
        return html.Div(className="explained")
    heading = html.H3(words("paritrana.explained.title"))
    return html.Div(
        [heading, *(_region(code, page) for code in page.ranked)], className="explained"
    )


def _region(code: str, page: ParitranaView) -> html.Details:
    standing, words = page.standings[code], page.words
    name, score = page.name(code), page.score_text(standing.score)
    parts = " + ".join(page.score_text(step.part) for step in standing.steps)
    sentence = words("paritrana.explained.sentence", region=name, parts=parts, score=score)
    opens = words("paritrana.explained.opens", region=name, score=score, rank=page.rank_text(code))
    return html.Details(
        [
            html.Summary(opens),
            _table(standing, sentence, page).scrolling(),
            html.P([sentence, *_rounded(standing, page)], className="caption"),
        ],
        **data(unfolds=f"score {code}"),
    )


def _table(standing: Standing, sentence: str, page: ParitranaView) -> FiguresTable:
    heads = [page.words(f"paritrana.explained.{name}") for name in _COLUMNS]
    blank = [""] * (len(_COLUMNS) - 2)
    closing = [page.words("paritrana.explained.sum"), *blank, page.score_text(standing.score)]
    return FiguresTable(sentence, heads, [*(_row(one, page) for one in standing.steps), closing])


def _row(step: Step, page: ParitranaView) -> list[str]:
    scale = page.scale_texts(step.criterion)
    return [
        page.criterion_name(step.criterion.value),
        page.raw_text(step.criterion, step.raw),
        scale["low"],
        scale["high"],
        _points(step, page),
        page.share_text(step.criterion),
        page.score_text(step.part),
    ]


def _points(step: Step, page: ParitranaView) -> str:
    """34,98; of a criterion in which all are alike it is said why they have 100."""
    low, high = page.contest.scale[step.criterion]
    text = page.score_text(step.points)
    return f"{text} ({page.words('paritrana.explained.equal')})" if low == high else text


def _rounded(standing: Standing, page: ParitranaView) -> list[str]:
    """A sentence where the points as they are written do not add up to the score as written."""
    written = sum((_written(step.part) for step in standing.steps), Decimal(0))
    if written == _written(standing.score):
        return []
    text = decimal(written, page.view.language, 2)
    told = page.words(
        "paritrana.explained.rounded", sum=text, score=page.score_text(standing.score)
    )
    return [" ", told]


def _written(value: float) -> Decimal:
    """A number as it is written here: with two places."""
    return exact(value).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
