"""data/reference/ as domain types, and its regions in the database for figures to refer to."""

from pathlib import Path

from sqlalchemy import Connection, insert, select, update

from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region, RegionDirectory
from cakupan.storage import reference_files as files
from cakupan.storage.award_files import award_criteria, award_events, award_sizes
from cakupan.storage.data_version import advance
from cakupan.storage.tables import RegionRow


def read_reference(folder: Path) -> Reference:
    """Everything of the folder, checked: codes have their form, and what is named exists.

    Raises ReferenceDataError with file and line.
    """
    directory = files.regions(folder / "regions.csv")
    denominators = files.denominators(folder / "denominators.csv")
    frameworks = files.frameworks(folder / "frameworks.csv")
    regulations = files.regulations(folder / "regulations.csv", directory)
    criteria = award_criteria(folder / "award_criteria.csv")
    return Reference(
        directory=directory,
        aliases=files.aliases(folder / "aliases.csv", directory),
        lineage=files.lineage(folder / "lineage.csv", directory),
        segments=files.segments(folder / "segments.csv"),
        programmes=files.programmes(folder / "programmes.csv"),
        publishers=files.publishers(folder / "publishers.csv"),
        denominators=denominators,
        frameworks=frameworks,
        targets=files.targets(
            folder / "targets.csv",
            directory=directory,
            denominator_ids={denominator.id for denominator in denominators},
            framework_ids={framework.id for framework in frameworks},
        ),
        regulations=regulations,
        tiles=files.tiles(folder / "tiles.csv", directory),
        worker_groups=files.terms(folder / "worker_groups.csv"),
        combined_groups=files.terms(folder / "combined_groups.csv"),
        employment_kinds=files.terms(folder / "employment_kinds.csv"),
        payers=files.terms(folder / "payers.csv"),
        scholarship_levels=files.terms(folder / "scholarship_levels.csv"),
        award_categories=files.terms(folder / "award_categories.csv"),
        award_criteria=criteria,
        award_documents=files.terms(folder / "award_documents.csv"),
        award_events=award_events(
            folder / "award_events.csv",
            directory=directory,
            criterion_ids={criterion.id for criterion in criteria},
            regulation_ids={regulation.id for regulation in regulations},
        ),
        award_sizes=award_sizes(folder / "award_sizes.csv"),
    )


def sync_regions(connection: Connection, directory: RegionDirectory) -> int:
    """Add and correct regions; the number of rows that changed.

    A region that left the directory stays, because figures may refer to it.
    """
    known = {row.code: row._asdict() for row in connection.execute(select(RegionRow.__table__))}
    wanted = [_columns(region) for region in directory]
    missing = [row for row in wanted if row["code"] not in known]
    changed = [row for row in wanted if known.get(row["code"], row) != row]
    if missing:
        connection.execute(insert(RegionRow), missing)
    for row in changed:
        connection.execute(update(RegionRow).where(RegionRow.code == row["code"]).values(row))
    if missing or changed:
        advance(connection)
    return len(missing) + len(changed)


def _columns(region: Region) -> dict[str, str]:
    return {
        "code": region.code,
        "name": region.name,
        "kind": region.kind.value,
        "bps_code": region.bps_code,
    }
