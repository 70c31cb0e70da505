"""The child process: a file on standard input, its cells or a refusal on standard output."""

import json
import sys

from etl.jailed.answer import AnswerWriter, tidy_row
from etl.jailed.confinement import confine
from etl.jailed.containers import refuse_other_text, zip_container
from etl.jailed.delimited_text import decode, rows
from etl.jailed.excel import write_workbook
from etl.jailed.limits import Limits
from etl.jailed.refusal import RefusedError


def main() -> None:
    """Read, answer, end. Limits come as JSON in the first argument."""
    limits = Limits(**json.loads(sys.argv[1]))
    confine(limits)
    answer = AnswerWriter(sys.stdout.buffer, limits)
    try:
        _write(sys.stdin.buffer.read(), answer, limits)
    except RefusedError as refusal:
        answer.finding(refusal.code, severity="refuses", details=refusal.details)
    except MemoryError:
        answer.finding("parser-memory", severity="refuses", details={})
    answer.end()


def _write(data: bytes, answer: AnswerWriter, limits: Limits) -> None:
    archive = zip_container(data, limits)
    if archive is not None:
        answer.container("xlsx")
        write_workbook(data, archive, answer)
        return
    text = decode(data)
    refuse_other_text(text)
    answer.container("csv")
    answer.sheet("")
    for index, record in enumerate(rows(text)):
        answer.row(index, tidy_row(record))


if __name__ == "__main__":
    main()
