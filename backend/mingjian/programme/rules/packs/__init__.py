"""Rule packs: the numbers and lists of the rules, as data that says where each comes from."""

from mingjian.programme.rules.packs.pack import (
    SOURCES,
    Citation,
    Group,
    Pack,
    pack_text,
    stamp_of,
)

__all__ = ["SOURCES", "Citation", "Group", "Pack", "pack_text", "stamp_of"]
