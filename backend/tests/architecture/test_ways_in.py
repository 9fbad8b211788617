"""Nothing gets into the record by a side door (S15)."""

import ast

from tests.architecture.house import STAGES, stage_files, tree

DOOR = "mingjian/evidence/services/sealing.py"
MAKING = {"create", "bulk_create", "get_or_create", "update_or_create"}


def makers() -> set[str]:
    """Files of the product in which an ``EvidenceItem`` is made."""
    return {
        path.as_posix().split("backend/")[-1]
        for stage in STAGES
        for path in stage_files(stage)
        for call in ast.walk(tree(path))
        if isinstance(call, ast.Call)
        if ast.unparse(call.func) == "EvidenceItem"
        or (
            isinstance(call.func, ast.Attribute)
            and call.func.attr in MAKING
            and ast.unparse(call.func).startswith("EvidenceItem.")
        )
    }


def test_evidence_items_are_made_by_the_sealing_service_alone() -> None:
    assert makers() == {DOOR}
