"""What ``deploy/`` promises fits the product: settings, commands, roles, media configuration."""

import os
import re
import socket
import subprocess
from collections.abc import Iterator
from ipaddress import IPv4Address
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import psycopg
import pytest
import yaml

from config.settings import Environment
from launch import postgres
from launch.inside import certificates
from launch.places import BACKEND, PYTHON, REPOSITORY
from launch.serve import network
from launch.setup import livekit
from launch.tests.installed import eventually

DEPLOY = REPOSITORY / "deploy"
COMPOSE = DEPLOY / "compose"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    return dict(yaml.safe_load((COMPOSE / "compose.yaml").read_text()))


def test_compose_sets_only_settings_that_exist(compose: dict[str, Any]) -> None:
    known = {f"MINGJIAN_{name.upper()}" for name in Environment.model_fields}
    given = {
        name
        for service in ("web", "jobs", "migrate")
        for name in compose["services"][service]["environment"]
    }
    assert given <= known


def test_everything_compose_asks_for_stands_in_the_example() -> None:
    asked = set(re.findall(r"\$\{([A-Z_]+)", (COMPOSE / "compose.yaml").read_text()))
    offered = set(re.findall(r"^([A-Z_]+)=", (COMPOSE / "example.env").read_text(), re.MULTILINE))
    assert asked == offered


def test_every_file_that_compose_mounts_exists(compose: dict[str, Any]) -> None:
    mounted = {
        volume.partition(":")[0]
        for service in compose["services"].values()
        for volume in service.get("volumes", ())
        if volume.startswith("./")
    }
    made_by_prepare = {"./secrets/livekit.json"}
    assert [path for path in mounted - made_by_prepare if not (COMPOSE / path).is_file()] == []


@pytest.mark.parametrize("module", ["config.migrate", "config.server", "workers.job_worker"])
def test_every_command_is_a_module(module: str) -> None:
    assert (BACKEND / f"{module.replace('.', '/')}.py").is_file()
    assert f"python -m {module}" in (DEPLOY / "README.md").read_text()


def test_the_image_holds_what_it_copies() -> None:
    copies = re.findall(r"^COPY (?!--from)(.+) \S+$", (DEPLOY / "Dockerfile").read_text(), re.M)
    sources = {source for line in copies for source in line.split()}
    assert [source for source in sources if not (REPOSITORY / source).exists()] == []


def test_the_service_starts_production_with_options_that_exist() -> None:
    unit = (DEPLOY / "mingjian.service").read_text()
    said = subprocess.run(
        ["./run", "--help"], cwd=REPOSITORY, capture_output=True, text=True, check=True
    ).stdout
    assert [option for option in re.findall(r" (--[a-z-]+)", unit) if option not in said] == [
        "--system",
        "--create-home",
        "--home-dir",
        "--now",
    ]


@pytest.fixture(scope="module")
def cluster() -> Iterator[Path]:
    """A PostgreSQL server without our roles; gives the folder of its socket."""
    if postgres.programs() is None:
        pytest.skip("apt-get install postgresql")
    with postgres.throw_away_cluster(roles="") as environment:
        yield Path(parse_qs(urlsplit(environment["MINGJIAN_DATABASE_URL"]).query)["host"][0])


@pytest.mark.process
def test_the_roles_let_the_owner_migrate_and_the_application_work(
    cluster: Path, tmp_path: Path
) -> None:
    passwords = {"OWNER_PASSWORD": "owner's 'secret'", "APPLICATION_PASSWORD": "app's"}
    script = subprocess.run(
        ["sh", COMPOSE / "roles.sh"],
        env=os.environ | passwords | {"PGHOST": str(cluster)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert script.returncode == 0, script.stderr

    databases = {
        f"MINGJIAN_{name}": f"postgresql://{role}@/{database}?host={cluster}"
        for name, role, database in (
            ("DATABASE_URL", "mingjian_app", "mingjian"),
            ("KEYS_DATABASE_URL", "mingjian_app", "mingjian_keys"),
            ("MIGRATION_DATABASE_URL", "mingjian_owner", "mingjian"),
        )
    }
    migrated = subprocess.run(
        [PYTHON, "-m", "config.migrate"],
        cwd=BACKEND,
        env=os.environ | databases | {"MINGJIAN_DATA": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert migrated.returncode == 0, migrated.stderr
    for url in databases.values():
        with psycopg.connect(url) as connection:
            count = connection.execute("SELECT count(*) FROM django_migrations").fetchone()
            assert count
            assert count[0] > 0


@pytest.mark.process
def test_the_media_server_starts_with_the_production_configuration(tmp_path: Path) -> None:
    binary = livekit.binary()
    if binary is None:
        pytest.skip("no livekit-server: ./run builds it")
    certificates.ensure(tmp_path / "tls", IPv4Address("127.0.0.1"), "turn")
    keys = tmp_path / "livekit.json"
    keys.write_text(f'{{"mjtest": "{"x" * 40}"}}')
    keys.chmod(0o600)
    port = network.free_tcp_port("127.0.0.1")
    text = (COMPOSE / "livekit.yaml").read_text().replace("/etc/livekit.json", str(keys))
    for number in ("7880", "7881", "7882", "3478", "5349"):
        free = port if number == "7880" else network.free_tcp_port("0.0.0.0")
        text = re.sub(rf": {number}$", f": {free}", text, flags=re.MULTILINE)
    (tmp_path / "livekit.yaml").write_text(text)
    turn = {
        "LIVEKIT_TURN_DOMAIN": "turn.example.org",
        "LIVEKIT_TURN_CERT_FILE": str(tmp_path / "tls" / "server.crt"),
        "LIVEKIT_TURN_KEY_FILE": str(tmp_path / "tls" / "server.key"),
    }
    command: list[str | Path] = [
        binary,
        "--config",
        tmp_path / "livekit.yaml",
        "--node-ip",
        "127.0.0.1",
    ]
    with (
        (tmp_path / "log").open("w") as log,
        subprocess.Popen(command, env=os.environ | turn, stdout=log, stderr=log) as server,
    ):
        try:
            eventually(lambda: server.poll() is not None or accepts(port))
            assert server.poll() is None, (tmp_path / "log").read_text()
        finally:
            server.kill()


def accepts(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
