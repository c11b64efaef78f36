/**
 * What Tandem's speed is measured with. Every benchmark checks its results against the scalar twin, bit for bit: a
 * wrong fast path throws.
 *
 * <p>Benchmark classes are neither final nor private in their fields' sight: JMH extends them and sets what is marked
 * {@code @Param}.
 */
@NullMarked
package tandem.benchmarks;

import org.jspecify.annotations.NullMarked;
