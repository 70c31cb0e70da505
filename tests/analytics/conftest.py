"""A small Indonesia: Banten with its eight, Bengkulu with two, and the frames about them."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from cakupan.domain.periods import Period
from cakupan.domain.reference import Target
from cakupan.domain.regions import Region, RegionDirectory, RegionKind

BANTEN = (
    ("36.01", "Kabupaten Pandeglang"),
    ("36.02", "Kabupaten Lebak"),
    ("36.03", "Kabupaten Tangerang"),
    ("36.04", "Kabupaten Serang"),
    ("36.71", "Kota Tangerang"),
    ("36.72", "Kota Cilegon"),
    ("36.73", "Kota Serang"),
    ("36.74", "Kota Tangerang Selatan"),
)

Rows = Iterable[tuple[object, ...]]

PUBLISHERS = pd.CategoricalDtype(["bps", "bpjs", "kemnaker"])
BESIDE: dict[str, Any] = {"sample": "bool", "publisher": PUBLISHERS, "rounding_unit": "float64"}
DEFAULTS = (False, "bpjs", 1)


@pytest.fixture(scope="session")
def directory() -> RegionDirectory:
    kabupaten = [
        Region(code, name, RegionKind.KABUPATEN, code.replace(".", ""))
        for code, name in (*BANTEN, ("17.01", "Kabupaten A"), ("17.02", "Kabupaten B"))
    ]
    return RegionDirectory(
        [
            Region("00", "Indonesia", RegionKind.NATION, "0000"),
            Region("17", "Bengkulu", RegionKind.PROVINCE, "17"),
            Region("36", "Banten", RegionKind.PROVINCE, "36"),
            *kabupaten,
        ]
    )


@pytest.fixture(scope="session")
def participants() -> Callable[[Rows], pd.DataFrame]:
    """Builds the frame out of (region, period, segment, count, sample, publisher, unit).

    The last three may be left out.
    """

    def build(rows: Rows) -> pd.DataFrame:
        columns = ["region_code", "period", "segment", "participants", *BESIDE]
        filled = [(*row, *DEFAULTS[len(row) - 4 :]) for row in rows]
        frame = pd.DataFrame(filled, columns=columns).astype(
            {"region_code": "str", "period": "str", "segment": "str"}
        )
        ends = [Period(period).end for period in frame["period"]]
        return frame.astype({"participants": "int64", **BESIDE}).assign(
            date=pd.Series(ends, index=frame.index, dtype="datetime64[us]")
        )

    return build


@pytest.fixture(scope="session")
def workforce() -> Callable[[Rows], pd.DataFrame]:
    """Builds the frame out of (region, period, count, sample, publisher, unit).

    The last three may be left out.
    """

    def build(rows: Rows) -> pd.DataFrame:
        columns = ["region_code", "period", "workers", *BESIDE]
        filled = [(*row, *DEFAULTS[len(row) - 3 :]) for row in rows]
        frame = pd.DataFrame(filled, columns=columns).astype(
            {"region_code": "str", "period": "str"}
        )
        starts = [Period(period).start for period in frame["period"]]
        return frame.astype({"workers": "int64", **BESIDE}).assign(
            date=pd.Series(starts, index=frame.index, dtype="datetime64[us]")
        )

    return build


@pytest.fixture(scope="session")
def target() -> Callable[..., Target]:
    """Builds a target from its ratio and year."""

    def build(
        ratio: str, year: int | None, *, region: str = "36", denominator: str = "eligible"
    ) -> Target:
        return Target(
            id=f"{region}-{year}",
            region_code=region,
            framework="RPJMD",
            year=year,
            ratio=Decimal(ratio),
            denominator=denominator,
            citation="",
            note_id="",
            note_en="",
        )

    return build
