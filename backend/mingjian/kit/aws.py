"""Clients of services that speak AWS's protocols, through boto3 (an optional extra)."""

from typing import Any
from urllib.parse import SplitResult, parse_qs, unquote

import boto3
from botocore.config import Config


def client_at(service: str, url: SplitResult, config: Config) -> Any:
    """The client for ``scheme://[KEY:SECRET@]…?endpoint=…&region=…``, secrets percent-encoded.

    Without key and secret, boto3's usual places are asked (instance role, profile).
    """
    options = {name: values[-1] for name, values in parse_qs(url.query).items()}
    return boto3.client(
        service,
        endpoint_url=options.get("endpoint"),
        region_name=options.get("region", "us-east-1"),
        aws_access_key_id=unquote(url.username) if url.username else None,
        aws_secret_access_key=unquote(url.password) if url.password else None,
        config=config,
    )
