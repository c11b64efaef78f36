#!/bin/sh
# Takes the pictures of README.md from reports of the published results, in Chromium. Needs Chromium on the path.
#   config/pictures.sh
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
target=$home/results/pictures
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"

# picture SCENARIO WIDTH HEIGHT ADDRESS: what the page shows at that address
picture() {
    "$home/tandem" report "$home/results/$1" --out "$work/$1.html" >/dev/null
    chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=2 --virtual-time-budget=20000 \
        --user-data-dir="$work/browser" --window-size="$2,$3" --screenshot="$target/$1.png" "file://$work/$1.html#bare&theme=light&$4" \
        >/dev/null 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
    echo "$target/$1.png"
}

picture over-training-digits 900 500 "only=curves&level0=1&from=later"
picture robust-losses-symmetric 900 620 "only=plane"
picture illustration-1 900 530 "only=landscape"
