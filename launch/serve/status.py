"""What the supervisor tells the product: its processes, and which functions are off."""

import json
from collections.abc import Mapping
from pathlib import Path

MEDIA_MISSING = {
    "code": "media_missing",
    "severity": "warning",
    "zh": "音视频服务不可用：远程会议暂不能进行，其余功能正常。管理员可重新启动以再次安装。",
    "en": "The media server is not available: live rooms are off, everything else works. "
    "An administrator may restart to install it again.",
}


MEDIA_DOWN = {
    "code": "media_down",
    "severity": "warning",
    "zh": "音视频服务中断，正在自动恢复；其余功能正常。",
    "en": "The media server has stopped and is being started again; everything else works.",
}
OFF = {"missing": MEDIA_MISSING, "down": MEDIA_DOWN}


def write(run_folder: Path, states: Mapping[str, Mapping[str, object]]) -> None:
    """``run/processes.json``, and ``run/status.json``: what does not work, in words."""
    write_whole(run_folder / "processes.json", states)
    media = _media(states)
    write_whole(
        run_folder / "status.json",
        {"media": media, "banners": [OFF[media]] if media in OFF else []},
    )


def write_whole(path: Path, content: object) -> None:
    """Whoever reads the file reads all of it, or does not find it yet."""
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps(content, ensure_ascii=False, indent=1))
    part.replace(path)


def _media(states: Mapping[str, Mapping[str, object]]) -> str:
    if "media" not in states:
        return "missing"
    return "ok" if states["media"]["state"] == "running" else "down"
