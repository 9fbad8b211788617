"""The rules of teams that hold for a body today."""

from datetime import date
from uuid import UUID

from mingjian.kit.access import Viewer
from mingjian.programme.queries.rule_packs import pack
from mingjian.programme.rules.team_rules import TeamRules

CODE = "team"


def team_rules(owner_id: UUID, on: date | None = None) -> TeamRules:
    """The edition of the body ``owner_id``, whoever asks: a client is judged by its body's."""
    found = pack(Viewer.system("team rules", owner_id), CODE, on)
    clauses = {group.name: group.clause for group in found.groups}
    return TeamRules.of({**found.parameters, "clauses": clauses})
