package tandem.benchmarks.figures;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;

/** A line of a table: what it tells, and how to get it from the figures of the rounds. */
sealed interface Line {

    String name();

    String unit();

    /** What was expected of the median, as text; empty where nothing was. */
    Optional<String> expectation(DescriptiveStatistics values);

    /** Its value in each round. */
    DescriptiveStatistics values(Figures figures);

    /** A figure as it was measured. */
    record Plain(String name, String unit) implements Line {
        @Override
        public DescriptiveStatistics values(Figures figures) {
            return new DescriptiveStatistics(figures.of(name));
        }

        @Override
        public Optional<String> expectation(DescriptiveStatistics values) {
            return Optional.empty();
        }
    }

    /**
     * A weighted sum of figures of the same round.
     *
     * @param weights by figure
     */
    record Sum(String name, String unit, ImmutableMap<String, Double> weights) implements Line {
        @Override
        public DescriptiveStatistics values(Figures figures) {
            double[] sums = new double[figures.of(weights.keySet().iterator().next()).length];
            weights.forEach((figure, weight) -> {
                double[] values = figures.of(figure);
                for (int round = 0; round < sums.length; round++) {
                    sums[round] += weight * values[round];
                }
            });
            return new DescriptiveStatistics(sums);
        }

        @Override
        public Optional<String> expectation(DescriptiveStatistics values) {
            return Optional.empty();
        }
    }

    /** A figure in seconds that should not exceed a bound. */
    record AtMost(String name, String unit, double bound) implements Line {
        @Override
        public DescriptiveStatistics values(Figures figures) {
            return new DescriptiveStatistics(figures.of(name));
        }

        @Override
        public Optional<String> expectation(DescriptiveStatistics values) {
            return Optional.of("at most " + bound + ": " + met(values.getPercentile(50) <= bound));
        }
    }

    /**
     * The quotient of two figures of the same round.
     *
     * @param bound that its median should reach; 0 for none
     */
    record Quotient(String name, String numerator, String denominator, double bound) implements Line {
        @Override
        public String unit() {
            return "ratio";
        }

        @Override
        public DescriptiveStatistics values(Figures figures) {
            return quotients(figures, numerator, denominator);
        }

        @Override
        public Optional<String> expectation(DescriptiveStatistics values) {
            return bound == 0
                    ? Optional.empty()
                    : Optional.of("at least " + bound + ": " + met(values.getPercentile(50) >= bound));
        }
    }

    /**
     * The time that one thing takes of each model, in times of another, from models per time.
     *
     * @param fast models per time of what is asked about
     * @param slow models per time of what it is compared with
     * @param bound that its median should not exceed
     */
    record TimeShare(String name, String fast, String slow, double bound) implements Line {
        @Override
        public String unit() {
            return "ratio";
        }

        @Override
        public DescriptiveStatistics values(Figures figures) {
            return quotients(figures, slow, fast);
        }

        @Override
        public Optional<String> expectation(DescriptiveStatistics values) {
            return Optional.of("at most " + bound + ": " + met(values.getPercentile(50) <= bound));
        }
    }

    private static DescriptiveStatistics quotients(Figures figures, String numerator, String denominator) {
        double[] above = figures.of(numerator);
        double[] below = figures.of(denominator);
        var values = new DescriptiveStatistics();
        for (int round = 0; round < above.length; round++) {
            values.addValue(above[round] / below[round]);
        }
        return values;
    }

    private static String met(boolean met) {
        return met ? "met" : "**not met**";
    }

    /** The line as Markdown: median, minimum and maximum over the rounds. */
    default String markdown(Figures figures) {
        var values = values(figures);
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |",
                name(),
                unit(),
                rounded(values.getPercentile(50)),
                rounded(values.getMin()),
                rounded(values.getMax()),
                expectation(values).orElse(""));
    }

    /** Three significant digits, all of them before the point. */
    private static String rounded(double value) {
        double magnitude = Math.abs(value);
        int decimals = magnitude >= 100 ? 0 : magnitude >= 10 ? 1 : magnitude >= 0.1 ? 2 : 4;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
