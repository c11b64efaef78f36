package tandem.analysis.comparison.means;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tandem.analysis.comparison.diff.ColumnPattern;

/**
 * What verdicts on means are worth where the truth is known: 10 measures of 20 replicates, 4,000 times. Without any
 * difference a file of comparisons may contain a wrong "better" or "worse" in at most 5 % of cases (the family's error);
 * with a difference the chance to find it is that of the test's theory.
 */
@Tag("proofs")
class ComparisonProof {
    private static final int REPETITIONS = 4000;
    private static final int REPLICATES = 20;
    private static final int MEASURES = 10;
    private static final MeansOptions OPTIONS = new MeansOptions(
            0.95, ImmutableList.of(), false, ImmutableList.of(new ColumnPattern("*")), ImmutableList.of());

    /** Values that share the replicate's part in half of their variance; the second side is shifted. */
    private static MeansReport compare(
            SplittableRandom random, boolean paired, double shift, DoubleUnaryOperator shape) {
        var first = ImmutableMap.<String, Values>builder();
        var second = ImmutableMap.<String, Values>builder();
        var names = ImmutableList.<String>builder();
        for (int m = 0; m < MEASURES; m++) {
            double[] a = new double[REPLICATES];
            double[] b = new double[REPLICATES];
            for (int r = 0; r < REPLICATES; r++) {
                double shared = random.nextGaussian();
                double other = paired ? shared : random.nextGaussian();
                a[r] = shape.applyAsDouble((shared + random.nextGaussian()) / Math.sqrt(2));
                b[r] = shape.applyAsDouble((other + random.nextGaussian()) / Math.sqrt(2)) + shift;
            }
            String name = m + "_loss";
            names.add(name);
            first.put(name, new Values.Each(ImmutableDoubleArray.copyOf(a)));
            second.put(name, new Values.Each(ImmutableDoubleArray.copyOf(b)));
        }
        var comparer = new MeansComparer(OPTIONS, ImmutableList.of());
        comparer.add(side(first.buildOrThrow()), side(second.buildOrThrow()), names.build(), new Pairing(paired, "so"));
        return comparer.report();
    }

    private static Side side(ImmutableMap<String, Values> values) {
        return new Side("side", ImmutableMap.of(ImmutableList.of(), values), ImmutableMap.of(), ImmutableList.of());
    }

    /** Share of the repetitions in which some comparison is called better or worse. */
    private static double falseAlarms(boolean paired, DoubleUnaryOperator shape) {
        var random = new SplittableRandom(20_261_122);
        int alarms = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            var report = compare(random, paired, 0, shape);
            alarms += report.count(Verdict.BETTER) + report.count(Verdict.WORSE) > 0 ? 1 : 0;
        }
        return (double) alarms / REPETITIONS;
    }

    /** Share of the comparisons that are called worse. */
    private static double power(boolean paired, double shift) {
        var random = new SplittableRandom(20_261_123);
        long found = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            found += compare(random, paired, shift, x -> x).count(Verdict.WORSE);
        }
        return (double) found / REPETITIONS / MEASURES;
    }

    /** Binomial noise of 4,000 repetitions at 5 % is 0.34 %; three of that above the nominal error would be a fault. */
    @Test
    void falseAlarmsStayBelowTheErrorOfTheFamily() {
        assertThat(falseAlarms(true, x -> x)).isBetween(0.038, 0.06);
        assertThat(falseAlarms(false, x -> x)).isBetween(0.038, 0.06);
    }

    /** Exponentials of normal numbers: where both sides are equally skewed, the skew cancels. */
    @Test
    void falseAlarmsOfSkewedValuesStayBelowIt() {
        assertThat(falseAlarms(true, StrictMath::exp)).isLessThan(0.06);
        assertThat(falseAlarms(false, StrictMath::exp)).isLessThan(0.06);
    }

    /**
     * Differences have variance 1 paired and 2 unpaired. R: power.t.test(n=20, delta=1, sd=1, sig.level=0.005,
     * type="paired", strict=TRUE)$power and power.t.test(n=20, delta=1, sd=1, sig.level=0.005, strict=TRUE)$power.
     */
    @Test
    void aKnownShiftIsFoundAsOftenAsTheTheorySays() {
        assertThat(power(true, 1)).isCloseTo(0.8833355153, within(0.01));
        assertThat(power(false, 1)).isCloseTo(0.5758880375, within(0.01));
    }
}
