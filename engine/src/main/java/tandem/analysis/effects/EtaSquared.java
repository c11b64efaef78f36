package tandem.analysis.effects;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import tandem.analysis.CellLevels;
import tandem.tables.Value;

/**
 * Shares of a measure's variation over the runs of a full crossing: {@code eta^2 = SS / SS_total} of the balanced
 * analysis of variance (Fisher 1925) with the replicate as a block. With all means taken from the deviations {@code d}
 * from the overall mean,
 *
 * <ul>
 *   <li>factor: {@code SS = sum over levels a of N_a m_a^2},
 *   <li>two factors: {@code SS = sum over a, b of N_ab (m_ab - m_a - m_b)^2},
 *   <li>total: {@code sum d^2}.
 * </ul>
 */
final class EtaSquared {
    private static final double TOLERANCE = 1e-12;

    private final double[] deviations;
    private final double total;
    private final boolean isConstant;

    private EtaSquared(double[] deviations, double total, boolean isConstant) {
        this.deviations = deviations;
        this.total = total;
        this.isConstant = isConstant;
    }

    /** @param values of all runs, finite; none undefined */
    static EtaSquared of(double[] values) {
        double mean = 0;
        double min = Double.POSITIVE_INFINITY;
        double max = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            mean += (values[i] - mean) / (i + 1);
            min = Math.min(min, values[i]);
            max = Math.max(max, values[i]);
        }
        double[] deviations = new double[values.length];
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            deviations[i] = values[i] - mean;
            total += deviations[i] * deviations[i];
        }
        boolean isConstant = max - min <= TOLERANCE * Math.max(1, Math.max(Math.abs(min), Math.abs(max)));
        return new EtaSquared(deviations, total, isConstant);
    }

    /** Of the groups that share a level of one factor, or the replicate. */
    Value of(ImmutableIntArray levels, int count) {
        double squares = 0;
        double perLevel = (double) deviations.length / count;
        for (double mean : means(levels, count)) {
            squares += mean * mean * perLevel;
        }
        return share(squares);
    }

    /** Of the interaction of two factors, levels by run. */
    Value of(ImmutableIntArray first, int firstCount, ImmutableIntArray second, int secondCount) {
        var both = ImmutableIntArray.builder(first.length());
        for (int i = 0; i < first.length(); i++) {
            both.add(first.get(i) * secondCount + second.get(i));
        }
        double[] meansOfFirst = means(first, firstCount);
        double[] meansOfSecond = means(second, secondCount);
        double[] meansOfBoth = means(both.build(), firstCount * secondCount);
        double perPair = (double) deviations.length / meansOfBoth.length;
        double squares = 0;
        for (int a = 0; a < firstCount; a++) {
            for (int b = 0; b < secondCount; b++) {
                double rest = meansOfBoth[a * secondCount + b] - meansOfFirst[a] - meansOfSecond[b];
                squares += rest * rest * perPair;
            }
        }
        return share(squares);
    }

    private Value share(double squares) {
        return isConstant ? new Value.Undefined("CONSTANT") : Value.ofComputed(Math.min(1, squares / total));
    }

    /** Mean deviation by level; in a full crossing every level has equally many runs. */
    private double[] means(ImmutableIntArray levels, int count) {
        double[] sums = new double[count];
        for (int i = 0; i < deviations.length; i++) {
            sums[levels.get(i)] += deviations[i];
        }
        double perLevel = (double) deviations.length / count;
        for (int level = 0; level < count; level++) {
            sums[level] /= perLevel;
        }
        return sums;
    }

    /** What varies over the runs. */
    record Block(String name, ImmutableIntArray levels, int count) {

        /** The factors with two levels or more, by run. */
        static ImmutableList<Block> factors(CellLevels cells, int replicates) {
            var blocks = ImmutableList.<Block>builder();
            for (var factor : cells.factors()) {
                if (factor.count() > 1) {
                    var levels = ImmutableIntArray.builder(cells.cells() * replicates);
                    for (int run = 0; run < cells.cells() * replicates; run++) {
                        levels.add(factor.byCell().get(run / replicates));
                    }
                    blocks.add(new Block(factor.factor(), levels.build(), factor.count()));
                }
            }
            return blocks.build();
        }

        /** The replicate. */
        static Block replicate(int cells, int replicates) {
            var levels = ImmutableIntArray.builder(cells * replicates);
            for (int run = 0; run < cells * replicates; run++) {
                levels.add(run % replicates);
            }
            return new Block("replicate", levels.build(), replicates);
        }
    }
}
