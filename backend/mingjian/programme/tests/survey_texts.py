"""A survey's answers for tests and load: complete, and with nothing that speaks against them.

No Django here: what loads an installation from outside imports it too.
"""

from copy import deepcopy
from typing import Any

HEAD_OFFICE = "11111111-1111-7111-8111-111111111111"
PLACES = {HEAD_OFFICE: "总部"}


def complete(site: str = HEAD_OFFICE, **changed: Any) -> dict[str, Any]:
    """Everything answered for one site; ``changed`` replaces whole sections."""
    devices = {code: {"count": 1, "remark": ""} for code in ("D1", "D2", "D3", "D6", "D7", "D8")}
    network = {"kind": "wired", "up_mbps": 20, "down_mbps": 100, "remark": ""}
    answers = {
        "sites": {site: {"devices": devices, "has_none": False, "network": network}},
        "people": {
            code: {"has": True, "name": "李明", "phone": "139 2222 0001"}
            for code in ("P1", "P2", "P3")
        },
        "secure_areas": {
            "has": True,
            "areas": [
                {"site": site, "scene": "office", "what": "图纸", "alternative": "到现场查看"}
            ],
        },
        "noise": [
            {
                "site": site,
                "scene": "production",
                "level": "loud",
                "dba": 78,
                "plan": "降噪耳机 2 副",
            }
        ],
        "meeting_tool": {"name": "腾讯会议", "is_own": True},
        "willingness": {"answer": "yes", "ground": ""},
    }
    return deepcopy(answers | changed)
