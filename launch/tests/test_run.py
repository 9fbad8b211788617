"""``./run``: one command starts the product, one key stops it, and nothing is left."""

import json
import os
import re
import signal
import socket
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from launch.tests.installed import Installed, eventually, installed, say_no

pytestmark = [pytest.mark.process, pytest.mark.slow]


@pytest.fixture(scope="module")
def product(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Installed]:
    with installed(tmp_path_factory.mktemp("installation") / "var") as running:
        eventually(lambda: "Ctrl-C stops it" in running.output)
        yield running


def test_it_prints_an_address_where_the_product_answers(product: Installed) -> None:
    assert product.origin.startswith("http://localhost:")
    assert product.get("/")[0] == 200


def test_who_started_it_is_let_into_the_first_days_wizard(product: Installed) -> None:
    token = (product.data / "run" / "setup-token").read_text()
    assert f"First-day wizard, valid once: {product.origin}/setup#token={token}" in product.output


def test_web_jobs_and_media_run_in_one_tree(product: Installed) -> None:
    assert set(product.processes()) == {"web", "jobs", "media"}
    assert {process["state"] for process in product.processes().values()} == {"running"}


def test_only_this_machine_can_reach_it(product: Installed) -> None:
    port = int(product.origin.rpartition(":")[2])
    ours = {process["pid"] for process in product.processes().values()}
    addresses = {address for pid in ours for address in listening(pid)}
    assert f"0100007F:{port:04X}" in addresses
    assert {address.partition(":")[0] for address in addresses} == {"0100007F"}


def test_the_data_directory_is_nobody_elses_business(product: Installed) -> None:
    assert stat.S_IMODE(product.data.stat().st_mode) == 0o700
    assert stat.S_IMODE((product.data / "keys" / "livekit.json").stat().st_mode) == 0o600


def test_a_second_start_on_the_same_data_says_where_the_first_one_is(product: Installed) -> None:
    said = say_no("--data", str(product.data), "--port", "0")
    assert "已在此数据目录上运行" in said
    assert "already runs on this data directory" in said
    assert product.origin in said


@pytest.mark.parametrize("name", ["web", "jobs", "media"])
def test_a_killed_process_comes_back(product: Installed, name: str) -> None:
    before = product.processes()[name]
    os.kill(before["pid"], signal.SIGKILL)

    eventually(lambda: product.processes()[name]["restarts"] > before["restarts"])
    eventually(lambda: product.processes()[name]["state"] == "running")
    assert product.processes()[name]["pid"] != before["pid"]
    assert (product.data / "run" / "incidents").is_dir()
    assert f"{name} stopped unexpectedly (exit -9)" in product.output


def test_ctrl_c_stops_every_process(tmp_path: Path) -> None:
    with installed(tmp_path / "var") as product:
        assert len(product.living()) >= 3
        assert product.interrupt() == 0
        assert product.living() == {}


def test_kill_9_of_the_supervisor_leaves_no_process_and_it_starts_again(tmp_path: Path) -> None:
    with installed(tmp_path / "var") as product:
        product.process.kill()
        eventually(lambda: product.living() == {})
    with installed(tmp_path / "var") as product:
        assert product.get("/")[0] == 200


def test_without_a_media_server_everything_else_runs(tmp_path: Path) -> None:
    with installed(tmp_path / "var", LIVEKIT_SERVER_BIN="/nowhere/livekit-server") as product:
        assert set(product.processes()) == {"web", "jobs"}
        assert "LIVEKIT_SERVER_BIN names a file that does not exist" in product.output
        assert '"media": "missing"' in (product.data / "run" / "status.json").read_text()


def test_production_starts_behind_a_proxy_without_demo_logins(tmp_path: Path) -> None:
    with installed(
        tmp_path / "var", "--production", "--origin", "https://audit.example"
    ) as product:
        port = re.search(r"--port (\d+)", " ".join(product.living().values()))
        assert port
        asked = Request(f"http://127.0.0.1:{port[1]}/api/status", headers={"Host": "audit.example"})
        with urlopen(asked, timeout=10) as answer:
            said = json.load(answer)
        assert said["mode"] == "production"
        assert said["demo"] == []
        assert not (product.data / "demo.json").exists()


def test_a_busy_port_is_said_in_words(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as somebody:
        port = somebody.getsockname()[1]
        said = say_no("--data", str(tmp_path / "var"), "--port", str(port))
    assert f"端口 {port} 已被其他程序占用" in said
    assert f"Port {port} is in use by another program" in said


def test_a_directory_that_cannot_be_written_is_said_in_words() -> None:
    said = say_no("--data", "/proc/mingjian", "--port", "0")
    assert "无法写入数据目录 /proc/mingjian" in said
    assert "cannot be written" in said


def listening(pid: int) -> set[str]:
    """Local addresses, as the kernel writes them, on which a process accepts TCP."""
    sockets = {os.readlink(link) for link in Path(f"/proc/{pid}/fd").iterdir() if link.is_symlink()}
    rows = [
        line.split()
        for table in ("tcp", "tcp6")
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]
    ]
    return {row[1] for row in rows if row[3] == "0A" and f"socket:[{row[9]}]" in sockets}
