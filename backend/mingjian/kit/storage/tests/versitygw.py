"""A real S3 server for tests: versitygw over a directory."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mingjian.kit.tests.programs import built_with_go, free_port, serving

MODULE, VERSION = "github.com/versity/versitygw/cmd/versitygw", "v1.8.0"
ACCESS, SECRET, BUCKET = "mingjian-test", "mingjian-test-secret", "mingjian"


@contextmanager
def running(directory: Path) -> Iterator[str]:
    """The storage URL of a server that keeps its buckets in ``directory``."""
    (directory / "buckets" / BUCKET).mkdir(parents=True)
    (directory / "sidecar").mkdir()
    port = free_port()
    command: list[str | Path] = [
        *(built_with_go(MODULE, VERSION), "--quiet", "--port", f"127.0.0.1:{port}"),
        *("--access", ACCESS, "--secret", SECRET),
        *("posix", "--sidecar", directory / "sidecar", directory / "buckets"),
    ]
    with serving(command, port):
        yield f"s3://{ACCESS}:{SECRET}@{BUCKET}/blobs?endpoint=http://127.0.0.1:{port}"
