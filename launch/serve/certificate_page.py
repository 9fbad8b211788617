"""A page on plain HTTP that hands out the authority's certificate and nothing else.

A device that does not trust the authority yet cannot fetch it over HTTPS. The page
shows the fingerprint, so that it can be compared with the one in the terminal.
"""

import argparse
from collections.abc import Mapping
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from launch.serve.trust import WAYS, fingerprint

DOWNLOAD = "/mingjian-ca.crt"
PAGE = """<!doctype html><html lang="zh-CN"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>明鉴 Mingjian</title>
<style>body{{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;
color:#1f2933}}a.next{{display:block;margin:1rem 0;padding:.8rem 1rem;border-radius:6px;
background:#1d4e89;color:#fff;text-align:center;text-decoration:none}}code{{word-break:break-all}}
</style><h1>明鉴 Mingjian</h1>
<h2>1 · 信任本地证书 Trust the local certificate</h2>
<a class="next" href="{download}">下载证书 Download the certificate</a>
<p>SHA-256（应与主持人终端所示一致 must equal the one in the host's terminal）：<br>
<code>{fingerprint}</code></p><dl>{ways}</dl>
<h2>2 · 打开明鉴 Open Mingjian</h2><a class="next" href="{origin}">{origin}</a></html>"""


class Handler(BaseHTTPRequestHandler):
    """Answers from a table of path → (content type, content)."""

    server_version, sys_version = "Mingjian", ""
    timeout = 10
    answers: Mapping[str, tuple[str, bytes]]

    def do_GET(self) -> None:
        kind, content = self.answers.get(self.path, ("", b""))
        self.send_response(200 if kind else 404)
        if kind:
            self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Who asks is nobody's business."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--address", required=True)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--authority", type=Path, required=True)
    parser.add_argument("--origin", required=True)
    given = parser.parse_args()
    Handler.answers = {
        "/": ("text/html; charset=utf-8", page(given.authority, given.origin).encode()),
        DOWNLOAD: ("application/x-x509-ca-cert", given.authority.read_bytes()),
    }
    ThreadingHTTPServer((given.address, given.port), Handler).serve_forever()


def page(authority: Path, origin: str) -> str:
    ways = "".join(
        f"<dt><b>{system}</b></dt><dd>{escape(way.zh)}<br>{escape(way.en)}</dd>"
        for system, way in WAYS.items()
    )
    return PAGE.format(
        download=DOWNLOAD, fingerprint=fingerprint(authority), ways=ways, origin=escape(origin)
    )


if __name__ == "__main__":
    main()
