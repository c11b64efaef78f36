package tandem.training.layer;

import tandem.training.kernels.Kernels;
import tandem.training.kernels.LayerKernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;

/** The windows of a group of images laid out as rows {@code [y][x][channel]} of a matrix, one a place of the window; what lies outside the image is 0. */
final class Patches {
    private final Window window;
    private final Signal image;
    private final LayerKernels kernels;
    private final int lanes;
    private final int rowElements;
    private final double[] values;
    final Matrix rows;
    final Matrix byColumn;

    Patches(Window window, Signal image, int group, Kernels kernels) {
        this.window = window;
        this.image = image;
        this.kernels = kernels.layer();
        this.lanes = kernels.lanes();
        int stride = Layout.stride(window.size() * window.size() * image.shape.channels());
        this.rowElements = stride * lanes;
        this.values = Layout.allocate(group * window.output().positions() * stride, lanes);
        this.rows = Matrix.of(values, 0, stride, lanes);
        this.byColumn = rows.transposed();
    }

    /** Copies examples [first, first + count) here. */
    void take(int first, int count) {
        walk(first, count, false);
    }

    /** Adds what stands here to the deltas of the examples, window by window, row by row. */
    void addTo(int first, int count) {
        walk(first, count, true);
    }

    private void walk(int first, int count, boolean adds) {
        int patchAt = Layout.FIRST;
        for (int example = first; example < first + count; example++) {
            int imageAt = image.end(example);
            for (int y = 0; y < window.output().height(); y++) {
                for (int x = 0; x < window.output().width(); x++) {
                    walkWindow(imageAt, y, x, patchAt, adds);
                    patchAt += rowElements;
                }
            }
        }
    }

    private void walkWindow(int imageAt, int y, int x, int patchAt, boolean adds) {
        int from = window.from(x);
        int width = window.to(x) - from;
        int pixel = image.shape.channels() * lanes;
        // Pixels lie side by side unless their rows have an unused element.
        boolean isSolid = pixel == image.rowElements;
        int pieces = isSolid ? 1 : width;
        int elements = isSolid ? width * pixel : pixel;
        for (int i = 0; i < window.size() && width > 0; i++) {
            int row = window.row(y, i);
            if (window.hasRow(row)) {
                int inImage = imageAt + (row * image.shape.width() + window.column(x) + from) * image.rowElements;
                int inPatch = patchAt + (i * window.size() + from) * pixel;
                for (int piece = 0; piece < pieces; piece++) {
                    move(inImage + piece * image.rowElements, inPatch + piece * pixel, elements, adds);
                }
            }
        }
    }

    private void move(int inImage, int inPatch, int elements, boolean adds) {
        if (adds) {
            kernels.add(values, inPatch, image.deltas, inImage, elements);
        } else {
            System.arraycopy(image.values, inImage, values, inPatch, elements);
        }
    }
}
