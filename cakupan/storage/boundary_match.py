"""Which region a feature of a GeoJSON file is: by its code, its BPS code or its name."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from cakupan.domain.records import Record
from cakupan.domain.reference import Reference
from cakupan.domain.regions import Region
from cakupan.storage.geojson import Feature

CODE_FIELDS = ("kode", "code", "kode_kemendagri", "kode_wilayah", "kdpkab", "id")
BPS_FIELDS = ("kode_bps", "bps_code", "bps", "cc_2")
NAME_FIELDS = ("nama", "name", "namobj", "wadmkk", "kabkota", "name_2")
_CODE = re.compile(r"(\d\d)\.?(\d\d)")


class Matcher(Record, frozen=True):
    """The kabupaten and kota by everything a file may call them."""

    by_code: Mapping[str, Region]
    by_bps_code: Mapping[str, Region]
    by_name: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, reference: Reference) -> "Matcher":
        """All spellings of the directory and of the aliases; capitals do not matter."""
        parts = [region for region in reference.directory if "." in region.code]
        codes: defaultdict[str, set[str]] = defaultdict(set)
        for region in parts:
            codes[_folded(region.name)].add(region.code)
            codes[_folded(region.short_name)].add(region.code)
        for alias in reference.aliases:
            if "." in alias.code:
                codes[_folded(alias.spelling)].add(alias.code)
        return cls(
            by_code={region.code: region for region in parts},
            by_bps_code={region.bps_code: region for region in parts},
            by_name={name: frozenset(found) for name, found in codes.items()},
        )

    def region_of(self, feature: Feature) -> Region | None:
        """The one region a feature means; None where it means none, or says two different things.

        A four-digit code may be Kemendagri's or BPS's own: where a name stands beside it, the name
        decides between the two.
        """
        named = self._named(feature)
        coded = self._coded(feature)
        if not coded:
            return self.by_code[next(iter(named))] if len(named) == 1 else None
        agreeing = [region for region in coded if region.code in named]
        if agreeing:
            return agreeing[0]
        return None if named else coded[0]

    def _named(self, feature: Feature) -> frozenset[str]:
        names = (self.by_name.get(_folded(text)) for text in _values(feature, NAME_FIELDS))
        return next((codes for codes in names if codes), frozenset())

    def _coded(self, feature: Feature) -> Sequence[Region]:
        """What the code may mean, the likelier reading first."""
        bps = list(self._found(_values(feature, BPS_FIELDS), self.by_bps_code, dot=""))
        if bps:
            return bps
        texts = list(_values(feature, CODE_FIELDS))
        return [
            *self._found(texts, self.by_code, dot="."),
            *self._found(texts, self.by_bps_code, dot=""),
        ]

    def _found(
        self, texts: Iterable[str], known: Mapping[str, Region], *, dot: str
    ) -> Iterator[Region]:
        for text in texts:
            code = _CODE.fullmatch(text)
            if code and dot.join(code.groups()) in known:
                yield known[dot.join(code.groups())]


def label(feature: Feature) -> str:
    """What a person would call the feature: its name, code or place in the file."""
    texts = (*_values(feature, NAME_FIELDS), *_values(feature, (*CODE_FIELDS, *BPS_FIELDS)))
    return next((text[:60] for text in texts if text), f"#{feature.place}")


def _values(feature: Feature, fields: Sequence[str]) -> Iterator[str]:
    """The values of these fields, in the order of ``fields``."""
    folded = {name.casefold(): value for name, value in feature.properties.items()}
    return (folded[field] for field in fields if field in folded)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
