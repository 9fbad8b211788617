"""Which steps a command needs, in an order where needed ones come first."""

import fcntl
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from launch.places import cache
from launch.setup import livekit, python, web
from launch.setup.steps import Step, carry_out
from launch.words import Words, say

NETWORK = Words(
    "请检查网络与磁盘空间后重试；完整输出见所列日志。",
    "Check network and disk space, then try again; the named log has the whole output.",
)


def python_libraries(lock: str) -> Step:
    return Step(
        key="python",
        says=Words("安装锁定的 Python 依赖", "Python libraries, as locked"),
        work=lambda: python.synced(lock),
        advice=NETWORK,
    )


WEB_LIBRARIES = Step(
    key="npm",
    says=Words("安装锁定的网页依赖（npm ci）", "Web libraries, as locked (npm ci)"),
    work=web.libraries_installed,
    advice=NETWORK,
)
WEB_BUILD = Step(
    key="web",
    says=Words("构建网页", "Web client build"),
    work=web.built,
    needs=("npm",),
    advice=Words("完整输出见所列日志。", "The named log has the whole output."),
)
MEDIA_SERVER = Step(
    key="livekit",
    says=Words(
        f"编译音视频服务 livekit-server {livekit.VERSION}",
        f"Media server: building livekit-server {livekit.VERSION}",
    ),
    work=livekit.built,
    advice=Words(
        "其余功能照常运行，仅音视频不可用。也可下载官方程序，放入 PATH 或设置 LIVEKIT_SERVER_BIN。",
        "Everything else runs; only audio and video are off. You may put an official binary on "
        "PATH or name it in LIVEKIT_SERVER_BIN.",
    ),
    optional=True,
)


def set_up(steps: Sequence[Step]) -> set[str]:
    """Carry out ``steps`` while no other command of this user does the same."""
    with _alone():
        return carry_out(steps)


@contextmanager
def _alone() -> Iterator[None]:
    with (cache() / "setup.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(
                "另一个准备过程正在进行，等待其完成……",
                "Another set-up is under way; waiting for it …",
            )
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
