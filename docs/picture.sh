#!/bin/sh
# Makes docs/desk.png, the moving picture of the README, on a desktop of its own: make picture
set -eu
cd "$(dirname "$0")/.."
. docs/desk.sh
go build -o "$dir/film" ./internal/film

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
