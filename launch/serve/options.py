"""The command line of ``./run``."""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from launch.places import REPOSITORY

AUTOMATIC = "auto"
DESCRIPTION = """启动明鉴。首次启动会安装依赖、构建网页并生成演示内容；Ctrl-C 停止全部进程。
Start Mingjian. The first start installs what is missing, builds the web client and makes
demo content; Ctrl-C stops everything."""
EPILOGUE = """更多设置（邮件、对象存储等）见 docs/operations.md 中的 MINGJIAN_… 环境变量。
Further settings (mail, object storage …) are MINGJIAN_… variables: see docs/operations.md."""


def parse(words: Sequence[str]) -> argparse.Namespace:
    """What was asked for; what was not falls back to the ``MINGJIAN_…`` variables."""
    parser = argparse.ArgumentParser(
        "./run",
        description=DESCRIPTION,
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_place(parser)
    _add_content(parser)
    _add_databases(parser)
    return parser.parse_args(words)


def _add_place(parser: argparse.ArgumentParser) -> None:
    place = parser.add_argument_group("位置与地址 · place and address")
    place.add_argument(
        "--data",
        type=Path,
        default=Path(os.environ.get("MINGJIAN_DATA") or REPOSITORY / "var"),
        metavar="DIR",
        help="数据目录，默认 ./var · data directory, by default ./var",
    )
    place.add_argument(
        "--port",
        type=int,
        default=8000,
        metavar="N",
        help="端口，默认 8000；0 表示任选一个空闲端口 · port, by default 8000; 0 takes a free one",
    )
    place.add_argument(
        "--lan",
        nargs="?",
        const=AUTOMATIC,
        metavar="ADDRESS",
        help="用本地证书在局域网内提供 HTTPS，供手机和同事加入 · "
        "HTTPS on the local network with a local certificate authority",
    )


def _add_content(parser: argparse.ArgumentParser) -> None:
    content = parser.add_argument_group("内容与模式 · content and mode")
    demo = content.add_mutually_exclusive_group()
    demo.add_argument(
        "--no-demo",
        action="store_true",
        help="不生成演示内容，从首日向导开始 · no demo content: begin with the first-day wizard",
    )
    demo.add_argument(
        "--reset-demo",
        action="store_true",
        help="清空并重新生成演示内容 · throw the demo content away and make it anew",
    )
    content.add_argument(
        "--production",
        action="store_true",
        help="正式运行：无演示账号，须有 https 来源，拒绝弱密钥 · "
        "for real work: no demo logins, an https origin, no weak secrets",
    )
    content.add_argument(
        "--origin",
        default=os.environ.get("MINGJIAN_ORIGIN", ""),
        metavar="URL",
        help="反向代理后浏览器所用的地址 · what browsers type when a proxy stands in front",
    )


def _add_databases(parser: argparse.ArgumentParser) -> None:
    databases = parser.add_argument_group("数据库 · databases (postgresql://…; default: SQLite)")
    for name, says in {
        "database-url": "应用角色 · the application's role",
        "migration-database-url": "迁移所用的属主角色 · the owner's role, for migrations",
        "keys-database-url": "密钥库，默认为数据目录中的文件 · for keys; by default a file",
    }.items():
        variable = "MINGJIAN_" + name.replace("-", "_").upper()
        given = os.environ.get(variable, "")
        databases.add_argument(f"--{name}", default=given, metavar="URL", help=says)
