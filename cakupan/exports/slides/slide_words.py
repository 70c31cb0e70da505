"""What stands around a card's figure, and what is said about it."""

from collections.abc import Iterable

from cakupan.domain.shown import Shown
from cakupan.exports.slides.figure import Page
from cakupan.exports.slides.slide_page import SlideTexts
from cakupan.texts import Words
from cakupan.texts.number_format import count

# What a column's name in a table stands for on the Metode page.
_METHODS = {
    "coverage": "coverage",
    "glide": "glide",
    "gap": "need",
    "monthly": "monthly",
    "growth": "growth",
    "participants_growth": "growth",
    "points": "decomposition",
    "rank": "rank",
    "score": "score",
}


def slide_texts(shown: Shown, page: Page, words: Words, *, title: str = "") -> SlideTexts:
    """Title, subtitle, caption and notes of one slide of a card."""
    parts = _parts(page, words)
    subtitle = " ".join(filter(None, (shown.subtitle, f"({parts})" if parts else "")))
    headline = title or shown.title
    return SlideTexts(
        title=headline,
        subtitle=subtitle,
        caption=shown.caption,
        notes=_notes(shown, headline, words),
        sample=words("slides.sample") if is_sample(shown, words) else "",
    )


def _parts(page: Page, words: Words) -> str:
    """Which rows and columns of a long table stand on a slide."""
    said = []
    if page.span is not None:
        first, last, total = (count(number, words.language) for number in page.span)
        said.append(words("slides.span", first=first, last=last, total=total))
    if page.columns is not None:
        said.append(words("slides.columns", shown=page.columns[0], total=page.columns[1]))
    return "; ".join(said)


def is_sample(shown: Shown, words: Words) -> bool:
    """Whether figures are samples; the caption says it even where nobody else does."""
    return shown.sample or words("ringkasan.sample") in shown.caption


def definitions(cards: Iterable[Shown], words: Words) -> dict[str, str]:
    """What the numbers of these cards mean, each once, in order: name and meaning."""
    found: dict[str, str] = {}
    for shown in cards:
        for column in shown.columns:
            method = _METHODS.get(column.key.split("-")[0])
            if method:
                found.setdefault(
                    words(f"metode.method.{method}.name"), words(f"metode.method.{method}.what")
                )
        for behind in shown.behind:
            name, what = (
                f"ringkasan.measure.{behind.measure.value}",
                f"metode.measure.{behind.measure.value}",
            )
            if name in words and what in words:
                found.setdefault(words(name), words(what))
    return found


def _notes(shown: Shown, title: str, words: Words) -> list[str]:
    """The sentence to say, the figure in words, the source, and the definitions."""
    said = [words("slides.notes.say", sentence=_sentence(title))]
    if shown.alt and shown.alt.strip(" .") != title.strip(" ."):
        said.append(_sentence(shown.alt))
    said += [shown.caption] if shown.caption else []
    meanings = definitions([shown], words)
    if meanings:
        said.append(words("slides.notes.meanings"))
        said += [f"{name}: {what}" for name, what in meanings.items()]
    return said


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
