"""Forms as an office gets them: whole, empty, and with words that mean one thing each."""

import pytest

from cakupan.domain.findings import Severity
from cakupan.domain.language import Language
from cakupan.domain.measures import Measure
from cakupan.texts import words
from etl.dry_run import Status
from etl.region_match import RegionMatcher
from etl.shape.counting import counted
from etl.shape.lexicon import Lexicon
from etl.templates import build_templates
from etl.vocabulary import label
from tests.etl.forms import (
    AWARDS,
    HEADERS,
    PARTICIPANTS,
    PUBLISHED,
    WORKFORCE,
    books,
    entry_of,
    filled,
    first_row,
    loads_without_a_remark,
    places,
    the_families,
    the_reference,
    written,
)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("region", ["36", "36.03"])
@pytest.mark.parametrize("which", range(AWARDS + 1))
def test_an_empty_form_holds_no_figure_and_no_other_fault(
    which: int, region: str, language: Language
) -> None:
    run = filled(written(region, which, language), {})
    assert run.figures == ()
    assert run.status is Status.REFUSED
    told = {finding.code for finding in run.findings if finding.severity is not Severity.NOTES}
    assert told in ({"no-figures"}, {"no-table"})


@pytest.mark.parametrize("which", [PARTICIPANTS, WORKFORCE])
def test_a_form_filled_in_whole_with_calm_figures_gets_no_remark(which: int) -> None:
    sheet = books("36")[which].sheets[0]
    at, row = places(sheet), first_row(sheet)
    typed = [column.header for column in sheet.columns if column.entry is not None]
    cells: dict[str, object] = {at["Sumber"]: "Laporan"}
    for index in range(len(sheet.rows)):
        people = {header: 60_000 + 500 * place + index for place, header in enumerate(typed)}
        if "Jumlah" in people:
            people["Jumlah"] = sum(people[header] for header in HEADERS)
        cells |= {f"{at[header]}{row + index}": value for header, value in people.items()}
    run = filled(written("36", which), {sheet.name: cells})
    loads_without_a_remark(run, sheet.name)
    assert len(run.figures) == {PARTICIPANTS: 8 * 12 * 4, WORKFORCE: 8 * 5}[which]


def test_the_national_form_of_participants_loads_whole() -> None:
    (sheet,) = books("00")[PARTICIPANTS].sheets
    at, row = places(sheet), first_row(sheet)
    cells = {f"{at['PU']}{row + index}": 100_000 + index for index in range(len(sheet.rows))}
    run = filled(written("00", PARTICIPANTS), {"Peserta": cells})
    loads_without_a_remark(run, "Peserta")
    assert len(run.figures) == 514 * 12
    assert len({figure.key.region_code for figure in run.figures}) == 514


def test_every_kabupaten_and_kota_stands_in_the_form_of_its_province() -> None:
    directory, names = the_reference().directory, set()
    for province in directory.provinces():
        parts = [(part.code, part.name) for part in directory.parts(province.code)]
        participants, workforce, *_ = books(province.code)
        assert [row[:2] for row in participants.sheets[0].rows] == parts * 12
        assert all([row[:2] for row in sheet.rows] == parts for sheet in workforce.sheets)
        names |= {book.file_name for book in books(province.code)}
    assert len(names) == 38 * len(books("00"))


def test_every_word_on_offer_has_a_meaning_of_its_own() -> None:
    vocabulary, reference = the_families().vocabulary, the_reference()
    (sheet,) = books("00")[PUBLISHED].sheets
    lexicon = Lexicon.of(vocabulary, reference)
    meant = [counted(label(one), None, lexicon) for one in entry_of(sheet, "Ukuran").choices]
    measures = [
        vocabulary.habits.in_unit(one.measure, one.scale.unit)
        if one.scale and one.scale.unit
        else one.measure
        for one in meant
        if one and one.measure
    ]
    assert len(set(measures)) == len(meant) == len(Measure) - 9
    known = {
        "Segmen": vocabulary.segments,
        "Basis": vocabulary.bases,
        "Kematangan": vocabulary.maturities,
        "Satuan": vocabulary.units,
    }
    for header, meanings in known.items():
        choices = entry_of(sheet, header).choices
        assert len({meanings[label(choice)] for choice in choices}) == len(choices) > 1, header
    matcher = RegionMatcher(reference.directory, reference.aliases, reference.lineage)
    found = [matcher.by_name(name).code for name in entry_of(sheet, "Wilayah").choices]
    assert found == [region.code for region in reference.directory]


def test_the_year_is_the_one_asked_for() -> None:
    reference = the_reference()
    region = reference.directory["36"]
    participants, workforce, *_ = build_templates(
        reference, region=region, year=2027, say=words(Language.ID)
    )
    assert participants.file_name == "isian_peserta_banten_2027.xlsx"
    assert {row[2] for row in participants.sheets[0].rows} >= {"Jan 2027", "Des 2027"}
    years = [column.header for column in workforce.sheets[0].columns[2:]]
    assert years == ["2023", "2024", "2025", "2026", "2027"]
