"""Memories stay within their room, alone and together."""

from banglanorm import Normalizer
from banglanorm.memory import Memory, Room
from banglanorm.normalization import tokens


def test_memories_share_a_room() -> None:
    room = Room(2000)
    one, two = Memory[str, str](room), Memory[str, str](room)
    for number in range(4):
        (one if number % 2 else two).keep(str(number), "", size=1)
    assert (list(one), list(two)) == (["1", "3"], ["0", "2"])
    for number in range(4, 7):
        one.keep(str(number), "", size=1)
    assert (list(one), list(two)) == (["6"], [])


def test_a_memory_that_is_gone_takes_no_part() -> None:
    room = Room(1000)
    Memory[str, str](room).keep("gone", "", size=1)
    stays = Memory[str, str](room)
    for number in range(9):
        stays.keep(str(number), "", size=1)
    assert 0 < len(stays) <= 3


def test_all_normalizers_remember_in_one_room() -> None:
    normalizers = [Normalizer(profile=profile) for profile in ("visual", "standard", "repair") * 3]
    for number, normalizer in enumerate(normalizers):
        normalizer(f"কাি{number} কু\N{ZERO WIDTH SPACE}{number}")
    rooms = {id(memory._room) for memory in tokens._ROOM._memories.values()}
    assert rooms == {id(tokens._ROOM)}
