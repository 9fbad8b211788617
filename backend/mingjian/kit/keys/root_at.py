"""Where the root key lies: a file of the data directory, an OpenBao or Vault, a KMS."""

from importlib import import_module
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from mingjian.kit.keys.root import RootKey
from mingjian.kit.keys.root_file import FileRootKey

SERVICES = {
    "bao+https": ("root_transit", "TransitRootKey", "bao"),
    "bao+http": ("root_transit", "TransitRootKey", "bao"),
    "kms": ("root_kms", "KmsRootKey", "kms"),
}
"""Scheme → module and class of the adapter, and the extra that brings its library."""


def root_key_at(url: str, file: Path) -> RootKey:
    """The root key that ``url`` names; without one, the ``file``."""
    if not url:
        return FileRootKey(file)
    try:
        module, name, extra = SERVICES[urlsplit(url).scheme]
    except KeyError:
        raise ImproperlyConfigured(
            "MINGJIAN_ROOT_KEY_URL is bao+https://host:8200/transit/KEY?token=FILE, "
            "kms://NAME?region=… or empty"
        ) from None
    try:
        adapter = import_module(f"mingjian.kit.keys.{module}")  # an extra: only where used
    except ImportError as error:
        raise ImproperlyConfigured(
            f"This root key needs the extra: pip install mingjian[{extra}]"
        ) from error
    root: RootKey = getattr(adapter, name).at(url)
    return root
