"""Ways in which a file is damaged, each a function of its bytes and of one source of chance."""

import io
import zipfile
from collections.abc import Callable
from random import Random

from tests.faults.office_zip import zipped

Mutation = Callable[[bytes, Random], bytes]
_LOCAL, _LISTED = b"PK\x03\x04", b"PK\x01\x02"


def flip_bits(data: bytes, chance: Random) -> bytes:
    """One to eight bits somewhere."""
    damaged = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
    return bytes(damaged)


def cut_off(data: bytes, chance: Random) -> bytes:
    """The end is missing."""
    return data[: chance.randrange(1, len(data))]


def lose_a_piece(data: bytes, chance: Random) -> bytes:
    """A piece in the middle is missing, so everything after it has moved."""
    start = chance.randrange(len(data))
    return data[:start] + data[start + chance.randint(1, 600) :] or b" "


def overwrite(data: bytes, chance: Random) -> bytes:
    """A piece is overwritten with zeros, chance, or another piece of the file."""
    size = min(chance.choice((1, 4, 16, 512)), len(data))
    start, other = (chance.randrange(len(data) - size + 1) for _ in range(2))
    piece = chance.choice((bytes(size), chance.randbytes(size), data[other : other + size]))
    return data[:start] + piece + data[start + size :]


def append(data: bytes, chance: Random) -> bytes:
    """Something stands behind the end: chance, or the file once more."""
    return data + chance.choice((chance.randbytes(chance.randint(1, 999)), data))


def wrong_size(data: bytes, chance: Random) -> bytes:
    """A size says another number: in a zip one of its headers', else any four bytes."""
    places = [place for mark in (_LOCAL, _LISTED) for place in _every(mark, data)]
    if places:
        place = chance.choice(places)
        # Checksum, packed and unpacked size, and the length of the name.
        first = 14 if data[place : place + 4] == _LOCAL else 16
        place += chance.choice((first, first + 4, first + 8, first + 12))
    else:
        place = chance.randrange(max(1, len(data) - 4))
    number = chance.choice((0, 1, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF, chance.getrandbits(32)))
    return data[:place] + number.to_bytes(4, "little") + data[place + 4 :]


def swap_members(data: bytes, chance: Random) -> bytes:
    """Two members of the zip have changed their contents, checksums right."""
    members = _members(data)
    if len(members) < 2:
        return flip_bits(data, chance)
    one, other = chance.sample(sorted(members), 2)
    return zipped(members | {one: members[other], other: members[one]})


def lose_a_member(data: bytes, chance: Random) -> bytes:
    """A member of the zip is missing."""
    members = _members(data)
    if len(members) < 2:
        return cut_off(data, chance)
    del members[chance.choice(sorted(members))]
    return zipped(members)


def damage_within(data: bytes, chance: Random) -> bytes:
    """A member of the zip is damaged and its checksum made right again."""
    members = _members(data)
    if not members:
        return overwrite(data, chance)
    name = chance.choice(sorted(name for name in members if members[name]))
    damage = chance.choice((flip_bits, cut_off, lose_a_piece, overwrite))
    return zipped(members | {name: damage(members[name], chance)})


MUTATIONS: tuple[Mutation, ...] = (
    flip_bits,
    cut_off,
    lose_a_piece,
    overwrite,
    append,
    wrong_size,
    swap_members,
    lose_a_member,
    damage_within,
)


def _members(data: bytes) -> dict[str, bytes]:
    if not data.startswith(_LOCAL):
        return {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _every(mark: bytes, data: bytes) -> list[int]:
    places, place = [], data.find(mark)
    while place >= 0:
        places.append(place)
        place = data.find(mark, place + 1)
    return places
