"""Small notices: what in the address made no sense, or for which month there is no data."""

from collections.abc import Sequence

from dash.development.base_component import Component

from cakupan.domain.people import EVERYWHERE, Scope
from cakupan.domain.regions import Region, RegionDirectory
from cakupan.texts import Words, date_format
from layouts import elements as html
from layouts.choices import Choices


def notices(
    asked: Choices, shown: Choices, ignored: Sequence[str], region: Region, words: Words
) -> list[Component]:
    """A sentence for each difference between what was asked and what is shown."""
    sentences = []
    if ignored:
        names = ", ".join(words(f"shell.parameter.{name}") for name in ignored)
        sentences.append(words("shell.notice.ignored", names=names))
    if asked.period and shown.period and asked.period != shown.period:
        sentences.append(
            words(
                "shell.notice.other_period",
                region=region.name,
                asked=date_format.period(asked.period, words.language),
                shown=date_format.period(shown.period, words.language),
            )
        )
    return [html.P(sentence) for sentence in sentences]


def scope_notice(scope: Scope, directory: RegionDirectory, words: Words) -> list[Component]:
    """To somebody who may see some regions only: which, and that totals are whole."""
    if scope == EVERYWHERE:
        return []
    names = ", ".join(
        directory[code].name if code in directory else code for code in scope.text.split()
    )
    return [html.P(words("shell.notice.scope", names=names))]
