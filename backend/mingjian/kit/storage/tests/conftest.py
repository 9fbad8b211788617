"""Each contract test runs against a directory and against a real S3 server."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from mingjian.kit.storage import BlobStore, store_at
from mingjian.kit.storage.tests import versitygw


@pytest.fixture(scope="session")
def s3_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with versitygw.running(tmp_path_factory.mktemp("s3")) as url:
        yield url


@pytest.fixture(params=["directory", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> BlobStore:
    """A store that holds nothing yet."""
    if request.param == "directory":
        return store_at("", tmp_path / "blobs")
    base, _, query = request.getfixturevalue("s3_url").partition("?")
    return store_at(f"{base}/{tmp_path.name}?{query}", tmp_path)
