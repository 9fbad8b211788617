"""The web process: ``python -m config.server --port 8000``.

The options are part of the product, not of a start script: sockets carry media
signalling, which wants neither compression nor pings in between; addresses of
sockets contain tokens, so they are not logged; open sockets do not delay a stop.
"""

import argparse
from typing import Any

import uvicorn

from config.settings import ENVIRONMENT

OPTIONS: dict[str, Any] = {
    "ws": "websockets-sansio",
    "ws_ping_interval": None,
    "ws_per_message_deflate": False,
    "ws_max_size": 4 * 1024 * 1024,
    "http": "httptools",
    "loop": "uvloop",
    "lifespan": "on",
    "log_config": None,
    "log_level": "warning",
    "access_log": False,
    "server_header": False,
    "timeout_graceful_shutdown": 3,
    "proxy_headers": ENVIRONMENT.trusted_proxies > 0,
}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m config.server", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--certificate", help="PEM file; serves HTTPS together with --key")
    parser.add_argument("--key", help="PEM file of the certificate's private key")
    given = parser.parse_args()
    uvicorn.run(
        "config.asgi:application",
        host=given.host,
        port=given.port,
        ssl_certfile=given.certificate,
        ssl_keyfile=given.key,
        **OPTIONS,
    )


if __name__ == "__main__":
    main()
