"""How a request is refused: one sentence in the reader's language, as JSON."""

from flask import Response, jsonify, request

from cakupan.domain.language import Language
from cakupan.texts import Words, words


def reader_words() -> Words:
    """Sentences in the language of the address; Indonesian without one."""
    english = request.args.get("bahasa") == Language.EN.value
    return words(Language.EN if english else Language.ID)


def refusal(status: int, key: str, **fields: object) -> Response:
    """The sentence of this key under this status."""
    response = jsonify(message=reader_words()(key, **fields))
    response.status_code = status
    return response
