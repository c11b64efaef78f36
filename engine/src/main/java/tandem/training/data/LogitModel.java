package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import tandem.training.random.RGenerator;
import tandem.training.random.RandomStream;

/**
 * One feature {@code x} uniform on (-1, 1); label 1 with probability {@code sigmoid(slope x + intercept)}, otherwise 0.
 */
public record LogitModel(double slope, double intercept) {
    public static final ImmutableList<String> FEATURE_NAMES = ImmutableList.of("x");
    public static final ImmutableList<String> CLASS_NAMES = ImmutableList.of("0", "1");

    private static final double RELATIVE_ACCURACY = 1e-12;
    private static final double ABSOLUTE_ACCURACY = 1e-15;

    public LogitModel {
        checkArgument(Double.isFinite(slope), "slope must be finite: %s", slope);
        checkArgument(Double.isFinite(intercept), "intercept must be finite: %s", intercept);
    }

    /**
     * Independent examples: for each in turn {@code x}, then its label. The first ones stay when more are drawn.
     *
     * @param stream of the purpose data
     */
    public DataSet draw(int exampleCount, RandomStream stream) {
        var generator = stream.generator();
        double[] x = new double[exampleCount];
        int[] labels = new int[exampleCount];
        for (int i = 0; i < exampleCount; i++) {
            x[i] = 2 * generator.nextDouble() - 1;
            labels[i] = generator.nextDouble() < probability(x[i]) ? 1 : 0;
        }
        return dataSet(x, labels);
    }

    /** The examples of the R script {@code set.seed(seed); x <- runif(n, -1, 1); y <- rbinom(n, 1, plogis(slope * x + intercept))}. */
    public DataSet drawAsR(int exampleCount, int seed) {
        var generator = RGenerator.ofSeed(seed);
        double[] x = new double[exampleCount];
        int[] labels = new int[exampleCount];
        for (int i = 0; i < exampleCount; i++) {
            x[i] = -1 + 2 * generator.nextUniform();
        }
        for (int i = 0; i < exampleCount; i++) {
            labels[i] = generator.nextBernoulli(probability(x[i]));
        }
        return dataSet(x, labels);
    }

    private static DataSet dataSet(double[] x, int[] labels) {
        return new DataSet(FEATURE_NAMES, CLASS_NAMES, new Examples(1, x, labels), ImmutableList.of());
    }

    private double probability(double x) {
        return 1 / (1 + StrictMath.exp(-(slope * x + intercept)));
    }

    /**
     * Error of the best classifier, {@code 1/2 integral over (-1, 1) of sigmoid(-|slope x + intercept|) dx}, in closed form.
     */
    public double bayesError() {
        double steepness = Math.abs(slope);
        double low = Math.abs(intercept) - steepness;
        double high = Math.abs(intercept) + steepness;
        if (low == high) {
            return 1 / (1 + StrictMath.exp(high));
        }
        double area = low >= 0 ? areaUnderTail(low, high) : areaUnderTail(0, high) + areaUnderTail(0, -low);
        return area / (high - low);
    }

    /** {@code integral of sigmoid(-z) dz} from {@code a} to {@code b}, {@code 0 <= a <= b}: a difference of softplus terms without cancellation. */
    private static double areaUnderTail(double a, double b) {
        return StrictMath.log1p(-StrictMath.exp(-a) * StrictMath.expm1(a - b) / (1 + StrictMath.exp(-b)));
    }

    /**
     * Expected cross-entropy, in nats, of another model on this one's examples:
     * {@code 1/2 integral over (-1, 1) of softplus(z(x)) - p(x) z(x) dx} with {@code z} the other's logit and {@code p} this one's probability. Its minimum is
     * reached where both are the same.
     */
    public double crossEntropyOf(LogitModel other) {
        var integrator = new IterativeLegendreGaussIntegrator(20, RELATIVE_ACCURACY, ABSOLUTE_ACCURACY);
        return integrator.integrate(Integer.MAX_VALUE, x -> expectedLoss(other, x), -1, 1) / 2;
    }

    /**
     * Expected accuracy of another model on this one's examples: {@code 1/2} the integral over (-1, 1) of this one's probability of the class
     * that the other predicts, 1 where its logit is above 0. Its maximum is 1 - {@link #bayesError}.
     */
    public double accuracyOf(LogitModel other) {
        double cut = other.slope == 0 ? 1 : Math.max(-1, Math.min(1, -other.intercept / other.slope));
        boolean onesAreLeft = other.slope == 0 ? other.intercept > 0 : other.slope < 0;
        double left = areaUnderProbability(-1, cut);
        double right = areaUnderProbability(cut, 1);
        double area = onesAreLeft ? left + (1 - cut) - right : (cut + 1) - left + right;
        return area / 2;
    }

    private double areaUnderProbability(double from, double to) {
        if (from == to) {
            return 0;
        }
        var integrator = new IterativeLegendreGaussIntegrator(20, RELATIVE_ACCURACY, ABSOLUTE_ACCURACY);
        return integrator.integrate(Integer.MAX_VALUE, this::probability, from, to);
    }

    private double expectedLoss(LogitModel other, double x) {
        double z = other.slope * x + other.intercept;
        return Math.max(z, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(z))) - probability(x) * z;
    }
}
