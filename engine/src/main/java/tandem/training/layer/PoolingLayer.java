package tandem.training.layer;

import java.util.Arrays;
import java.util.stream.IntStream;
import tandem.training.kernels.Kernels;
import tandem.training.kernels.LayerKernels;
import tandem.training.kernels.Layout;
import tandem.training.kernels.UpdateKernels;
import tandem.training.model.Layer.Pool;

/** Largest value or mean of windows, channel by channel. */
final class PoolingLayer implements PackLayer {
    private final LayerKernels kernels;
    private final UpdateKernels rows;
    private final Pool pool;
    private final Signal input;
    private final Signal output;
    private final int elements;

    /** {@code [position][place]}: where in an example's input the places of a window lie. */
    private final int[][] places;

    /** One row: 1 over the places of a window. */
    private final double[] share;

    PoolingLayer(Pool pool, Window window, Signal input, Signal output, Kernels kernels) {
        this.kernels = kernels.layer();
        this.rows = kernels.update();
        this.pool = pool;
        this.input = input;
        this.output = output;
        this.elements = window.input().channels() * kernels.lanes();
        this.places = IntStream.range(0, window.output().positions())
                .mapToObj(position -> places(window, position, input))
                .toArray(int[][]::new);
        this.share = Layout.allocate(1, kernels.lanes());
        Layout.fill(share, 0, kernels.lanes(), 1.0 / (window.size() * window.size()));
    }

    @Override
    public Signal output() {
        return output;
    }

    @Override
    public void infer(int count) {
        for (int example = 0; example < count; example++) {
            forth(example);
        }
        if (pool == Pool.AVERAGE) {
            rows.scale(output.values, Layout.FIRST, output.end(count), share);
        }
    }

    @Override
    public void backward(int count, boolean continues) {
        input.clearDeltas(count);
        if (pool == Pool.AVERAGE) {
            rows.scale(output.deltas, Layout.FIRST, output.end(count), share);
        }
        for (int example = 0; example < count; example++) {
            back(example);
        }
    }

    private static int[] places(Window window, int position, Signal input) {
        int y = position / window.output().width();
        int x = position % window.output().width();
        int[] places = new int[window.size() * window.size()];
        for (int k = 0; k < places.length; k++) {
            int row = window.row(y, k / window.size());
            int column = window.column(x) + k % window.size();
            places[k] = (row * window.input().width() + column) * input.rowElements;
        }
        return places;
    }

    private void forth(int example) {
        int from = input.end(example);
        int to = output.end(example);
        for (int[] window : places) {
            switch (pool) {
                case MAX -> kernels.max(input.values, from, window, output.values, to, elements);
                case AVERAGE -> {
                    Arrays.fill(output.values, to, to + elements, 0);
                    for (int place : window) {
                        kernels.add(input.values, from + place, output.values, to, elements);
                    }
                }
            }
            to += output.rowElements;
        }
    }

    private void back(int example) {
        int to = input.end(example);
        int from = output.end(example);
        for (int[] window : places) {
            for (int place : window) {
                switch (pool) {
                    case MAX ->
                        kernels.route(
                                input.values, input.deltas, to + place, output.values, output.deltas, from, elements);
                    case AVERAGE -> kernels.add(output.deltas, from, input.deltas, to + place, elements);
                }
            }
            from += output.rowElements;
        }
    }
}
