"""The steps that fill the data directory: database schema, then demo content."""

from collections.abc import Mapping

from launch.places import BACKEND, PYTHON
from launch.serve.installation import Installation
from launch.setup.steps import Step
from launch.shell import perform
from launch.words import Words


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
    exists = (installation.data / "demo.json").exists()
    if not installation.demo or (exists and not installation.reset_demo):
        return []
    words = ["manage.py", "demo", *(["--reset"] if installation.reset_demo else [])]
    return [
        Step(
            key="demo",
            says=Words("生成演示内容", "Demo content"),
            work=lambda: _python(environment, *words, log="demo"),
            needs=("database",),
            advice=Words("可先用 --no-demo 启动。", "You may start with --no-demo."),
        )
    ]


def _python(environment: Mapping[str, str], *words: str, log: str) -> bool:
    perform(PYTHON, *words, cwd=BACKEND, environment=environment, log=log)
    return True
