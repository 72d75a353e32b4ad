#!/bin/sh
# Make the virtual environment if there is none, and install a list of pinned requirements: sh scripts/venv.sh NAME
set -eu
cd "$(dirname "$0")/.."

newest_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if command -v "$name" >/dev/null && "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
            command -v "$name"
            return
        fi
    done
    echo "Candour needs Python 3.11 or newer." >&2
    exit 1
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    python=$(newest_python)
    if ! "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
        # Debian keeps this in a package of its own.
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
            apt-get update -qq && apt-get install -y -qq python3-venv >/dev/null
        else
            echo "Python's venv module is missing. On Debian: sudo apt install python3-venv" >&2
            exit 1
        fi
    fi
    echo "Making the virtual environment…"
    "$python" -m venv .venv
fi
echo "Installing the pinned requirements: $1…"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "requirements/$1.txt"
