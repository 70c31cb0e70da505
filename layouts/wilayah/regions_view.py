"""Everything the page is drawn from: the view of the region, and the table of all its regions."""

from collections.abc import Mapping
from functools import cached_property

import pandas as pd

from cakupan.analytics.quality import Mark
from cakupan.analytics.region_table import people_needed_each
from cakupan.charts.map_scales import Coloured
from cakupan.domain.boundaries import Boundaries
from cakupan.domain.records import Record, replace
from cakupan.domain.reference import Target
from cakupan.domain.regions import RegionKind
from cakupan.texts.number_format import counts, percents
from layouts.view import View
from layouts.wilayah.options import Options


class RegionsView(Record, frozen=True, dict=True):  # what map and table both ask for is kept
    """The view of a nation or province with the table of its kabupaten and kota.

    ``table`` is ``region_table`` with the regions' names in a column ``name``, ``codes`` those of
    its rows; ``own`` are the rows' own targets and ``own_people`` the gaps to them; ``files`` the
    file names behind each row; ``searched`` the folded words a row is found by. ``state`` is
    another one as soon as any figure, decision or target is.
    """

    view: View
    table: pd.DataFrame
    codes: tuple[str, ...]
    own: Mapping[str, Target]
    own_people: pd.Series
    files: Mapping[str, str]
    searched: Mapping[str, str]
    options: Options
    boundaries: Boundaries
    outlines_address: str
    state: str

    @property
    def is_nation(self) -> bool:
        """Whether all provinces are shown, not one."""
        return self.view.region.kind is RegionKind.NATION

    @cached_property
    def counted(self) -> Mapping[str, list[str]]:
        """Participants, workers and coverage of the rows as they are read."""
        writers = {
            "participants": counts(self.view.language),
            "workers": counts(self.view.language),
            "coverage": percents(self.view.language),
        }
        return {name: write.all(self.table[name].tolist()) for name, write in writers.items()}

    @cached_property
    def names(self) -> list[str]:
        """Short names of the rows."""
        return self.table["name"].to_numpy(dtype="object").tolist()

    @cached_property
    def known(self) -> int:
        """How many rows have participants in this month."""
        return int((~self.table[Mark.NO_DATA]).sum())

    @property
    def table_note(self) -> str:
        """What the table is of: the same note, the same table, however the map is drawn."""
        choices = self.view.choices
        others = tuple(one for one in choices.of_page if one[0] not in self.options.parameters)
        return self.state + replace(choices, of_page=others).query

    @property
    def has_sample(self) -> bool:
        """Whether any row rests on sample figures."""
        return bool(self.table["sample"].any())

    @property
    def tile_places(self) -> dict[str, tuple[int, int]]:
        """Column and row of each region's tile, in the nation or in its province."""
        tiles = self.view.reference.tiles
        if self.is_nation:
            return {code: tiles[code].in_nation for code in self.codes}
        return {code: tiles[code].in_province for code in self.codes}

    @cached_property
    def needed(self) -> Mapping[str, pd.Series]:
        """People missing to each target of the region shown, row by row, by the target's id."""
        targets = [gap.target for gap in self.view.summary.gaps]
        people = people_needed_each(self.table, [target.ratio for target in targets])
        return {target.id: one for target, one in zip(targets, people, strict=True)}

    @cached_property
    def coloured_values(self) -> pd.Series:
        """What the map is coloured by; NaN is no data."""
        if self.options.coloured is Coloured.GAP:
            nothing = pd.Series(float("nan"), index=self.table.index)
            return self.needed[self.options.aim.target.id] if self.options.aim else nothing
        return self.table[self.options.coloured.value]
