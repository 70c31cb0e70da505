"""Nominees ranked by the scores of judges: means by criterion, the weighted score, its spread."""

from collections.abc import Sequence
from functools import partial

from cakupan.analytics.nominees import Placed
from cakupan.domain.columns import Column, ColumnKind
from cakupan.domain.shown import Shown
from cakupan.texts.number_format import MISSING, count, decimal
from layouts import elements as html
from layouts.card import head
from layouts.card_menu import menu_of
from layouts.columns_of import ColumnsOf
from layouts.figures_table import FiguresTable
from layouts.page_ids.paritrana import ParitranaId as Id
from layouts.paritrana.jury_weights import jury_share, jury_weights
from layouts.paritrana.presets import weights_name
from layouts.paritrana.records import ParitranaView
from layouts.taken import as_data
from layouts.view import Changes, Slot

NAME = "paritrana-nominees"
SLOTS: tuple[Slot, ...] = ((Id.NOMINEES, "children"), (Id.NOMINEES, "hidden"))


def at_rest() -> html.Article:
    """The card before any number has come."""
    return html.Article(id=Id.NOMINEES, className="card paritrana-nominees")


def changes(page: ParitranaView) -> Changes:
    """The card filled; it is away where there is no nominee at all."""
    words, placed = page.words, page.nominees
    ranked = sum(one.rank is not None for one in placed)
    key = "title" if ranked else "none"
    title = words(f"paritrana.nominees.{key}", count=count(ranked, words.language))
    subtitle = words("paritrana.nominees.subtitle")
    columns = _columns(placed, page)
    table = FiguresTable.of(title, columns, words.language)
    return {
        **as_data(Id.NOMINEES, partial(_as_data, page, title, subtitle, columns)),
        (Id.NOMINEES, "hidden"): not placed,
        (Id.NOMINEES, "children"): [
            *([menu_of(NAME, title, words)] if placed else []),
            html.Header(head(title, subtitle), className="card-head"),
            jury_weights(page),
            *([table.scrolling()] if placed else []),
            html.Footer(html.P(_caption(page), className="caption"), className="card-foot"),
        ],
    }


def explained(placed: Placed, page: ParitranaView) -> str:
    """Skor juri 75,00 = 51,00 + 24,00 (…); or why there is none."""
    words = page.words
    if placed.score is None:
        return words(f"paritrana.unplaced.{placed.why}")
    parts = " + ".join(
        f"{page.criterion_name(name)} {page.score_text(float(part))}"
        for name, part in placed.parts.items()
    )
    return words(
        "paritrana.nominees.explained",
        score=page.score_text(float(placed.score)),
        parts=parts,
        stage=words(f"paritrana.stage.{placed.stage}"),
    )


def _as_data(page: ParitranaView, title: str, subtitle: str, columns: tuple[Column, ...]) -> Shown:
    return Shown(
        name=NAME,
        title=title,
        subtitle=subtitle,
        caption=_caption(page),
        alt=title,
        columns=columns,
        sample=any(one.dossier.sample for one in page.nominees),
        empty=not page.nominees,
    )


def _columns(placed: Sequence[Placed], page: ParitranaView) -> tuple[Column, ...]:
    columns = ColumnsOf(page.words, "paritrana.nominees.column")
    who = [one.dossier.nominee for one in placed]
    weighted = [name for name, weight in page.asked.jury.items() if weight > 0]
    return (
        columns.text("nominee", (page.nominee_name(one) for one in who)),
        columns.text("category", (page.category_name(one.category) for one in who)),
        columns.text("year", (str(one.award_year) for one in who)),
        columns.number("rank", ColumnKind.RANK, (one.rank for one in placed)),
        columns.number("score", ColumnKind.SCORE, (one.score for one in placed)),
        *(
            columns.number(
                f"spread-{key}",
                ColumnKind.SCORE,
                (getattr(one.judges, key) if one.judges else None for one in placed),
                title=columns.title(key),
            )
            for key in ("deviation", "low", "high")
        ),
        *(_means(name, placed, page) for name in weighted),
        columns.number("data", ColumnKind.SCORE, map(page.score_by_data, who)),
        columns.text("furthest", (_furthest(one, page) for one in placed)),
        columns.text("why", (_why(one, page) for one in placed)),
    )


def _means(name: str, placed: Sequence[Placed], page: ParitranaView) -> Column:
    """The mean that judges gave for one criterion, with its weight in the title."""
    title = f"{page.criterion_name(name)} ({jury_share(name, page)})"
    values = (one.means[name].mean if name in one.means else None for one in placed)
    columns = ColumnsOf(page.words, "paritrana.nominees.column")
    return columns.number(f"mean-{name}", ColumnKind.SCORE, values, title=title)


def _furthest(placed: Placed, page: ParitranaView) -> str:
    if placed.furthest is None:
        return MISSING
    judge, away = placed.furthest
    sign = "+" if away > 0 else ""
    return f"{judge} ({sign}{decimal(float(away), page.view.language, 1)})"


def _why(placed: Placed, page: ParitranaView) -> str:
    return page.words(f"paritrana.unplaced.{placed.why}") if placed.why else ""


def _caption(page: ParitranaView) -> str:
    parts = [
        page.words("paritrana.nominees.caption"),
        page.words("bobot.caption", name=weights_name(page)),
        *([page.words("ringkasan.sample")] if any(d.sample for d in page.dossiers) else []),
    ]
    return " · ".join(parts)
