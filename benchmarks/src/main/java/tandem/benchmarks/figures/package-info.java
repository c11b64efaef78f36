/**
 * A sitting: benchmarks and C++ references measured in turns, launch by launch, and their table in
 * benchmarks/README.md.
 */
@NullMarked
package tandem.benchmarks.figures;

import org.jspecify.annotations.NullMarked;
