#!/bin/sh
# Print a Python of at least 3.11: the one named as the argument; else the one .venv was made with;
# else the first of the usual names that runs (a name on PATH may be a shim that does not).
# Exit 1 with one sentence where there is none.

fits='import sys; sys.exit(sys.version_info < (3, 11))'

if [ -n "${1:-}" ]; then
    if "$1" -c "$fits" 2>/dev/null; then
        printf '%s\n' "$1"
        exit 0
    fi
    echo "PYTHON=$1 is not a Python of version 3.11 or newer; name another, as in: make setup PYTHON=python3.12" >&2
    exit 1
fi
for python in .venv/bin/python python3 python3.11 python3.12 python3.13 python3.14 python; do
    if "$python" -c "$fits" 2>/dev/null; then
        printf '%s\n' "$python"
        exit 0
    fi
done
echo "The Hip Hinge Trainer needs Python 3.11 or newer and found none; install it (Debian, Ubuntu: apt install python3 python3-venv) or name it, as in: make setup PYTHON=/path/to/python3" >&2
exit 1
