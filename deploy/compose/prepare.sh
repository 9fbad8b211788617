#!/bin/sh
# Makes the media server's key once; the product signs every participant's token with it.
set -eu
cd "$(dirname "$0")"
umask 077
mkdir -p secrets
[ -e secrets/livekit.json ] || printf '{"mj%s": "%s"}\n' \
  "$(openssl rand -hex 6)" "$(openssl rand -hex 32)" > secrets/livekit.json
