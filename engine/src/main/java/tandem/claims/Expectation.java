package tandem.claims;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;

/** What a claim expects of its statistic. */
public sealed interface Expectation {

    /** Strictly more than {@code bound}. */
    record Above(double bound) implements Expectation {}

    /** Strictly less than {@code bound}. */
    record Below(double bound) implements Expectation {}

    /** From {@code low} to {@code high}, ends included. */
    record Between(double low, double high) implements Expectation {
        public Between {
            checkArgument(low < high, "low must be below high: %s, %s", low, high);
        }
    }

    /** At most {@code tolerance} away from {@code value}. */
    record Equals(double value, double tolerance) implements Expectation {
        public Equals {
            checkArgument(tolerance >= 0, "tolerance must not be negative: %s", tolerance);
        }
    }

    /**
     * More at every level of a factor than at the level before.
     *
     * @param levels of the factor in the order of the scenario, as in cells.csv; two or more
     */
    record Increases(String factor, ImmutableList<String> levels) implements Expectation {
        public Increases {
            checkArgument(levels.size() >= 2, "a trend needs two levels: %s", levels);
        }
    }

    /** Less at every level of a factor than at the level before; {@code levels} as in {@link Increases}. */
    record Decreases(String factor, ImmutableList<String> levels) implements Expectation {
        public Decreases {
            checkArgument(levels.size() >= 2, "a trend needs two levels: %s", levels);
        }
    }
}
