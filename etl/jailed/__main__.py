"""The child process: a file on standard input, its cells or a refusal on standard output."""

import gc
import json
import sys
from concurrent.futures import Executor, ThreadPoolExecutor
from typing import BinaryIO

from etl.jailed.answer import AnswerWriter
from etl.jailed.confinement import confine
from etl.jailed.containers import identify, is_web_page
from etl.jailed.delimited_text import decode, rows
from etl.jailed.excel import write_ods, write_xls, write_xlsb, write_xlsx
from etl.jailed.limits import Limits
from etl.jailed.refusal import RefusedError
from etl.jailed.sheet_look import kept_areas
from etl.jailed.web_page import tables


def main() -> None:
    """Read, answer, end. Limits come as JSON in the first argument."""
    limits = Limits(**json.loads(sys.argv[1]))
    helper = ThreadPoolExecutor(1)
    # No thread can be started later; each of the two builds its own wall against calls.
    helper.submit(confine, limits).result()
    confine(limits)
    # One file and the end: there are no circles to look for among millions of cells.
    gc.disable()
    answer_to(sys.stdin.buffer.read(), sys.stdout.buffer, limits, helper)


def answer_to(data: bytes, stream: BinaryIO, limits: Limits, helper: Executor) -> None:
    """Write the whole answer to a file's bytes. The walls are a matter of who asks."""
    answer = AnswerWriter(stream, limits)
    try:
        _write(data, answer, limits, helper)
    except RefusedError as refusal:
        answer.finding(refusal.code, severity="refuses", details=refusal.details)
    except MemoryError:
        answer.finding("parser-memory", severity="refuses", details={})
    answer.end()


def _write(data: bytes, answer: AnswerWriter, limits: Limits, helper: Executor) -> None:
    found = identify(data, limits)
    if found.compound is not None:
        write_xls(data, found.compound, found.stream, answer)
    elif found.archive is None:
        _write_text(decode(data), answer)
    elif found.kind == "xlsb":
        write_xlsb(data, found.archive, answer)
    elif found.kind == "ods":
        write_ods(data, found.archive, answer)
    else:
        write_xlsx(data, found.archive, answer, found.kind, helper)


def _write_text(text: str, answer: AnswerWriter) -> None:
    if not is_web_page(text):
        answer.container("csv")
        answer.sheet("")
        answer.rows(rows(text))
        return
    grids = tables(text)
    answer.container("html")
    for number, grid in enumerate(grids, start=1):
        answer.sheet(str(number) if len(grids) > 1 else "", merges=kept_areas(grid.merges))
        answer.rows(grid.rows)


if __name__ == "__main__":
    main()
