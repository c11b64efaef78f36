#!/bin/sh
# The page of a study of 100 cells with 50 replicates, with everything recorded that a page has charts for: its size, and how soon it can
# be used in headless Chromium. Needs Chromium and Node.js.
#   benchmarks/page.sh [FOLDER]
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
if [ $# -gt 0 ]; then
    work=$1
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
fi

cat >"$work/page.yaml" <<'YAML'
name: page
question: How large is the page of a large study, and how soon can it be used?
data: {source: {kind: gaussians, examples: 80, classes: 3, separation: 2}, train: 40, validation: 20, test: 20}
corruption: {label_noise: {kind: symmetric, rate: 0.1}}
model: {kind: mlp, hidden: [4]}
training: {optimizer: {kind: adam, learning_rate: 0.01}, batch_size: 10, epochs: 200}
factors:
  corruption.label_noise.rate: {from: 0, to: 0.45, step: 0.05}
  training.optimizer.learning_rate: {from: 0.001, to: 0.1, count: 10, scale: log}
replicates: 50
record: {examples: true, attribution: {every: 20}, paths: [0, 1, 2]}
claims:
  - {name: loss, says: The loss is below 2 nats., measure: validation_loss, expect: {below: 2}}
YAML

[ -f "$work/out/manifest.json" ] || "$home/tandem" run "$work/page.yaml" --out "$work/out" >/dev/null
du -sh "$work/out"
/usr/bin/time -f 'making the page: %e s, %U s of processor, %M kB of memory' "$home/tandem" report "$work/out" --out "$work/page.html"
node "$home/benchmarks/interactive.js" "$work/page.html"
