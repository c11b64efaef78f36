package tandem.training.model;

import static com.google.common.base.Preconditions.checkArgument;

/** Zeros around an image. */
public sealed interface Padding {

    /** Rows of zeros above (and columns to the left). */
    int before(int length, int size, int stride);

    /** Places of a window along {@code length}; 0 or less where it does not fit. */
    int places(int length, int size, int stride);

    /** The same number on every side, as in PyTorch; 0 is Keras' {@code valid}. */
    record Border(int width) implements Padding {
        public Border {
            checkArgument(width >= 0, "padding must not be negative: %s", width);
        }

        @Override
        public int before(int length, int size, int stride) {
            return width;
        }

        @Override
        public int places(int length, int size, int stride) {
            return Math.floorDiv(length + 2 * width - size, stride) + 1;
        }
    }

    /** As many as give {@code ceil(length / stride)} places, an odd one at the end: Keras' {@code same}. */
    record Same() implements Padding {
        @Override
        public int before(int length, int size, int stride) {
            return Math.max(0, (places(length, size, stride) - 1) * stride + size - length) / 2;
        }

        @Override
        public int places(int length, int size, int stride) {
            return Math.ceilDiv(length, stride);
        }
    }
}
