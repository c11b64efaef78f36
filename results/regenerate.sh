#!/bin/sh
# Runs the scenarios (all of scenarios/, or those named) and publishes their tables: results/<name>/ holds what is the
# same on every machine. What differs from machine to machine, and the large tables anyone can regenerate, stay behind.
#   results/regenerate.sh [name ...]
set -eu

home=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

if [ $# -eq 0 ]; then
    for file in "$home"/scenarios/*.yaml; do
        set -- "$@" "$(basename -- "$file" .yaml)"
    done
fi

for name in "$@"; do
    echo "$name"
    "$home/tandem" run "$home/scenarios/$name.yaml" --quiet --out "$work/$name"
    rm -rf "$home/results/${name:?}"
    mkdir "$home/results/$name"
    for file in "$work/$name"/*; do
        case ${file##*/} in
            epochs.csv | epochs.csv.gz | environment.json | timings.csv | *.tmp) ;;
            examples.csv) if [ "$(wc -c <"$file")" -le 65536 ]; then cp "$file" "$home/results/$name/"; fi ;;
            *) if [ -f "$file" ]; then cp "$file" "$home/results/$name/"; fi ;;
        esac
    done
done

{
    printf '# Answers\n\nThe questions of all scenarios that make claims, answered by the verdicts on these. Each part is the\n'
    printf '`answer.md` of a folder here; `results/regenerate.sh` puts them together.\n'
    for answer in "$home"/results/*/answer.md; do
        name=$(basename -- "$(dirname -- "$answer")")
        printf '\n'
        sed -e 's/^#/##/' -e "1s|\$|\n\nScenario [$name](../scenarios/$name.yaml), tables in [$name/]($name)|" "$answer"
    done
} >"$work/answers.md"
cp "$work/answers.md" "$home/results/answers.md"

"$home/tandem" schema --tables >"$work/README.md"
cp "$work/README.md" "$home/results/README.md"

size=$(du -sk "$home/results" | cut -f 1)
if [ "$size" -gt 20480 ]; then
    echo "results/ has grown to $size KB; it is to stay under 20480." >&2
    exit 1
fi
