"""The store of sealed files, and which one an installation has."""

from importlib import import_module
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from mingjian.kit.storage.errors import BlobMissing, StorageFull, StorageUnavailable
from mingjian.kit.storage.local import LocalStore
from mingjian.kit.storage.store import BlobFile, BlobStore, blobs, put

__all__ = [
    "BlobFile",
    "BlobMissing",
    "BlobStore",
    "LocalStore",
    "StorageFull",
    "StorageUnavailable",
    "blobs",
    "put",
    "store_at",
]


def store_at(url: str, directory: Path) -> BlobStore:
    """The store of ``storage_url``; without one, ``directory``."""
    if not url:
        return LocalStore(directory)
    if not url.startswith("s3://"):
        raise ImproperlyConfigured("MINGJIAN_STORAGE_URL is s3://bucket/prefix?endpoint=… or empty")
    try:
        s3 = import_module("mingjian.kit.storage.s3")  # heavy, and an extra: only where used
    except ImportError as error:
        raise ImproperlyConfigured(
            "S3 storage needs the extra: pip install mingjian[s3]"
        ) from error
    store: BlobStore = s3.S3Store.at(url)
    return store
