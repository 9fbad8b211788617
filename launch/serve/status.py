"""``run/status.json``: which functions are off and why, for the product's own banner."""

import json
from pathlib import Path

MEDIA_MISSING = {
    "code": "media_missing",
    "severity": "warning",
    "zh": "音视频服务不可用：远程会议暂不能进行，其余功能正常。管理员可重新启动以再次安装。",
    "en": "The media server is not available: live rooms are off, everything else works. "
    "An administrator may restart to install it again.",
}


def write(run_folder: Path, *, media_runs: bool) -> None:
    status = {
        "media": "ok" if media_runs else "missing",
        "banners": [] if media_runs else [MEDIA_MISSING],
    }
    (run_folder / "status.json").write_text(json.dumps(status, ensure_ascii=False, indent=1))
