#!/usr/bin/env bash
# Compiles the policy into the WebAssembly module that the server decides with, src/main/resources/policy/authz.wasm, or into the file
# named as the first argument. The same Rego text and the same OPA give the same bytes; a test holds the committed file to that.
#
# OPA is taken from the variable OPA, else from .tools/bin of the checkout (test/tools/install.sh opa), else from the path.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
out=$(realpath -m "${1:-$here/../resources/policy/authz.wasm}")
tools=$(realpath -m "${TRIMTAB_TOOLS:-$here/../../../../../.tools}")
opa=${OPA:-$tools/bin/opa}
[ -x "$opa" ] || opa=$(command -v opa) || { echo "opa is not installed: run test/tools/install.sh opa" >&2; exit 1; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$here" # The module names the files that it was compiled from: they must not depend on the checkout.
"$opa" build --target wasm --entrypoint trimtab/authz/decision --output "$work/bundle.tar.gz" trimtab
tar -xzf "$work/bundle.tar.gz" -C "$work" /policy.wasm 2> /dev/null || tar -xzf "$work/bundle.tar.gz" -C "$work" policy.wasm
mkdir -p "$(dirname "$out")"
install -m 644 "$work/policy.wasm" "$out"
