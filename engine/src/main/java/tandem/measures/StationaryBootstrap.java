package tandem.measures;

import com.google.common.hash.Hashing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.core.source64.XoShiRo256PlusPlus;

/**
 * Resampling of a series that depends on its past: blocks of neighbours, from random starts and of random lengths, the
 * series taken as a circle. Lengths are geometric, so that the resampled series is stationary.
 *
 * @see "Politis and Romano (1994), The Stationary Bootstrap, JASA 89"
 */
final class StationaryBootstrap {
    private static final int RESAMPLES = 999;
    private static final int FEWEST_DEFINED = 950;
    private static final int SHORTEST_MEAN_BLOCK = 5;

    private StationaryBootstrap() {}

    /** The middle 95 % of Spearman's rho over resampled pairs. */
    record Interval(Measured low, Measured high) {

        private static Interval undefined(Reason reason) {
            return new Interval(new Measured.Undefined(reason), new Measured.Undefined(reason));
        }
    }

    static Interval ofSpearman(Pairs pairs) {
        if (pairs.constant().isPresent()) {
            return Interval.undefined(pairs.constant().get());
        }
        int[] x = pairs.lossRanks().levels();
        int[] y = pairs.correctRanks().levels();
        var random = generator();
        double[] found = new double[RESAMPLES];
        int count = 0;
        for (int i = 0; i < RESAMPLES; i++) {
            int[] positions = positions(x.length, random);
            Ranks xRanks = Ranks.of(at(positions, x));
            Ranks yRanks = Ranks.of(at(positions, y));
            if (xRanks.levelCount() > 1 && yRanks.levelCount() > 1) {
                found[count++] = Correlation.pearson(xRanks.mid(), yRanks.mid());
            }
        }
        if (count < FEWEST_DEFINED) {
            return Interval.undefined(Reason.UNSTABLE);
        }
        // Of 999 values these are the 25th and the 975th.
        var quantiles = new Percentile().withEstimationType(Percentile.EstimationType.R_6);
        quantiles.setData(Arrays.copyOf(found, count));
        return new Interval(
                new Measured.Defined(quantiles.evaluate(2.5)), new Measured.Defined(quantiles.evaluate(97.5)));
    }

    /** Seeded by a name: the same resamples for every series of the same length. */
    private static UniformRandomProvider generator() {
        var digest = Hashing.sha256()
                .hashString("spearman_differences, stationary bootstrap", StandardCharsets.UTF_8)
                .asBytes();
        var seed = ByteBuffer.wrap(digest).asLongBuffer();
        return new XoShiRo256PlusPlus(seed.get(0), seed.get(1), seed.get(2), seed.get(3));
    }

    /** Steps of one resample; {@code n = T - 1} of them. */
    static int[] positions(int n, UniformRandomProvider random) {
        double meanBlock = Math.max(SHORTEST_MEAN_BLOCK, ceilOfCubeRoot(n + 1));
        int[] positions = new int[n];
        for (int i = 0; i < n; i++) {
            boolean newBlock = i == 0 || random.nextDouble() * meanBlock < 1;
            positions[i] = newBlock ? random.nextInt(n) : (positions[i - 1] + 1) % n;
        }
        return positions;
    }

    /** In whole numbers: the rounded root of 125 is above 5. */
    private static int ceilOfCubeRoot(int value) {
        int root = 1;
        while ((long) root * root * root < value) {
            root++;
        }
        return root;
    }

    private static int[] at(int[] positions, int[] values) {
        int[] chosen = new int[positions.length];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = values[positions[i]];
        }
        return chosen;
    }
}
