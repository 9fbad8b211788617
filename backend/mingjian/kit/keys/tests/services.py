"""Real key services for tests: an AWS KMS of one program, an OpenBao or Vault if installed."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import hvac
import pytest

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
    """The URL of a root key in the transit engine of a real OpenBao or Vault."""
    program = shutil.which("bao") or shutil.which("vault")
    if program is None:
        pytest.skip("no OpenBao: no package brings one; put bao (or vault) on PATH")
    port, token = free_port(), directory / "token"
    token.write_text("root-of-a-test\n")
    listen = f"-dev-listen-address=127.0.0.1:{port}"
    command = [program, "server", "-dev", "-dev-root-token-id=root-of-a-test", listen]
    with serving(command, port, {"HOME": str(directory)}):
        client = hvac.Client(url=f"http://127.0.0.1:{port}", token="root-of-a-test")
        client.sys.enable_secrets_engine("transit")
        yield f"bao+http://127.0.0.1:{port}/transit/mingjian?token={token}"
