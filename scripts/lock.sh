#!/usr/bin/env bash
# Make the lock files anew from pyproject.toml: development first, run-time in the same versions.
set -eu
cd "$(dirname "$0")/.."
uv=$(command -v uv || true)
if [ -z "$uv" ]; then
    mkdir -p .stamps
    [ -x .stamps/uv/bin/uv ] || { "${PYTHON:-python3}" -m venv .stamps/uv; .stamps/uv/bin/pip install --quiet uv; }
    uv=.stamps/uv/bin/uv
fi
options=(--universal --generate-hashes --no-emit-index-url --no-annotate --no-header --quiet "$@")
"$uv" pip compile "${options[@]}" pyproject.toml --group dev -o requirements/dev.txt
"$uv" pip compile "${options[@]}" pyproject.toml -c requirements/dev.txt -o requirements/run.txt
echo "requirements/dev.txt en requirements/run.txt zijn bij."
