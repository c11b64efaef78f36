#!/bin/sh
# Builds the benchmarks and the C++ references, measures them in turns and writes the tables of benchmarks/README.md.
#
#   benchmarks/measure.sh [ROUNDS] [GROUP...]
#
# ROUNDS  launches of each benchmark and program; 5 unless given, and fewer say nothing
# GROUP   works, images, measures, step, remedies, matrix, elementary, allocation; all unless given (works: about 4 minutes a round, all: about 13)
#
# Needs a JDK 25 or newer (JAVA_HOME or the path), Maven and g++, and a machine that does nothing else.
set -eu

say() {
    printf '%s\n' "$*" >&2
}

is_new_enough() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    release=$(sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release")
    [ "${release:-0}" -ge 25 ]
}

# JAVA_HOME, the java on the path, then the usual folder.
find_jdk() {
    on_path=$(readlink -f "$(command -v java || echo /)")
    for jdk in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/*; do
        if is_new_enough "$jdk"; then
            return 0
        fi
    done
    return 1
}

# compile NAME SOURCE [FLAG...]
compile() {
    name=$1
    source=$2
    shift 2
    g++ -O3 -march=native -fno-math-errno -funroll-loops -w "$@" -o "$programs/$name" "$root/benchmarks/reference/$source"
}

root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
programs=$root/benchmarks/target/reference
rounds=${1:-5}
[ $# -eq 0 ] || shift

case $rounds in
    '' | 0 | *[!0-9]*)
        say "measure.sh: the first argument is the number of rounds, 1 or more, not '$rounds'; for instance: measure.sh 5 works"
        exit 2
        ;;
esac
for group in "$@"; do
    case $group in
        works | images | measures | step | remedies | matrix | elementary | allocation) ;;
        *)
            say "measure.sh: there is no group '$group'; choose from works, images, measures, step, remedies, matrix, elementary, allocation"
            exit 2
            ;;
    esac
done

if ! find_jdk; then
    say "measure.sh: no JDK 25 or newer found; install one or set JAVA_HOME to its folder."
    exit 4
fi
if ! command -v mvn >/dev/null; then
    say "measure.sh: Maven is needed to build the benchmarks and is not on the path; install it (for instance: apt-get install maven)."
    exit 4
fi
if ! command -v g++ >/dev/null; then
    say "measure.sh: g++ is needed for the C++ references and is not on the path; install it (for instance: apt-get install g++)."
    exit 4
fi

# asks WORD GROUP...: whether the group is wanted
asks() {
    word=$1
    shift
    [ $# -eq 0 ] && return 0
    for group in "$@"; do
        [ "$group" = "$word" ] && return 0
    done
    return 1
}

if asks images "$@" && ! /usr/bin/python3 -c 'import torch' 2>/dev/null; then
    say "measure.sh: PyTorch is needed beside the convolutional network and is not there; install it (for instance: apt-get install python3-torch)."
    exit 4
fi

say "building ..."
(cd "$root" && JAVA_HOME=$jdk mvn -q -B -Dquick -pl engine,benchmarks package)
mkdir -p "$programs"
compile lane-4-8-3 lane.cpp
compile lane-20-32-2 lane.cpp -DD=20 -DH=32 -DK=2 -DN=1000 -DB=32 -DE=50 -DLR=1e-3
compile fma_peak fma_peak.cpp
# Builds the launcher's jar now, so that its answer is timed and not its build.
"$root/tandem" --version >/dev/null

exec "$jdk/bin/java" --add-modules jdk.incubator.vector --sun-misc-unsafe-memory-access=allow \
    -cp "$root/benchmarks/target/benchmarks.jar" tandem.benchmarks.figures.Sitting "$root" "$rounds" "$@"
