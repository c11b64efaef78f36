#!/bin/sh
# A million runs of 50 epochs under a heap of 512 MiB: time and memory of planning, of training and tables, and of finding nothing to do.
# Takes some 20 GB of disk in FOLDER, a temporary one unless given.
#   benchmarks/million.sh [FOLDER]
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
export TANDEM_JAVA_OPTS=-Xmx512m

cat >"$work/million.yaml" <<'YAML'
name: million
question: How long do a million runs take?
data: {source: {kind: gaussians, examples: 20, separation: 2}, train: 10, validation: 10}
model: {kind: logistic}
training: {optimizer: {kind: sgd, learning_rate: 0.1}, batch_size: 10, epochs: 50}
factors:
  training.optimizer.learning_rate: {from: 0.001, to: 1, step: 0.001}
  training.penalty.l2: [0, 1]
replicates: 500
YAML

measured() {
    say=$1
    shift
    /usr/bin/time -f "$say: %e s, %U s of processor, %M kB of memory" "$@" >/dev/null
}

"$home/tandem" --version
measured 'planning a million runs' "$home/tandem" plan "$work/million.yaml"
measured 'planning a million cells' "$home/tandem" plan "$work/million.yaml" --replicates 1 \
    --factor 'training.penalty.l2=0:0.999:0.001'
measured 'training and tables' "$home/tandem" run "$work/million.yaml" --out "$work/out"
du -sh "$work/out" "$work/out/journal"
measured 'finding nothing to do' "$home/tandem" run "$work/million.yaml" --out "$work/out"
