#!/bin/sh
# Fetches the chart libraries from their npm packages into the engine's resources: the published minified files, without
# the line that names a source map, and the interpreter, which is published as modules only, bundled for a page.
# Writes their licences and digests beside them. Needs npm and a network; nothing else does, since the result is committed.
#   config/bundle-charts.sh
set -eu

vega=6.4.0
vega_lite=6.4.3
interpreter=2.3.2
esbuild=0.28.2

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
target=$home/engine/src/main/resources/tandem/analysis/report/vega
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent \
    "vega@$vega" "vega-lite@$vega_lite" "vega-interpreter@$interpreter" "esbuild@$esbuild"

mkdir -p "$target"
rm -f "$target"/*
for library in vega vega-lite; do
    sed '/^\/\/# sourceMappingURL=/d' "node_modules/$library/build/$library.min.js" >"$target/$library.min.js"
done
./node_modules/.bin/esbuild vega-interpreter --bundle --minify --format=iife --global-name=vegaInterpreter \
    --log-level=warning --outfile="$target/vega-interpreter.min.js"
for library in vega vega-lite vega-interpreter; do
    cp "node_modules/$library/LICENSE" "$target/$library.LICENSE.txt"
done
# d3 and the other libraries inside vega.min.js, each once.
for package in node_modules/d3-* node_modules/internmap node_modules/delaunator node_modules/robust-predicates node_modules/topojson-client; do
    for licence in "$package"/LICENSE*; do
        if [ -f "$licence" ]; then
            printf '%s\n\n' "${package#node_modules/}"
            cat "$licence"
            printf '\n----\n\n'
        fi
    done
done >"$target/inside-vega.LICENSES.txt"
cd "$target"
sha256sum -- *.js >SHA256SUMS
cat SHA256SUMS
