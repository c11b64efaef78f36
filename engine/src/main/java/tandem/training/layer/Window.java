package tandem.training.layer;

import tandem.training.model.Layer;
import tandem.training.model.Padding;
import tandem.training.model.Shape;

/**
 * Square windows that slide over an image.
 *
 * @param top rows of zeros above the image
 * @param left columns of zeros before it
 */
record Window(Shape input, Shape output, int size, int stride, int top, int left) {

    static Window of(Layer.Convolution layer, Shape input) {
        Padding padding = layer.padding();
        int size = layer.size();
        int top = padding.before(input.height(), size, layer.stride());
        int left = padding.before(input.width(), size, layer.stride());
        return new Window(input, layer.output(input), size, layer.stride(), top, left);
    }

    static Window of(Layer.Pooling layer, Shape input) {
        return new Window(input, layer.output(input), layer.size(), layer.stride(), 0, 0);
    }

    /** The image's row under row {@code i} of the windows in row {@code y}; outside the image where there are zeros. */
    int row(int y, int i) {
        return y * stride + i - top;
    }

    /** The image's column under the first column of the windows in column {@code x}; may be negative. */
    int column(int x) {
        return x * stride - left;
    }

    /** First column of the windows in column {@code x} that lies in the image. */
    int from(int x) {
        return Math.max(0, -column(x));
    }

    /** The one behind the last. */
    int to(int x) {
        return Math.min(size, input.width() - column(x));
    }

    boolean hasRow(int row) {
        return row >= 0 && row < input.height();
    }
}
