package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.NormalDistribution;
import tandem.training.random.NormalSampler;
import tandem.training.random.RandomStream;

/**
 * Normal distributions with unit covariance and equal priors, one per class, whose means form a regular simplex around the origin. Features beyond
 * the first {@code classCount - 1} carry no information.
 *
 * @param separation distance between any two means
 */
public record GaussianClasses(int classCount, int featureCount, double separation) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double RELATIVE_ACCURACY = 1e-12;
    /** The density beyond is below 1e-22 of its maximum. */
    private static final double TAIL = 10;

    public GaussianClasses {
        checkArgument(classCount >= 2, "classCount must be at least 2: %s", classCount);
        checkArgument(
                featureCount >= classCount - 1,
                "a simplex of %s classes needs at least %s features: %s",
                classCount,
                classCount - 1,
                featureCount);
        checkArgument(
                separation >= 0 && Double.isFinite(separation),
                "separation must be finite and not negative: %s",
                separation);
    }

    /**
     * Independent examples: for each in turn its class, drawn evenly (so that class counts vary), then its features. The first ones stay when
     * more are drawn. Classes are named 0, 1, ...; the means of two classes are {@code -separation / 2} and {@code +separation / 2}.
     *
     * @param stream of the purpose data
     */
    public DataSet draw(int exampleCount, RandomStream stream) {
        var generator = stream.generator();
        var normal = new NormalSampler(generator);
        double[] features = new double[Math.multiplyExact(exampleCount, featureCount)];
        int[] labels = new int[exampleCount];
        for (int i = 0; i < exampleCount; i++) {
            labels[i] = generator.nextInt(classCount);
            for (int f = 0; f < featureCount; f++) {
                features[i * featureCount + f] = mean(labels[i], f) + normal.next();
            }
        }
        var examples = new Examples(featureCount, features, labels);
        return new DataSet(featureNames(featureCount), classNames(classCount), examples, ImmutableList.of());
    }

    /** {@code x1, x2, ...}. */
    public static ImmutableList<String> featureNames(int featureCount) {
        return numbered("x", 1, featureCount);
    }

    /** {@code 0, 1, ...}. */
    public static ImmutableList<String> classNames(int classCount) {
        return numbered("", 0, classCount);
    }

    private static ImmutableList<String> numbered(String prefix, int first, int count) {
        return IntStream.range(first, first + count).mapToObj(i -> prefix + i).collect(ImmutableList.toImmutableList());
    }

    /** Coordinate of a class's mean: the columns of the Helmert matrix, whose rows are {@code sqrt 2} apart, scaled. */
    double mean(int label, int feature) {
        int column = feature + 1;
        if (column >= classCount || label > column) {
            return 0;
        }
        double unit = separation / Math.sqrt(2.0 * column * (column + 1));
        return label == column ? column * unit : -unit;
    }

    /**
     * Error of the best classifier, which names the class with the nearest mean.
     *
     * <p>{@code integral of phi(u - separation / sqrt 2) (1 - Phi(u)^(K - 1)) du}: seen along the simplex's K directions, the true class's coordinate, shifted,
     * must exceed K - 1 others. For K = 2 this is {@code Phi(-separation / 2)}. Relative error at most 1e-10.
     */
    public double bayesError() {
        if (classCount == 2) {
            return NORMAL.cumulativeProbability(-separation / 2);
        }
        double shift = separation / Math.sqrt(2);
        var integrator = new IterativeLegendreGaussIntegrator(20, RELATIVE_ACCURACY, Double.MIN_NORMAL);
        return integrator.integrate(
                Integer.MAX_VALUE, u -> NORMAL.density(u - shift) * exceeded(u), shift / 2 - TAIL, shift + TAIL);
    }

    /** {@code 1 - Phi(u)^(K - 1)} without cancellation: the chance that one of K - 1 others exceeds {@code u}. */
    private double exceeded(double u) {
        return -StrictMath.expm1((classCount - 1) * StrictMath.log1p(-NORMAL.cumulativeProbability(-u)));
    }
}
