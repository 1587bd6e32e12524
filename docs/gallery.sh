#!/bin/sh
# Draws contact sheets of everything there is to see into gallery/, with a desktop of its own: make gallery
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/bin:$PATH
dir=$(mktemp -d)
go build -o "$dir/gallery" ./internal/gallery
export XDG_RUNTIME_DIR="$dir/run" XDG_DATA_HOME="$dir/data" XDG_STATE_HOME="$dir/state" XDG_CACHE_HOME="$dir/cache" XDG_CONFIG_HOME="$dir/config"
export OPENAI_API_KEY= OPENAI_BASE_URL=
mkdir -m 700 "$dir/run"
cellshell --headless --quiet >"$dir/log" 2>&1 &
trap 'cell quit >/dev/null 2>&1; wait; rm -rf "$dir"' EXIT
until cell status >/dev/null 2>&1; do sleep 0.1; done
"$dir/gallery" "${1:-gallery}"
