#!/bin/sh
# Makes docs/desk.png, the moving picture of the README, on a desktop of its own: make picture
set -eu
cd "$(dirname "$0")/.."
PATH=$PWD/bin:$PATH
dir=$(mktemp -d)
go build -o "$dir/film" ./internal/film
export XDG_RUNTIME_DIR="$dir/run" XDG_DATA_HOME="$dir/data" XDG_STATE_HOME="$dir/state" XDG_CACHE_HOME="$dir/cache" XDG_CONFIG_HOME="$dir/config"
export OPENAI_API_KEY= OPENAI_BASE_URL=
mkdir -m 700 "$dir/run"
cellshell --headless --quiet >"$dir/log" 2>&1 &
trap 'cell quit >/dev/null 2>&1; wait; rm -rf "$dir"' EXIT
until cell status >/dev/null 2>&1; do sleep 0.1; done

cell evolve "add a clock to my desktop"
cell evolve "make it analog instead"
cell evolve "move the clock to the top right"
cell evolve "add a system monitor"
cell evolve "move it to the bottom right"
cell tap notes/text-1
cell type "Buy milk and bread.
Call Ada about the garden on Sunday."
for _ in 1 2 3 4 5 6 7; do cell tap counter/plus; done
cell key escape
sleep 20 # the monitor's charts fill
"$dir/film" "${1:-docs/desk.png}"
