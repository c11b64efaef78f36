package tandem.analysis.comparison.means;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;

/** What is known of one measure in one cell. */
public sealed interface Values {

    /** How many values could be there. */
    int count();

    /** The largest value that is defined, without its sign; 0 where none is. */
    double size();

    /** The same in another unit. */
    Values dividedBy(double unit);

    /**
     * One value a replicate, or one for each of a number of independent repetitions that nobody numbered.
     *
     * @param values NaN where undefined
     * @param replicates what each value belongs to, in ascending order; equal numbers of two sides are the same replicate
     */
    record Each(ImmutableDoubleArray values, ImmutableIntArray replicates) implements Values {
        public Each {
            checkArgument(values.length() == replicates.length(), "every value needs one replicate");
        }

        /** Of values numbered from 0. */
        public Each(ImmutableDoubleArray values) {
            this(
                    values,
                    ImmutableIntArray.copyOf(IntStream.range(0, values.length()).toArray()));
        }

        @Override
        public int count() {
            return values.length();
        }

        @Override
        public double size() {
            return values.stream()
                    .filter(value -> !Double.isNaN(value))
                    .map(Math::abs)
                    .max()
                    .orElse(0);
        }

        @Override
        public Each dividedBy(double unit) {
            return new Each(ImmutableDoubleArray.copyOf(values.stream().map(value -> value / unit)), replicates);
        }

        /** Those that are defined, in their order. */
        double[] defined() {
            return values.stream().filter(value -> !Double.isNaN(value)).toArray();
        }
    }

    /** No more than moments; {@code variance} with n - 1. */
    record Moments(int count, double mean, double variance) implements Values {
        @Override
        public double size() {
            return Double.isNaN(mean) ? 0 : Math.abs(mean);
        }

        @Override
        public Moments dividedBy(double unit) {
            return new Moments(count, mean / unit, variance / unit / unit);
        }
    }
}
