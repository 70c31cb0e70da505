"""Weights of the criteria that judges score: as many fields as the reference lists."""

from cakupan.texts.number_format import count, percent
from layouts import elements as html
from layouts.page_ids.paritrana import JuryWeightField
from layouts.paritrana.records import ParitranaView
from layouts.paritrana.weight_field import weight_field


def jury_weights(page: ParitranaView) -> html.Section | None:
    """A field for each criterion, with its share of the score of nominees; none without any."""
    words, jury = page.words, page.asked.jury
    if not jury:
        return None
    return html.Section(
        className="jury-weights",
        children=[
            html.H3(words("paritrana.jury_weights.title")),
            html.Div([_field(name, page) for name in jury], className="weights"),
            html.P(
                words("paritrana.jury_weights.sum", sum=count(sum(jury.values()), words.language)),
                className="weights-sum",
            ),
        ],
    )


def jury_share(criterion_id: str, page: ParitranaView) -> str:
    """The weight as a share of the sum of all that judges score; a dash where all are 0."""
    total = sum(page.asked.jury.values())
    ratio = page.asked.jury.get(criterion_id, 0) / total if total else None
    return percent(ratio, page.view.language, 1)


def _field(name: str, page: ParitranaView) -> html.Div:
    share = page.words("paritrana.jury_weights.share", share=jury_share(name, page))
    return weight_field(
        {"type": JuryWeightField.FIELD, "criterion": name},
        {"type": JuryWeightField.SLIDE, "criterion": name},
        html.Small(share, className="hint"),
        label=page.criterion_name(name),
        value=page.asked.jury[name],
    )
