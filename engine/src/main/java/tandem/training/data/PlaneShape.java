package tandem.training.data;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import org.apache.commons.rng.UniformRandomProvider;
import tandem.training.random.NormalSampler;
import tandem.training.random.RandomStream;

/** Two classes in the plane that no straight line separates. Normal noise of standard deviation {@code noise} is added to both features. */
public sealed interface PlaneShape {
    double noise();

    /**
     * Two half circles, as scikit-learn's {@code make_moons} has them: class 0 at {@code (cos t, sin t)}, class 1 at {@code (1 - cos t, 1/2 - sin t)}, but with t uniform on (0, pi) where that one takes
     * evenly spaced t.
     */
    record Moons(double noise) implements PlaneShape {
        public Moons {
            checkNoise(noise);
        }
    }

    /** x1 and x2 uniform on (-1, 1); class 1 where their signs differ. */
    record Xor(double noise) implements PlaneShape {
        public Xor {
            checkNoise(noise);
        }
    }

    /** Two arms, class 0 at {@code t (cos a, sin a)} and class 1 opposite at {@code -t (cos a, sin a)}, with {@code a = 2 pi turns t} and t uniform on (0, 1). */
    record Spirals(double turns, double noise) implements PlaneShape {
        public Spirals {
            checkNoise(noise);
            checkArgument(turns > 0 && Double.isFinite(turns), "turns must be positive and finite: %s", turns);
        }
    }

    private static void checkNoise(double noise) {
        checkArgument(noise >= 0 && Double.isFinite(noise), "noise must be finite and not negative: %s", noise);
    }

    /**
     * Independent examples: for each in turn its class, drawn evenly (of xor the point, which says the class), then its place, then its noise. The first ones stay when more are drawn.
     *
     * @param stream of the purpose data
     */
    default DataSet draw(int exampleCount, RandomStream stream) {
        var generator = stream.generator();
        var normal = new NormalSampler(generator);
        double[] features = new double[Math.multiplyExact(exampleCount, 2)];
        int[] labels = new int[exampleCount];
        double[] point = new double[2];
        for (int i = 0; i < exampleCount; i++) {
            labels[i] = place(point, generator);
            features[2 * i] = point[0] + noise() * normal.next();
            features[2 * i + 1] = point[1] + noise() * normal.next();
        }
        return new DataSet(
                GaussianClasses.featureNames(2),
                GaussianClasses.classNames(2),
                new Examples(2, features, labels),
                ImmutableList.of());
    }

    private int place(double[] point, UniformRandomProvider generator) {
        return switch (this) {
            case Moons _ -> {
                int label = generator.nextInt(2);
                double t = Math.PI * generator.nextDouble();
                point[0] = label == 0 ? StrictMath.cos(t) : 1 - StrictMath.cos(t);
                point[1] = label == 0 ? StrictMath.sin(t) : 0.5 - StrictMath.sin(t);
                yield label;
            }
            case Xor _ -> {
                point[0] = 2 * generator.nextDouble() - 1;
                point[1] = 2 * generator.nextDouble() - 1;
                yield (point[0] < 0) != (point[1] < 0) ? 1 : 0;
            }
            case Spirals(double turns, double _) -> {
                int label = generator.nextInt(2);
                double t = generator.nextDouble();
                double angle = 2 * Math.PI * turns * t;
                point[0] = (label == 0 ? t : -t) * StrictMath.cos(angle);
                point[1] = (label == 0 ? t : -t) * StrictMath.sin(angle);
                yield label;
            }
        };
    }
}
