"""The steps that fill the data directory: database schema, then demo content."""

import shutil
from collections.abc import Mapping

from launch.places import BACKEND, PYTHON
from launch.serve.installation import Installation
from launch.setup.steps import Step
from launch.shell import perform
from launch.words import Trouble, Words

KEPT = {"run", "logs"}


def database(environment: Mapping[str, str]) -> Step:
    return Step(
        key="database",
        says=Words("检查并升级数据库", "Database: check and migrate"),
        work=lambda: _python(environment, "-m", "config.migrate", log="database"),
        needs=("python",),
        advice=Words(
            "数据未改动或已有副本（数据目录下的 backups）。请保留日志并联系支持人员。",
            "Data are unchanged, or copied (backups in the data directory). Keep the log.",
        ),
    )


def demo_content(installation: Installation, environment: Mapping[str, str]) -> list[Step]:
    """Nothing to do where it exists or nobody wants it."""
    if not installation.demo or (installation.data / "demo.json").exists():
        return []
    return [
        Step(
            key="demo",
            says=Words("生成演示内容", "Demo content"),
            work=lambda: _python(environment, "manage.py", "demo", "--if-empty", log="demo"),
            needs=("database",),
            advice=Words("可先用 --no-demo 启动。", "You may start with --no-demo."),
        )
    ]


def forget_demo(installation: Installation) -> None:
    """Empty a data directory that holds demo content, and only such a one."""
    if not (installation.data / "demo.json").exists():
        raise Trouble(
            f"{installation.data} 中没有演示内容，不会清空。",
            f"{installation.data} holds no demo content: nothing was deleted.",
        )
    if installation.databases:
        raise Trouble(
            "演示内容在 PostgreSQL 中：请先自行删除并重建该数据库。",
            "The demo content is in PostgreSQL: drop that database and create it anew first.",
        )
    for path in installation.data.iterdir():
        if path.name not in KEPT:
            shutil.rmtree(path) if path.is_dir() else path.unlink()


def _python(environment: Mapping[str, str], *words: str, log: str) -> bool:
    perform(PYTHON, *words, cwd=BACKEND, environment=environment, log=log)
    return True
