# Sourced by the scripts beside it, at the project's root: starts a desktop of its own, which ends with the script. $dir is its folder.
PATH=$PWD/bin:$PATH
dir=$(mktemp -d)
export XDG_RUNTIME_DIR="$dir/run" XDG_DATA_HOME="$dir/data" XDG_STATE_HOME="$dir/state" XDG_CACHE_HOME="$dir/cache" XDG_CONFIG_HOME="$dir/config"
export OPENAI_API_KEY= OPENAI_BASE_URL=
mkdir -m 700 "$dir/run"
trap 'cell quit >/dev/null 2>&1; wait; rm -rf "$dir"' EXIT
cellshell --headless --quiet >"$dir/log" 2>&1 &
until cell status >/dev/null 2>&1; do
	kill -0 $! 2>/dev/null || { cat "$dir/log" >&2; exit 1; }
	sleep 0.1
done
