#!/usr/bin/env bash
# Installs the programs of others that the tests are run against, each at a fixed version, into .tools/ of this checkout.
#
#   test/tools/install.sh [--require] [gnmic] [opa] [pygnmi] [buf] [redocly] [yanglint]      (no name: all of them)
#
# Every program is then found as .tools/bin/NAME; Python's modules by .tools/bin/python. A program that is there already, at its version,
# is left alone, so a second run is instant. What takes long to build is also kept per version in a cache outside the checkout, for the
# next checkout on this machine. A program that cannot be had is told in one sentence on stderr and the others go on; the exit code is
# then 0, or 1 with --require.
#
# TRIMTAB_TOOLS        folder to install into; default .tools/ of the checkout
# TRIMTAB_TOOLS_CACHE  folder of built programs; default ~/.cache/trimtab/tools
set -uo pipefail

GNMIC=0.45.0
OPA=1.22.2        # compiles the policy as well: with another version, server/app/src/main/rego/build.sh gives other bytes
PYGNMI=0.8.15
BUF=1.75.0
REDOCLY=2.77.0    # needs Node 20.19 or 22.12

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
tools=$(realpath -m "${TRIMTAB_TOOLS:-$here/../../.tools}")
cache=$(realpath -m "${TRIMTAB_TOOLS_CACHE:-${XDG_CACHE_HOME:-${HOME:-/tmp}/.cache}/trimtab/tools}")
log=$tools/install.log
work=

say() { echo "$*" >&2; }
cannot() { say "$1 cannot be had: $2."; return 1; }
need() { command -v "$2" > /dev/null || cannot "$1" "$2 is not installed"; }
runs() { local name=$1; shift; logged "$@" || cannot "$name" "it is installed but does not run, see $log"; }
logged() { nice "$@" >> "$log" 2>&1 < /dev/null; }

# Builds into the cache unless it is there, then copies to bin/: cached NAME VERSION BUILDER
cached() {
    local name=$1 kept=$cache/$1-$2-$(uname -m)
    if [ ! -x "$kept" ]; then
        need "$name" go || return 1
        say "$name $2: building, this takes minutes"
        mkdir -p "$cache"
        "$3" "$work/$name" && mv -f "$work/$name" "$kept.$$" && mv -f "$kept.$$" "$kept" ||
            { cannot "$name" "its build failed, see $log"; return 1; }
    fi
    cp -f "$kept" "$tools/bin/$name.$$" && mv -fT "$tools/bin/$name.$$" "$tools/bin/$name"
}

build_gnmic() { GNMIC_VERSION=$GNMIC logged "$here/build-gnmic.sh" "$1"; }
build_opa() {
    GOTOOLCHAIN=local GOFLAGS=-buildvcs=false GOBIN=$work CGO_ENABLED=0 \
        logged go install -trimpath -ldflags '-s -w' "github.com/open-policy-agent/opa@v$OPA"
}

install_gnmic() { cached gnmic $GNMIC build_gnmic && runs gnmic "$tools/bin/gnmic" version; }
install_opa() { cached opa $OPA build_opa && runs opa "$tools/bin/opa" version; }

install_pygnmi() {
    need pygnmi python3 || return 1
    [ -x "$tools/venv/bin/python" ] || logged python3 -m venv "$tools/venv" ||
        { cannot pygnmi "python3 makes no virtual environment, see $log"; return 1; }
    logged "$tools/venv/bin/python" -m pip install --quiet --disable-pip-version-check "pygnmi==$PYGNMI" ||
        { cannot pygnmi "pip did not install it, see $log"; return 1; }
    # A script, for a symbolic link to a virtual environment's python does not find that environment.
    rm -f "$tools/bin/python" # never write through a link of an earlier installation
    # Made beside and moved into place: writing to the name itself would follow a link that is there, into the machine's own Python.
    printf '#!/bin/sh\nexec "%s/venv/bin/python" "$@"\n' "$tools" > "$work/python"
    chmod +x "$work/python"
    mv -fT "$work/python" "$tools/bin/python"
    runs pygnmi "$tools/bin/python" -c 'import pygnmi.client'
}

npm_install() {
    need "$1" npm || return 1
    mkdir -p "$tools/npm"
    logged npm install --prefix "$tools/npm" --no-audit --no-fund --save-exact "$2" ||
        { cannot "$1" "npm did not install it, see $log"; return 1; }
    ln -sfn "../npm/node_modules/.bin/$1" "$tools/bin/$1"
    runs "$1" "$tools/bin/$1" --version
}
install_buf() { npm_install buf "@bufbuild/buf@$BUF"; }
install_redocly() { npm_install redocly "@redocly/cli@$REDOCLY"; }

install_yanglint() {
    if ! command -v yanglint > /dev/null; then
        [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null ||
            { cannot yanglint "it is not installed, and only root on a Debian system can add its package libyang-tools"; return 1; }
        export DEBIAN_FRONTEND=noninteractive
        logged apt-get update
        # A slimmed image may list the package as installed and lack its files.
        logged apt-get install -y --no-install-recommends --reinstall libyang-tools libyang2-tools ||
            logged apt-get install -y --no-install-recommends libyang-tools ||
            { cannot yanglint "apt-get did not install libyang-tools, see $log"; return 1; }
    fi
    ln -sfn "$(command -v yanglint)" "$tools/bin/yanglint"
    runs yanglint "$tools/bin/yanglint" --version
}

version_of() {
    case $1 in
        gnmic) echo $GNMIC ;;
        opa) echo $OPA ;;
        pygnmi) echo $PYGNMI ;;
        buf) echo $BUF ;;
        redocly) echo $REDOCLY ;;
        yanglint) echo distribution ;;
    esac
}

program_of() { case $1 in pygnmi) echo python ;; *) echo "$1" ;; esac; }

# The stamp is written last: a run that was killed half-way is simply done again.
install() {
    local stamp=$tools/stamps/$1-$(version_of "$1")
    [ -e "$stamp" ] && [ -x "$tools/bin/$(program_of "$1")" ] && return 0
    rm -f "$tools/stamps/$1-"*
    "install_$1" || return 1
    : > "$stamp"
    say "$1 $(version_of "$1"): installed"
}

require=no
names=()
for argument in "$@"; do
    case $argument in
        --require) require=yes ;;
        gnmic | opa | pygnmi | buf | redocly | yanglint) names+=("$argument") ;;
        *) say "unknown program '$argument'; known: gnmic opa pygnmi buf redocly yanglint"; exit 2 ;;
    esac
done
[ ${#names[@]} -gt 0 ] || names=(opa pygnmi buf redocly yanglint gnmic)

mkdir -p "$tools/bin" "$tools/stamps" || exit 1
exec 9> "$tools/.lock"
if command -v flock > /dev/null; then flock 9; fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

missing=0
for name in "${names[@]}"; do
    install "$name" || { missing=$((missing + 1)); rm -f "$tools/stamps/$name-"*; }
done
[ "$missing" = 0 ] || [ "$require" = no ]
