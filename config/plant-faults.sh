#!/usr/bin/env bash
# Plants one fault after the other in a copy of the tree and demands that the build stops at the right check.
# A check that cannot fire is worse than none. Minutes; run it when a check or its version changes.
#   config/plant-faults.sh [name ...]
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
missed=0

fresh_tree() {
    rm -rf "${tree:?}"/*
    tar --exclude=target --exclude=.git --exclude=out --exclude=results --exclude=scenarios -cf - . | tar -C "$tree" -xf -
}

# A class of its own in a package: package, class name, members.
plant_class() {
    local folder=$tree/engine/src/main/java/${1//.//}
    mkdir -p "$folder"
    printf 'package %s;\n\n/** A planted fault. */\nfinal class %s {\n    private %s() {}\n\n%s\n}\n' "$1" "$2" "$2" "$3" \
        >"$folder/$2.java"
}

# Name, what the build must say, Maven arguments; the fault itself is planted by the function of that name.
expect() {
    local name=$1 message=$2 output
    shift 2
    if [ ${#chosen[@]} -gt 0 ] && [[ " ${chosen[*]} " != *" $name "* ]]; then
        return
    fi
    fresh_tree
    "plant_$name"
    if output=$(cd "$tree" && mvn -B "$@" 2>&1 </dev/null); then
        printf 'MISSED  %s: the build passed\n' "$name"
        missed=$((missed + 1))
    elif ! grep -qE -- "$message" <<<"$output"; then
        printf 'MISSED  %s: the build failed without saying /%s/:\n%s\n' "$name" "$message" "$(grep ERROR <<<"$output" | head -n 5)"
        missed=$((missed + 1))
    else
        printf 'caught  %-28s %s\n' "$name" "$(grep -oE -- "$message" <<<"$output" | head -n 1)"
    fi
}

engine=(-pl engine)
main=tandem.training.random
kernels=tandem.training.kernels
forbidden=("${engine[@]}" prepare-package -DskipTests)
architecture=("${engine[@]}" test)

plant_format() { plant_class $main Planted '    static   int planted() { return 1; }'; }
plant_file_size() {
    plant_class $main Planted "$(for i in $(seq 100); do printf '    static int planted%d() {\n        return %d;\n    }\n' "$i" "$i"; done)"
}
plant_method_size() {
    plant_class $main Planted "    static int planted(int a) {
        int b = a;
$(for i in $(seq 45); do printf '        b += %d;\n' "$i"; done)
        return b;
    }"
}
plant_parameters() {
    plant_class $main Planted '    static int planted(int a, int b, int c, int d, int e, int f, int g) {
        return a + b + c + d + e + f + g;
    }'
}
plant_undocumented_type() {
    printf 'package %s;\n\npublic final class Planted {}\n' $main >"$tree/engine/src/main/java/tandem/training/random/Planted.java"
}
plant_compiler_warning() {
    plant_class $main Planted '    static java.util.List<String> planted(Object a) {
        return (java.util.List<String>) a;
    }'
}
plant_broken_javadoc() { plant_class $main Planted '    /** Less < than. */
    static void planted() {}'; }
plant_error_prone() {
    plant_class $main Planted '    static boolean planted(String a) {
        return a.equals(1);
    }'
}
plant_null() { plant_class $main Planted '    static String planted() {
        return null;
    }'; }
plant_null_in_generics() { plant_class $main Planted '    static java.util.List<String> planted(java.util.List<@org.jspecify.annotations.Nullable String> a) {
        return a;
    }'; }
plant_vector_exp() {
    plant_class $kernels Planted '    static jdk.incubator.vector.DoubleVector planted(jdk.incubator.vector.DoubleVector a) {
        return a.lanewise(jdk.incubator.vector.VectorOperators.EXP);
    }'
    package_info $kernels
}
plant_reduce_lanes() {
    plant_class $kernels Planted '    static double planted(jdk.incubator.vector.DoubleVector a) {
        return a.reduceLanes(jdk.incubator.vector.VectorOperators.ADD);
    }'
    package_info $kernels
}
plant_lane_shuffle() {
    plant_class $kernels Planted '    static jdk.incubator.vector.DoubleVector planted(jdk.incubator.vector.DoubleVector a) {
        return a.slice(1);
    }'
    package_info $kernels
}
plant_math_exp() { plant_class $main Planted '    static double planted(double a) {
        return Math.exp(a);
    }'; }
plant_math_exp_by_reference() { plant_class $main Planted '    static java.util.function.DoubleUnaryOperator planted() {
        return Math::tanh;
    }'; }
plant_default_locale() { plant_class $main Planted '    static String planted(double a) {
        return String.format("%f", a);
    }'; }
plant_default_charset() { plant_class $main Planted '    static java.io.Reader planted(java.io.InputStream a) {
        return new java.io.InputStreamReader(a);
    }'; }
plant_default_zone() { plant_class $main Planted '    static java.time.LocalDate planted() {
        return java.time.LocalDate.now();
    }'; }
plant_unseeded_random() { plant_class $main Planted '    static double planted() {
        return Math.random();
    }'; }
plant_hash_map() { plant_class $main Planted '    static java.util.Map<String, String> planted() {
        return new java.util.HashMap<>();
    }'; }
plant_standard_output() { plant_class $main Planted '    static void planted() {
        System.out.println();
    }'; }
plant_exit() { plant_class $main Planted '    static void planted() {
        System.exit(1);
    }'; }
plant_upward_import() { plant_class tandem.training.data Planted '    static Object planted(tandem.experiment.problem.Problem a) {
        return a;
    }'; }
plant_package_cycle() {
    plant_class tandem.training.random Planted '    static Object planted(tandem.training.model.Activation a) {
        return a;
    }'
    plant_class tandem.training.model Planted '    static Object planted(tandem.training.random.RandomStream a) {
        return a;
    }'
}
plant_vectors_outside_kernels() { plant_class $main Planted '    static int planted() {
        return jdk.incubator.vector.DoubleVector.SPECIES_PREFERRED.length();
    }'; }
plant_clock_in_training() { plant_class $main Planted '    static long planted() {
        return System.nanoTime();
    }'; }
plant_file_in_training() { plant_class $main Planted '    static java.nio.file.Path planted() {
        return java.nio.file.Path.of("planted");
    }'; }
plant_empty_name() { plant_class $main PlantedHelper '    static int planted() {
        return 1;
    }'; }
plant_package_not_null_marked() { plant_class tandem.training.planted Planted '    static int planted() {
        return 1;
    }'; }
plant_package_not_in_table() {
    plant_class tandem.planted Planted '    static int planted() {
        return 1;
    }'
    package_info tandem.planted
}
plant_changing_static() { plant_class $main Planted '    static int planted = 1;'; }
plant_no_twin_test() { find "$tree" -name '*TwinTest.java' -delete; }
plant_dependency_conflict() {
    sed -i 's#<artifactId>commons-csv</artifactId></dependency>#<artifactId>commons-csv</artifactId></dependency><dependency><groupId>org.apache.commons</groupId><artifactId>commons-rng-client-api</artifactId><version>1.6</version></dependency>#' "$tree/engine/pom.xml"
}
package_info() {
    local file=$tree/engine/src/main/java/${1//.//}/package-info.java
    [ -f "$file" ] || printf '@NullMarked\npackage %s;\n\nimport org.jspecify.annotations.NullMarked;\n' "$1" >"$file"
}

chosen=("$@")
expect format 'not formatted: .*Planted.java' -N verify
expect file_size 'FileLength' -N verify -Dformat=apply
expect method_size 'MethodLength' -N verify -Dformat=apply
expect parameters 'ParameterNumber' -N verify -Dformat=apply
expect undocumented_type 'MissingJavadocType' -N verify -Dformat=apply
expect dependency_conflict 'DependencyConvergence failed' "${engine[@]}" validate
expect compiler_warning '\[unchecked\] unchecked cast|unchecked cast' "${engine[@]}" compile
expect broken_javadoc 'malformed HTML|bad use of' "${engine[@]}" compile
expect error_prone 'EqualsIncompatibleType' "${engine[@]}" compile
expect null '\[NullAway\] returning @Nullable' "${engine[@]}" compile
expect null_in_generics '\[NullAway\].*generic|\[NullAway\] incompatible types' "${engine[@]}" compile
expect vector_exp 'Forbidden field access: jdk.incubator.vector.VectorOperators#EXP' "${forbidden[@]}"
expect reduce_lanes 'Forbidden method invocation: jdk.incubator.vector.DoubleVector#reduceLanes' "${forbidden[@]}"
expect lane_shuffle 'Forbidden method invocation: jdk.incubator.vector.DoubleVector#slice' "${forbidden[@]}"
expect math_exp 'Forbidden method invocation: java.lang.Math#exp' "${forbidden[@]}"
expect math_exp_by_reference 'Forbidden method invocation: java.lang.Math#tanh' "${forbidden[@]}"
expect default_locale 'Forbidden method invocation: java.lang.String#format' "${forbidden[@]}"
expect default_charset 'DefaultCharset|Forbidden method invocation: java.io.InputStreamReader#<init>' "${forbidden[@]}"
expect default_zone 'JavaTimeDefaultTimeZone|Forbidden method invocation: java.time.LocalDate#now' "${forbidden[@]}"
expect unseeded_random 'Forbidden method invocation: java.lang.Math#random' "${forbidden[@]}"
expect hash_map 'Forbidden method invocation: java.util.HashMap#<init>' "${forbidden[@]}"
expect standard_output 'Forbidden field access: java.lang.System#out' "${forbidden[@]}"
expect exit 'Forbidden method invocation: java.lang.System#exit' "${forbidden[@]}"
expect upward_import "aPackageImportsOnlyWhatItsRowAllows.*\[1\]" "${architecture[@]}" -Dtest=PackageTableTest
expect package_cycle 'PackageTableTest.packagesHaveNoCycles' "${architecture[@]}" -Dtest=PackageTableTest
expect package_not_null_marked 'PackageTableTest.everyPackageIsNullMarked' "${architecture[@]}" -Dtest=PackageTableTest
expect package_not_in_table 'PackageTableTest.classesLieOnlyInPackagesOfTheTable' "${architecture[@]}" -Dtest=PackageTableTest
expect vectors_outside_kernels 'BoundaryTest.onlyKernelsSeeVectors' "${architecture[@]}" -Dtest=BoundaryTest
expect clock_in_training 'BoundaryTest.trainingReadsNoClock' "${architecture[@]}" -Dtest=BoundaryTest
expect file_in_training 'BoundaryTest.trainingTouchesNoFiles' "${architecture[@]}" -Dtest=BoundaryTest
expect empty_name 'HouseStyleTest.namesSayWhatATypeIs' "${architecture[@]}" -Dtest=HouseStyleTest
expect changing_static 'HouseStyleTest.nothingStaticChanges' "${architecture[@]}" -Dtest=HouseStyleTest
expect no_twin_test 'twins-at-128-bits.*No tests were executed' "${engine[@]}" integration-test -Dmaven.test.failure.ignore

if [ "$missed" -gt 0 ]; then
    echo "$missed planted faults were missed."
    exit 1
fi
