"""One installation: where it keeps its data, where it listens, how its processes see it."""

import argparse
import json
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from launch.serve import network
from launch.serve.options import AUTOMATIC
from launch.words import Trouble

SECRET_LENGTH = 50


@dataclass(frozen=True, kw_only=True)
class Installation:
    """What the command line and this machine's addresses add up to."""

    data: Path
    port: int
    origin: str
    address: str = "127.0.0.1"
    lan: bool = False
    demo: bool = True
    reset_demo: bool = False
    production: bool = False
    extra_origins: tuple[str, ...] = ()
    databases: tuple[tuple[str, str], ...] = ()

    @property
    def run_folder(self) -> Path:
        """State of the running processes; means nothing once they have stopped."""
        return self.data / "run"

    @property
    def certificates(self) -> Path:
        """The local authority and server certificate of ``--lan``."""
        return self.data / "keys" / "lan"

    def environment(self) -> dict[str, str]:
        """What the product's processes are told; see ``config/settings.py``."""
        return {
            "MINGJIAN_DATA": str(self.data),
            "MINGJIAN_MODE": "production" if self.production else "demo",
            "MINGJIAN_ORIGIN": self.origin,
            "MINGJIAN_EXTRA_ORIGINS": json.dumps(self.extra_origins),
            **dict(self.databases),
        }


def describe(given: argparse.Namespace) -> Installation:
    """The installation that the command line asks for."""
    address = _lan_address(given.lan) if given.lan else "127.0.0.1"
    port = given.port or network.free_tcp_port(address)
    scheme = "https" if given.lan else "http"
    name = address if given.lan else "localhost"
    nearby = f"{scheme}://{network.host_name()}.local:{port}"
    return Installation(
        data=given.data.expanduser().resolve(),
        port=port,
        origin=given.origin or f"{scheme}://{name}:{port}",
        address=address,
        lan=bool(given.lan),
        demo=not (given.no_demo or given.production),
        reset_demo=given.reset_demo,
        production=given.production,
        extra_origins=(nearby,) if given.lan else (),
        databases=_databases(given),
    )


def refuse_unsafe(installation: Installation) -> None:
    """What production never does: plain HTTP, secrets that others know, demo logins."""
    if not installation.production:
        return
    if urlsplit(installation.origin).scheme != "https":
        raise Trouble(
            "正式运行须使用 https：请加 --origin https://您的域名，并在前面放置反向代理。",
            "Production needs https: add --origin https://your.domain and put a proxy in front.",
        )
    if (installation.data / "demo.json").exists():
        raise Trouble(
            f"{installation.data} 含有演示账号，不能用于正式运行。请用 --data 指定新的目录。",
            f"{installation.data} holds demo logins and cannot go into production. "
            "Choose a new directory with --data.",
        )
    secret = os.environ.get("MINGJIAN_SECRET_KEY", "")
    if secret and (len(secret) < SECRET_LENGTH or len(set(secret)) < SECRET_LENGTH // 5):
        raise Trouble(
            "MINGJIAN_SECRET_KEY 太短或太简单。删去它，系统会自行生成安全的密钥。",
            "MINGJIAN_SECRET_KEY is too short or too simple. Unset it: a strong one is made.",
        )


def _lan_address(asked: str) -> str:
    return network.own_address() if asked == AUTOMATIC else network.checked_address(asked)


def _databases(given: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    names = "database_url", "migration_database_url", "keys_database_url"
    found = ((f"MINGJIAN_{name.upper()}", getattr(given, name)) for name in names)
    return tuple((name, url) for name, url in found if url)
