"""Twenty ways to have a page run what a text says, and a database whose every text is one."""

import csv
import shutil
from pathlib import Path
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, select, update

from cakupan.storage.tables import Base
from tests.behind import behind, copy

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    '" onmouseover="alert(1)" autofocus onfocus="alert(1)',
    "' onfocus='alert(1)' autofocus='",
    "<a href='javascript:alert(1)'>angka</a>",
    "javascript:alert(1)",
    "[angka](javascript:alert(1))",
    "<iframe srcdoc='<script>parent.alert(1)</script>'></iframe>",
    "<iframe src=javascript:alert(1)>",
    "</title></textarea></style></script><script>alert(1)</script>",
    "<math><mtext></mtext><a xlink:href='javascript:alert(1)'>x</a></math>",
    "<details open ontoggle=alert(1)>",
    "<input autofocus onfocus=alert(1)>",
    "<base href='//jahat.example/'>",
    "{{constructor.constructor('alert(1)')()}}${alert(1)}",
    "\u003cimg src=x onerror=alert(1)\u003e&lt;img src=x onerror=alert(1)&gt;",
)
# Tells of a document whether a payload was taken for a part of it.
MADE = """(given) => {
  const page = given ? new DOMParser().parseFromString(given, 'text/html') : document;
  const marks = "[onerror], [onload], [onfocus], [ontoggle], [onmouseover], img[src='x'], iframe,"
    + " base[href*='jahat'], a[href^='javascript:'], a[*|href^='javascript:']";
  const scripts = [...page.querySelectorAll('script')].map((one) => one.textContent);
  return !!page.querySelector(marks) || scripts.includes('alert(1)');
}"""
# Texts that people write or that come out of files, with what tells them apart where two may not
# be the same; codes of our own are left alone.
_TEXTS = (
    ("region", "name"),
    *(("load", name) for name in ("file_name", "loaded_by", "withdrawn_by")),
    ("load_event", "done_by"),
    *(("origin", name) for name in ("sheet", "citation", "note")),
    *(("flag_decision", name) for name in ("reason", "decided_by")),
    *(("release", name) for name in ("made_by", "note")),
    ("figure", "cell"),
)
_REFERENCE = {
    "regions.csv": ("name",),
    "publishers.csv": ("name_id", "name_en"),
    "targets.csv": ("citation", "note_id", "note_en"),
    "regulations.csv": ("title_id", "title_en", "note_id", "note_en"),
    "worker_groups.csv": ("name_id", "name_en"),
    "combined_groups.csv": ("name_id", "name_en"),
    "award_criteria.csv": ("name_id", "name_en"),
}


def poisoned_database(source: Path, path: Path) -> None:
    """A copy of a database in which every such text is one of the payloads."""
    copy(source, path)
    tables = Base.metadata.tables
    with behind(path) as connection:
        for name, column in _TEXTS:
            text = tables[name].c[column]
            # A name that was given goes on standing before it, so that none is lost.
            _poison(connection, text, text != "")
        series = tables["series"].c
        _poison(connection, series.programme, series.measure.like("award%"))


def _poison(connection: Connection, text: Column[Any], which: ColumnElement[bool]) -> None:
    [key] = text.table.primary_key
    rows = connection.execute(select(key).where(which).order_by(key)).scalars().all()
    for number, payload in enumerate(PAYLOADS):
        of = key.in_(rows[number :: len(PAYLOADS)])
        connection.execute(update(text.table).where(of).values({text: text + payload}))


def poisoned_reference(source: Path, folder: Path) -> None:
    """A copy of the reference data with the same in its names, notes and citations."""
    shutil.copytree(source, folder)
    for name, columns in _REFERENCE.items():
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        for number, row in enumerate(rows):
            for column in set(columns) & set(row):
                row[column] += row[column] and PAYLOADS[number % len(PAYLOADS)]
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            table = csv.DictWriter(stream, rows[0])
            table.writeheader()
            table.writerows(rows)
