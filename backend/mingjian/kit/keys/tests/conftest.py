"""Every test of the keys has a root key file of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mingjian.kit.keys.root import root_key
from mingjian.kit.keys.root_file import FileRootKey


@pytest.fixture(autouse=True)
def root_file(tmp_path: Path) -> Iterator[Path]:
    """The path of the root key, where nothing lies yet."""
    path = tmp_path / "keys" / "root.key"
    with root_key.replaced_by(FileRootKey(path)):
        yield path
