"""Which audit modes the rules forbid; the list itself is rule data."""

from collections.abc import Collection

from mingjian.kit.words import Words
from mingjian.programme.rules.packs import Pack


def mode_refusal(pack: Pack, *, kind: str, schemes: Collection[str], mode: str) -> Words | None:
    """Why an audit of this kind cannot be held in this mode; None where it can.

    ``pack`` is the national one, so that the jurisdiction has been asked already.
    """
    for each in pack.parameters.get("forbidden_modes", ()):
        if each["kind"] == kind and each["mode"] == mode and each["scheme"] in schemes:
            return Words(**each["why"])
    return None
