"""The first card as data: what a slide shows large, and what a sheet holds in one row."""

from collections.abc import Iterator

from cakupan.analytics.summary import TargetGap
from cakupan.charts.target_marks import round_percent
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.plans import NumberPlan, NumberTile
from cakupan.texts.number_format import count, growth, percent, points, short_count
from layouts.captions import short_period
from layouts.cards.published import published_source, spoken_of
from layouts.columns_of import ColumnsOf
from layouts.view import View


def hero_columns(view: View) -> tuple[Column, ...]:
    """One row: the region with its coverage, and the way to each target."""
    columns, headline = ColumnsOf(view.words, "ringkasan.column"), view.summary.headline
    return (
        columns.text("region", [view.region.name]),
        columns.text("period", [headline.period.text]),
        columns.text("base", [view.denominator_name]),
        columns.number("participants", ColumnKind.COUNT, [headline.participants]),
        columns.number("workers", ColumnKind.COUNT, [headline.workers]),
        columns.number("coverage", ColumnKind.SHARE, [headline.coverage]),
        *(column for gap in view.summary.gaps for column in _way(gap, view)),
        *_published(view),
    )


def _published(view: View) -> Iterator[Column]:
    """The newest published coverage and its source, with what the computed one is above it."""
    columns, coverage = ColumnsOf(view.words, "ringkasan.column"), view.summary.headline.coverage
    for newest in spoken_of(view)[:1]:
        apart = None if coverage is None else coverage - float(newest.ratio)
        yield columns.number("published", ColumnKind.SHARE, [newest.ratio])
        yield columns.text("published_source", [published_source(newest, view)])
        yield columns.number("published_apart", ColumnKind.POINTS, [apart])


def _way(gap: TargetGap, view: View) -> Iterator[Column]:
    for key, people in (("gap", gap.people_needed), ("monthly", gap.people_a_month)):
        title = view.words(f"ringkasan.column.{key}", target=_aim(gap, view))
        yield Column(f"{key}-{gap.target.id}", title, ColumnKind.COUNT, (people,))


def hero_plan(view: View) -> NumberPlan | None:
    """Coverage, its change in a year, and the people missing to each target; None without one."""
    headline, change, words = view.summary.headline, view.summary.year_on_year, view.words
    if headline.coverage is None:
        return None
    language = view.language
    numbers = [
        NumberTile(
            words("ringkasan.column.coverage"),
            percent(headline.coverage, language),
            words(
                "ringkasan.hero.of_workers",
                participants=short_count(headline.participants, language),
                workers=short_count(headline.workers, language),
            ),
        )
    ]
    if change.points is not None:
        span = f"{short_period(change.from_period, view)} → {short_period(change.to_period, view)}"
        grown = growth(change.participants_growth, language)
        numbers.append(
            NumberTile(
                words("ringkasan.points.title", span=span),
                points(change.points, language),
                words("ringkasan.hero.grown", growth=grown),
            )
        )
    return NumberPlan((*numbers, *(_missing(gap, view) for gap in view.summary.gaps[:4])))


def _missing(gap: TargetGap, view: View) -> NumberTile:
    words = view.words
    label = words("ringkasan.column.gap", target=_aim(gap, view))
    if gap.people_needed == 0:
        return NumberTile(label, count(0, view.language), words("ringkasan.hero.reached"))
    note = ""
    if gap.people_a_month is not None:
        monthly = count(gap.people_a_month, view.language)
        note = words("ringkasan.hero.monthly", monthly=monthly)
    return NumberTile(label, count(gap.people_needed, view.language), note)


def _aim(gap: TargetGap, view: View) -> str:
    return f"{round_percent(float(gap.target.ratio), view.language)} {view.target_name(gap.target)}"
