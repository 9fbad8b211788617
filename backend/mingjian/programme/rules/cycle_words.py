"""What the audits of a cycle are called in sentences."""

from mingjian.kit.words import Words
from mingjian.programme.rules.cycle import RECERTIFICATION


def audit_words(kind: str, sequence: int) -> Words:
    """``第 2 次监督审核``, ``surveillance audit no. 2``."""
    if kind == RECERTIFICATION:
        return Words("再认证审核", "recertification audit")
    return Words(f"第 {sequence} 次监督审核", f"surveillance audit no. {sequence}")
