package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

/** One layer of a classifier before the last, which is dense with one logit a class and follows by itself. */
public sealed interface Layer {

    /**
     * What the layer gives for what it takes.
     *
     * @throws IllegalArgumentException in a sentence, if it cannot take that
     */
    Shape output(Shape input);

    /** {@code z = W x + b}, with W {@code [unit][input]}. */
    record Dense(int units, boolean bias) implements Layer {
        public Dense {
            checkArgument(units > 0, "a dense layer must have units: %s", units);
        }

        @Override
        public Shape output(Shape input) {
            checkArgument(!input.isImage(), "a dense layer takes features and gets an image of %s", input);
            return Shape.features(units);
        }
    }

    /**
     * {@code z[y][x][f] = b[f] + sum over i, j, c of W[f][i][j][c] * input[y * stride + i - before][x * stride + j - before][c]}, zeros beyond the border:
     * a cross-correlation, as in Keras and PyTorch.
     *
     * @param size of the square window
     */
    record Convolution(int filters, int size, int stride, Padding padding, boolean bias) implements Layer {
        public Convolution {
            checkArgument(filters > 0, "a convolution must have filters: %s", filters);
            checkArgument(size > 0 && stride > 0, "size and stride must be positive: %s and %s", size, stride);
        }

        @Override
        public Shape output(Shape input) {
            checkArgument(input.isImage(), "a convolution takes an image and gets %s features", input);
            return Shape.image(along(input.height(), input), along(input.width(), input), filters);
        }

        private int along(int length, Shape input) {
            int places = padding.places(length, size, stride);
            checkArgument(places > 0, "a window of %s x %s does not fit into an image of %s", size, size, input);
            return places;
        }
    }

    /** How a pooling layer sums up a window. */
    enum Pool {
        /** The largest value; its gradient goes to the first of equal ones, row by row. */
        MAX,
        /** The mean. */
        AVERAGE
    }

    /**
     * Sums up square windows of each channel; what a whole window does not cover at the right and bottom is left out (as in Keras' {@code valid} and in PyTorch).
     *
     * @param size of the window
     */
    record Pooling(Pool pool, int size, int stride) implements Layer {
        public Pooling {
            checkArgument(size > 0 && stride > 0, "size and stride must be positive: %s and %s", size, stride);
        }

        @Override
        public Shape output(Shape input) {
            checkArgument(input.isImage(), "pooling takes an image and gets %s features", input);
            checkArgument(
                    size <= input.height() && size <= input.width(),
                    "a window of %s x %s does not fit into an image of %s",
                    size,
                    size,
                    input);
            return Shape.image(
                    (input.height() - size) / stride + 1, (input.width() - size) / stride + 1, input.channels());
        }
    }

    /** Makes features of an image: {@code [y][x][channel]}, as Keras orders them (PyTorch: {@code [channel][y][x]}). */
    record Flatten() implements Layer {
        @Override
        public Shape output(Shape input) {
            return Shape.features(input.count());
        }
    }

    /** Whose running statistics a batch normalization keeps. */
    enum NormalizationForm {
        /**
         * {@code running = momentum * running + (1 - momentum) * batch}, with the variance that divides by n: Keras 3 on all backends. TensorFlow's own kernel for
         * images ({@code fused=True}, the default of Keras 2) divides by n - 1 there.
         */
        KERAS,
        /** {@code running = (1 - momentum) * running + momentum * batch}, with the variance that divides by n - 1. */
        PYTORCH
    }

    /**
     * {@code y = scale (x - mean) / sqrt(variance + epsilon) + shift}, channel by channel. In training mean and variance (dividing by n) are those of the batch, over
     * its examples and places; otherwise the running ones, which begin at 0 and 1. Scales begin at 1, shifts at 0.
     *
     * @see "Ioffe and Szegedy (2015), Batch normalization, algorithms 1 and 2"
     */
    record BatchNormalization(NormalizationForm form, double momentum, double epsilon) implements Layer {
        public BatchNormalization {
            checkArgument(momentum >= 0 && momentum <= 1, "momentum must lie in [0, 1]: %s", momentum);
            checkArgument(epsilon > 0 && Double.isFinite(epsilon), "epsilon must be positive: %s", epsilon);
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }
    }

    /**
     * In training each value becomes 0 with probability {@code rate} and is divided by {@code 1 - rate} otherwise; nothing else.
     *
     * @see "Srivastava et al. (2014), Dropout, section 4 (here the scale is in training, as in Keras and PyTorch)"
     */
    record Dropout(double rate) implements Layer {
        public Dropout {
            checkArgument(rate >= 0 && rate < 1, "rate must lie in [0, 1): %s", rate);
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }
    }

    /** A function of every value. */
    record Activate(Activation activation) implements Layer {
        @Override
        public Shape output(Shape input) {
            return input;
        }
    }

    /**
     * A classifier of its own on what the layer below gives, flattened: dense, one logit a class. {@code weight} times its loss is minimised too; nothing else
     * looks at it.
     *
     * @see "Szegedy et al. (2015), Going deeper with convolutions, section 5"
     */
    record Auxiliary(double weight, boolean bias) implements Layer {
        public Auxiliary {
            checkArgument(weight >= 0 && Double.isFinite(weight), "weight must not be negative: %s", weight);
        }

        @Override
        public Shape output(Shape input) {
            return input;
        }
    }
}
