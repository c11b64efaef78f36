package tandem.training.layer;

import java.util.Arrays;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;
import tandem.training.model.Shape;

/**
 * What one layer gives to the next, and the gradient that comes back, both {@code [example][position][channel][lane]}: a row of channels a position.
 */
public final class Signal {
    final Shape shape;
    final int lanes;

    /** Elements from one position to the next. */
    final int rowElements;

    /** Elements from one example to the next. */
    final int exampleElements;

    public final double[] values;
    public final double[] deltas;

    private Signal(Shape shape, int stride, int examples, int lanes) {
        this.shape = shape;
        this.lanes = lanes;
        this.rowElements = stride * lanes;
        this.exampleElements = shape.positions() * rowElements;
        int rows = Math.multiplyExact(Math.multiplyExact(examples, shape.positions()), stride);
        this.values = Layout.allocate(rows, lanes);
        this.deltas = Layout.allocate(rows, lanes);
    }

    /** With room for {@code examples}. */
    public static Signal of(Shape shape, int examples, int lanes) {
        return new Signal(shape, Layout.stride(shape.channels()), examples, lanes);
    }

    /** Without unused elements, as the loss kernels read logits. */
    static Signal ofLogits(int count, int examples, int lanes) {
        return new Signal(Shape.features(count), count, examples, lanes);
    }

    /** The element behind the first {@code count} examples. */
    int end(int count) {
        return Layout.FIRST + count * exampleElements;
    }

    /** One row a position, from that of {@code example} on. */
    Matrix rows(double[] valuesOrDeltas, int example) {
        int stride = rowElements / lanes;
        return Matrix.of(valuesOrDeltas, example * shape.positions() * stride, stride, lanes);
    }

    void clearDeltas(int count) {
        Arrays.fill(deltas, Layout.FIRST, end(count), 0);
    }

    /**
     * Takes examples that lie without gaps, {@code [example][feature]}.
     *
     * @param stride elements from one example to the next
     */
    public void take(double[] features, int at, int stride, int count) {
        int width = shape.channels() * lanes;
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < shape.positions(); p++) {
                int to = Layout.FIRST + i * exampleElements + p * rowElements;
                System.arraycopy(features, at + i * stride + p * width, values, to, width);
            }
        }
    }
}
