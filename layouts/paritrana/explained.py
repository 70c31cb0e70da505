"""Where every point of a score comes from: a table for each region that sums to its score."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from cakupan.analytics.contest import Criterion
from cakupan.texts.number_format import decimal, exact
from layouts import elements as html
from layouts.attributes import data
from layouts.figures_table import FiguresTable
from layouts.paritrana.records import ParitranaView, Standing, Step

_COLUMNS = ("criterion", "raw", "low", "high", "points", "share", "part")


@dataclass(frozen=True, slots=True)
class _Told:
    """What the tables of all regions say alike of a criterion."""

    name: str
    low: str
    high: str
    share: str


def explained(page: ParitranaView) -> html.Div:
    """Each region that has a rank, to be opened; nothing where none has."""
    words = page.words
    if not page.ranked:
        return html.Div(className="explained")
    heading = html.H3(words("paritrana.explained.title"))
    alike = {one: _told(one, page) for one in page.contest.weights}
    regions = (_region(code, alike, page) for code in page.ranked)
    return html.Div([heading, *regions], className="explained")


def _told(criterion: Criterion, page: ParitranaView) -> _Told:
    scale, name = page.scale_texts(criterion), page.criterion_name(criterion.value)
    return _Told(name, scale["low"], scale["high"], page.share_text(criterion))


def _region(code: str, alike: Mapping[Criterion, _Told], page: ParitranaView) -> html.Details:
    standing, words = page.standings[code], page.words
    name, score = page.name(code), page.score_text(standing.score)
    parts = " + ".join(page.score_text(step.part) for step in standing.steps)
    sentence = words("paritrana.explained.sentence", region=name, parts=parts, score=score)
    opens = words("paritrana.explained.opens", region=name, score=score, rank=page.rank_text(code))
    return html.Details(
        [
            html.Summary(opens),
            _table(standing, sentence, alike, page).scrolling(),
            html.P([sentence, *_rounded(standing, page)], className="caption"),
        ],
        **data(unfolds=f"score {code}"),
    )


def _table(
    standing: Standing, sentence: str, alike: Mapping[Criterion, _Told], page: ParitranaView
) -> FiguresTable:
    heads = [page.words(f"paritrana.explained.{name}") for name in _COLUMNS]
    blank = [""] * (len(_COLUMNS) - 2)
    closing = [page.words("paritrana.explained.sum"), *blank, page.score_text(standing.score)]
    rows = [_row(one, alike[one.criterion], page) for one in standing.steps]
    return FiguresTable(sentence, heads, [*rows, closing])


def _row(step: Step, told: _Told, page: ParitranaView) -> list[str]:
    return [
        told.name,
        page.raw_text(step.criterion, step.raw),
        told.low,
        told.high,
        _points(step, page),
        told.share,
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
