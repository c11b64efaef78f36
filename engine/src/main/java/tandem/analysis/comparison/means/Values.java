package tandem.analysis.comparison.means;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableDoubleArray;

/** What is known of one measure in one cell. */
public sealed interface Values {

    /** How many values could be there. */
    int count();

    /**
     * One value a replicate, or one for each of a number of independent repetitions that nobody numbered.
     *
     * @param values NaN where undefined; of replicates, the position is the number
     * @param absent positions that stand for nothing, since no replicate has that number: many tools count from 1
     */
    record Each(ImmutableDoubleArray values, ImmutableSet<Integer> absent) implements Values {

        /** Of values that are all there, though some may be undefined. */
        public Each(ImmutableDoubleArray values) {
            this(values, ImmutableSet.of());
        }

        @Override
        public int count() {
            return values.length() - absent.size();
        }

        /** Whether there is such a replicate, be its value defined or not. */
        boolean has(int replicate) {
            return replicate < values.length() && !absent.contains(replicate);
        }

        /** Those that are defined, in their order. */
        double[] defined() {
            return values.stream().filter(value -> !Double.isNaN(value)).toArray();
        }

        /** The value of a replicate; NaN where there is none. */
        double at(int replicate) {
            return replicate < values.length() ? values.get(replicate) : Double.NaN;
        }
    }

    /** No more than moments; {@code variance} with n - 1. */
    record Moments(int count, double mean, double variance) implements Values {}
}
