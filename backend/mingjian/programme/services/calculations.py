"""What every saved calculation of audit time has in common, of a case or of an application."""

import json
from typing import Any

from mingjian.kit.errors import Stale
from mingjian.programme.models import ApplicationTime, AuditTime
from mingjian.programme.queries.audit_times import stale_view
from mingjian.programme.rules.audit_time import Inputs, Result

Saved = AuditTime | ApplicationTime | None
"""The one that counts until now; None where nothing was saved."""


def check_latest(last: Saved, number: int) -> None:
    """409 unless ``number``, from which the form started, is still the latest (0: none)."""
    if last and last.number != number:
        name = last.author.name if last.author else "—"
        raise Stale(changed_by=name, current=stale_view(last))


def what_is_kept(last: Saved, inputs: Inputs, result: Result) -> dict[str, Any]:
    """The columns from which a calculation can be shown and replayed, under the next number."""
    return {
        "number": (last.number if last else 0) + 1,
        "inputs_text": json.dumps(inputs.stored(), ensure_ascii=False, sort_keys=True),
        "result": result.stored(),
    }
