"""A tenant with keys of its own, and a checkpoint folder that nobody else writes to."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest

from mingjian.journal import checkpoint_file
from mingjian.kit.ids import uuid7
from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_file import FileRootKey
from mingjian.kit.keys.services import create_tenant_key


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where checkpoints and the root key lie."""
    plugged = root_key()
    root_key.plug(FileRootKey(tmp_path / "keys" / "root.key"))
    monkeypatch.setattr(checkpoint_file, "FOLDER", tmp_path / "checkpoints")
    yield tmp_path / "checkpoints"
    root_key.plug(plugged)


@pytest.fixture
def tenant() -> UUID:
    made = uuid7()
    create_tenant_key(made)
    return made
