"""A workbook that Cakupan wrote itself is known by its mark, wherever it is saved again."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from cakupan.domain.own_exports import EXPORT_MARK
from cakupan.domain.reference import Reference
from etl.dry_run import Status, dry_run
from etl.families import Families

Write = Callable[[str, Mapping[str, Sequence[Sequence[object]]]], Path]
TABLE = [
    ["Kode", "Kabupaten/Kota", "Peserta aktif Okt 2025"],
    ["36.71", "Kota Tangerang", 380_000],
    ["36.72", "Kota Cilegon", 91_000],
]


def test_a_table_under_our_mark_is_not_loaded_and_the_same_without_it_is_read(
    write_book: Write, reference: Reference, families: Families
) -> None:
    mark = [f"Diekspor dari Cakupan ({EXPORT_MARK})."]
    ours = dry_run(
        write_book("a.xlsx", {"Ringkasan": [["Judul"], mark, [], *TABLE]}),
        reference,
        families,
        None,
    )
    assert ours.status is Status.REFUSED
    [finding] = ours.findings
    assert (finding.code, finding.sheet, finding.cell) == ("own-export", "Ringkasan", "A2")
    assert not ours.figures
    other = dry_run(write_book("b.xlsx", {"Ringkasan": TABLE}), reference, families, None)
    assert "own-export" not in {one.code for one in other.findings}
