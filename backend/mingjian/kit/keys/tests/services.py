"""Key services for tests: a real AWS KMS, transit's protocol, a real OpenBao where there is one."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hvac
import pytest

from mingjian.kit.keys.tests.transit_fake import TOKEN, transit_fake
from mingjian.kit.tests.programs import built_with_go, free_port, serving

KMS, KMS_VERSION = "github.com/nsmithuk/local-kms", "v0.0.0-20260228092603-2a5e92d09ab6"


@contextmanager
def kms(directory: Path) -> Iterator[str]:
    """The URL of a root key in a service that speaks AWS KMS."""
    port = free_port()
    places = {"PORT": str(port), "KMS_DATA_PATH": str(directory), "KMS_SEED_PATH": ""}
    with serving([built_with_go(KMS, KMS_VERSION)], port, places):
        yield f"kms://key:secret@mingjian?endpoint=http://127.0.0.1:{port}&region=eu-west-2"


@contextmanager
def transit(directory: Path) -> Iterator[str]:
    """The URL of a root key in a server that speaks the transit engine's protocol."""
    with transit_fake() as address:
        yield _in_transit(address, directory)


@contextmanager
def openbao(directory: Path) -> Iterator[str]:
    """The same in a real OpenBao or Vault, where one is installed."""
    program = shutil.which("bao") or shutil.which("vault")
    if program is None:
        pytest.skip("no OpenBao: no package brings one; put bao (or vault) on PATH")
    port = free_port()
    listen = f"-dev-listen-address=127.0.0.1:{port}"
    command = [program, "server", "-dev", f"-dev-root-token-id={TOKEN}", listen]
    with serving(command, port, {"HOME": str(directory)}):
        address = f"http://127.0.0.1:{port}"
        hvac.Client(url=address, token=TOKEN).sys.enable_secrets_engine("transit")
        yield _in_transit(address, directory)


def _in_transit(address: str, directory: Path) -> str:
    token = directory / "token"
    token.write_text(f"{TOKEN}\n")
    return f"bao+{address}/transit/mingjian?token={token}"
