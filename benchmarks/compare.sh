#!/bin/sh
# Two epochs.csv compared row by row: time and memory, with all rows in order under a heap of 512 MiB, then with three tenths of them in
# random order under 256 MiB. Takes about 200 bytes of disk a row in FOLDER, a temporary one unless given.
#   benchmarks/compare.sh [ROWS [FOLDER]]
#
# ROWS  rows of each table; 10 million unless given
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
rows=${1:-10000000}
if [ $# -gt 1 ]; then
    work=$2
else
    work=$(mktemp -d)
    trap 'rm -rf "$work"' EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
fi

# Runs of 100 epochs with two splits, numbers with as many digits as ours; row i of n stands at place i or, with a step that has no
# divisor in common with n, anywhere. With changed=1 every thousandth loss is another.
table() {
    awk -v n="$1" -v changed="$2" -v step="$3" 'BEGIN {
        print "run,epoch,split,loss,accuracy,correct,objective,penalty,weight_norm,gradient_norm"
        for (place = 0; place < n; place++) {
            i = place * step % n
            epoch = int(i % 200 / 2) + 1
            loss = 0.1 + 1 / (epoch + i % 977 / 1000) + (changed && i % 1000 == 0 ? 1e-9 : 0)
            correct = 50 + i % 50
            printf "%d,%d,%s,%.16g,%.16g,%d,", i / 200, epoch, i % 2 ? "validation" : "train", loss, correct / 99, correct
            if (i % 2) print ",,,"
            else printf "%.16g,0.0,%.16g,%.16g\n", loss, 1 + loss * loss, loss / 7
        }
    }'
}

measured() {
    say=$1
    heap=$2
    TANDEM_JAVA_OPTS=-Xmx$heap /usr/bin/time -f "$say, heap $heap: %e s, %U s of processor, %M kB of memory" \
        "$home/tandem" compare "$work/a/epochs.csv" "$work/b/epochs.csv" --only same --show 0
}

"$home/tandem" --version
mkdir -p "$work/a" "$work/b"
table "$rows" 0 1 >"$work/a/epochs.csv"
table "$rows" 1 1 >"$work/b/epochs.csv"
du -h "$work/a/epochs.csv"
measured "$rows rows in order" 512m

# A prime that divides no round number of rows scatters them.
some=$((rows * 3 / 10))
table "$some" 0 1299709 >"$work/a/epochs.csv"
table "$some" 1 15485863 >"$work/b/epochs.csv"
measured "$some rows in random order" 256m
