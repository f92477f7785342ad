#!/usr/bin/env bash
# Lint, types, imports and architecture. Runs them all, and fails when one does.
set -u
cd "$(dirname "$0")/.."
failed=0
step() {
    local title=$1
    shift
    local begin=$SECONDS output
    if output=$("$@" 2>&1); then
        printf '  %-34s goed (%s s)\n' "$title" $((SECONDS - begin))
    else
        printf '  %-34s FOUT\n%s\n' "$title" "$output"
        failed=1
    fi
}
# A folder that does not exist yet is left out.
existing() { for path in "$@"; do [ -e "$path" ] && echo "$path"; done; }
mapfile -t code < <(existing src tests bench scripts conftest.py)
mapfile -t architecture < <(existing tests/architecture)
mapfile -t templates < <(git ls-files -- 'src/stoep/**/templates/**/*.html')
bin=.venv/bin
step "stijl (ruff check)" "$bin/ruff" check --quiet "${code[@]}"
step "opmaak (ruff format)" "$bin/ruff" format --check --quiet "${code[@]}"
[ ${#templates[@]} -eq 0 ] || step "sjablonen (djade)" "$bin/djade" --check --target-version 5.2 "${templates[@]}"
STOEP_MODE=test step "types (mypy)" "$bin/mypy"
step "lagen (import-linter)" "$bin/lint-imports"
[ ${#architecture[@]} -eq 0 ] || step "architectuur (pytest)" "$bin/python" -m pytest -q "${architecture[@]}"
exit $failed
