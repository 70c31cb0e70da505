"""Where every point of a score comes from: a table for each region that sums to its score."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from cakupan.analytics.contest import Criterion
from cakupan.domain.records import Record
from cakupan.texts.number_format import decimal, exact
from layouts import elements as html
from layouts.attributes import data
from layouts.figures_table import FiguresTable
from layouts.paritrana.records import ParitranaView, Standing

_COLUMNS = ("criterion", "raw", "low", "high", "points", "share", "part")


class _Told(Record, frozen=True):
    """What the tables of all regions say alike of a criterion; ``beside`` what of its points."""

    name: str
    low: str
    high: str
    share: str
    beside: str


def explained(page: ParitranaView) -> html.Div:
    """Each region that has a rank, to be opened; nothing where none has."""
    words = page.words
    if not page.ranked:
        return html.Div(className="explained")
    heading = html.H3(words("paritrana.explained.title"))
    alike = [_told(one, page) for one in page.contest.weights]
    heads = [words(f"paritrana.explained.{name}") for name in _COLUMNS]
    regions = (_region(code, heads, alike, page) for code in page.ranked)
    return html.Div([heading, *regions], className="explained")


def _told(criterion: Criterion, page: ParitranaView) -> _Told:
    scale, name = page.scale_texts(criterion), page.criterion_name(criterion.value)
    low, high = page.contest.scale[criterion]
    beside = f" ({page.words('paritrana.explained.equal')})" if low == high else ""
    return _Told(name, scale["low"], scale["high"], page.share_text(criterion), beside)


def _region(
    code: str, heads: Sequence[str], alike: Sequence[_Told], page: ParitranaView
) -> html.Details:
    standing, words = page.standings[code], page.words
    name, score = page.name(code), page.score_text(standing.score)
    parts = " + ".join(step.part for step in page.steps[code])
    sentence = words("paritrana.explained.sentence", region=name, parts=parts, score=score)
    opens = words("paritrana.explained.opens", region=name, score=score, rank=page.rank_text(code))
    blank = [""] * (len(_COLUMNS) - 2)
    closing = [words("paritrana.explained.sum"), *blank, score]
    return html.Details(
        [
            html.Summary(opens),
            FiguresTable(sentence, heads, [*_rows(code, alike, page), closing]).scrolling(),
            html.P([sentence, *_rounded(standing, score, page)], className="caption"),
        ],
        **data(unfolds=f"score {code}"),
    )


def _rows(code: str, alike: Sequence[_Told], page: ParitranaView) -> list[list[str]]:
    """A row a criterion; where all are alike in it, it is said why they have 100."""
    return [
        [told.name, step.raw, told.low, told.high, step.points + told.beside, told.share, step.part]
        for told, step in zip(alike, page.steps[code], strict=True)
    ]


def _rounded(standing: Standing, score: str, page: ParitranaView) -> list[str]:
    """A sentence where the points as they are written do not add up to the score as written."""
    written = sum((_written(step.part) for step in standing.steps), Decimal(0))
    if written == _written(standing.score):
        return []
    text = decimal(written, page.view.language, 2)
    return [" ", page.words("paritrana.explained.rounded", sum=text, score=score)]


def _written(value: float) -> Decimal:
    """A number as it is written here: with two places."""
    return exact(value).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)
