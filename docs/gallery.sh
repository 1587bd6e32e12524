#!/bin/sh
# Draws contact sheets of everything there is to see into gallery/, with a desktop of its own: make gallery
set -eu
cd "$(dirname "$0")/.."
. docs/desk.sh
go build -o "$dir/gallery" ./internal/gallery
"$dir/gallery" "${1:-gallery}"
