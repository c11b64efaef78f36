package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;

/**
 * What is minimised on each example, given the probability {@code p_y} of its label y among K classes; the objective is the mean over the
 * examples, times their classes' weights. The recorded loss is cross-entropy in any case.
 *
 * <p>A model with one logit z is taken as one with the logits 0 and z.
 */
public sealed interface Loss {

    /** {@code -ln p_y}. */
    record CrossEntropy() implements Loss {}

    /**
     * Label smoothing: cross-entropy to the target {@code (1 - smoothing) [j = y] + smoothing / K} (Keras and PyTorch alike).
     *
     * @see "Szegedy et al. (2016), Rethinking the inception architecture for computer vision, section 7"
     */
    record SmoothedCrossEntropy(double smoothing) implements Loss {
        public SmoothedCrossEntropy {
            checkArgument(
                    smoothing > 0 && smoothing < 1, "label_smoothing must lie in (0, 1) to smooth: %s", smoothing);
        }
    }

    /**
     * {@code -(1 - p_y)^gamma ln p_y}; cross-entropy at gamma 0.
     *
     * @see "Lin et al. (2017), Focal loss for dense object detection, eq. 4"
     */
    record Focal(double gamma) implements Loss {
        public Focal {
            checkArgument(gamma >= 0 && Double.isFinite(gamma), "gamma must be finite and not negative: %s", gamma);
        }
    }

    /**
     * {@code (1 - p_y^q) / q}: near cross-entropy for small q, half the mean absolute error at q = 1.
     *
     * @see "Zhang and Sabuncu (2018), Generalized cross entropy loss for training deep neural networks with noisy labels, eq. 6"
     */
    record GeneralizedCrossEntropy(double q) implements Loss {
        public GeneralizedCrossEntropy {
            checkArgument(q > 0 && q <= 1, "q must lie in (0, 1]: %s", q);
        }
    }

    /**
     * {@code sum over j of |p_j - [j = y]| = 2 (1 - p_y)}: the sum over the classes, not their mean (which Keras takes). Its sum over all labels is
     * {@code 2 (K - 1)}, whatever p.
     *
     * @see "Ghosh, Kumar and Sastry (2017), Robust loss functions under label noise for deep neural networks, section 3.1"
     */
    record MeanAbsoluteError() implements Loss {}

    /**
     * {@code |J - level| + level} of the mean (weighted) cross-entropy J of a batch, auxiliary classifiers with their weight included: below the level the gradient changes its sign, at the level it
     * is 0. As an objective, J is the mean over the train split.
     *
     * @see "Ishida et al. (2020), Do we need zero training loss after achieving zero training error?, eq. 2"
     */
    record Flooding(double level) implements Loss {
        public Flooding {
            checkArgument(level >= 0 && Double.isFinite(level), "level must be finite and not negative: %s", level);
        }
    }

    /**
     * Forward correction: {@code -ln sum over i of p_i T_iy} with the probability {@code T_iy} that noise turns label i into y.
     *
     * @see "Patrini et al. (2017), Making deep neural networks robust to label noise: a loss correction approach, eq. 7"
     */
    record ForwardCorrection(Transition transition) implements Loss {}

    /** Probabilities of labels after noise, by the label before. */
    sealed interface Transition {

        /** {@code T_iy} for K classes, {@code [i * K + y]}. */
        double[] matrix(int classCount);

        /** Any other label with probability {@code rate / (K - 1)}. */
        record Symmetric(double rate) implements Transition {
            public Symmetric {
                checkArgument(rate >= 0 && rate < 1, "rate must lie in [0, 1): %s", rate);
            }

            @Override
            public double[] matrix(int classCount) {
                double[] matrix = new double[classCount * classCount];
                for (int i = 0; i < matrix.length; i++) {
                    matrix[i] = i / classCount == i % classCount ? 1 - rate : rate / (classCount - 1);
                }
                return matrix;
            }
        }

        /** One row a true class, in it one probability a label, classes in the data's order. Each row's sum is 1, and every label has a row to come from. */
        record Given(ImmutableList<ImmutableDoubleArray> rows) implements Transition {
            /** Decimal fractions such as 0.7, 0.2 and 0.1 may miss 1 by rounding. */
            private static final double ROUNDING = 1e-9;

            public Given {
                for (var row : rows) {
                    checkArgument(
                            row.length() == rows.size(),
                            "a transition matrix has as many columns as rows: %s rows and a row of %s",
                            rows.size(),
                            row.length());
                    row.forEach(entry -> checkArgument(
                            entry >= 0 && entry <= 1, "a transition's probability must lie in [0, 1]: %s", entry));
                    double sum = row.stream().sum();
                    checkArgument(
                            Math.abs(sum - 1) <= ROUNDING, "each row of a transition matrix has the sum 1: %s", row);
                }
                for (int y = 0; y < rows.size(); y++) {
                    int label = y;
                    checkArgument(
                            rows.stream().anyMatch(row -> row.get(label) > 0),
                            "no class turns into label %s (counted from 0); give column %s a positive entry",
                            y,
                            y);
                }
            }

            @Override
            public double[] matrix(int classCount) {
                checkArgument(
                        rows.size() == classCount,
                        "the transition matrix is for %s classes and the data has %s",
                        rows.size(),
                        classCount);
                return rows.stream()
                        .flatMapToDouble(ImmutableDoubleArray::stream)
                        .toArray();
            }
        }
    }
}
