package tandem.training.layer;

import com.google.common.primitives.ImmutableIntArray;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.LayerKernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.Matrix;

/** The windows of a group of images laid out as rows {@code [y][x][channel]} of a matrix, one a place of the window; what lies outside the image is 0. */
final class Patches {
    private final Signal image;
    private final LayerKernels kernels;
    private final double[] values;

    /** Elements of an example. */
    private final int exampleElements;

    /** What lies side by side in image and patches, window by window, row by row: where in the one, where in the other, how many elements. */
    private final int[] inImage;

    private final int[] inPatches;
    private final int[] lengths;

    final Matrix rows;
    final Matrix byColumn;

    Patches(Window window, Signal image, int group, Kernels kernels) {
        int lanes = kernels.lanes();
        int stride = Layout.stride(window.size() * window.size() * image.shape.channels());
        this.image = image;
        this.kernels = kernels.layer();
        this.exampleElements = window.output().positions() * stride * lanes;
        this.values = Layout.allocate(group * window.output().positions() * stride, lanes);
        this.rows = Matrix.of(values, 0, stride, lanes);
        this.byColumn = rows.transposed();
        var from = ImmutableIntArray.builder();
        var to = ImmutableIntArray.builder();
        var counts = ImmutableIntArray.builder();
        int pixel = image.shape.channels() * lanes;
        for (int place = 0; place < window.output().positions(); place++) {
            int y = place / window.output().width();
            int x = place % window.output().width();
            int width = Math.max(0, window.to(x) - window.from(x));
            // Pixels lie side by side unless their rows have an unused element.
            int run = pixel == image.rowElements ? width : 1;
            for (int i = 0; i < window.size(); i++) {
                int row = window.row(y, i);
                for (int j = 0; j < width && window.hasRow(row); j += run) {
                    int column = window.from(x) + j;
                    from.add((row * image.shape.width() + window.column(x) + column) * image.rowElements);
                    to.add(place * stride * lanes + (i * window.size() + column) * pixel);
                    counts.add(run * pixel);
                }
            }
        }
        this.inImage = from.build().toArray();
        this.inPatches = to.build().toArray();
        this.lengths = counts.build().toArray();
    }

    /** Copies examples [first, first + count) here. */
    void take(int first, int count) {
        for (int i = 0; i < count; i++) {
            int from = image.end(first + i);
            int to = Layout.FIRST + i * exampleElements;
            for (int s = 0; s < lengths.length; s++) {
                System.arraycopy(image.values, from + inImage[s], values, to + inPatches[s], lengths[s]);
            }
        }
    }

    /** Adds what stands here to the deltas of the examples, window by window, row by row. */
    void addTo(int first, int count) {
        for (int i = 0; i < count; i++) {
            int to = image.end(first + i);
            int from = Layout.FIRST + i * exampleElements;
            for (int s = 0; s < lengths.length; s++) {
                kernels.add(values, from + inPatches[s], image.deltas, to + inImage[s], lengths[s]);
            }
        }
    }
}
