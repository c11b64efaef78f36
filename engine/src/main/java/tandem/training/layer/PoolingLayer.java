package tandem.training.layer;

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
    private final Window window;
    private final Signal input;
    private final Signal output;

    /** One row: 1 over the places of a window. */
    private final double[] share;

    PoolingLayer(Pool pool, Window window, Signal input, Signal output, Kernels kernels) {
        this.kernels = kernels.layer();
        this.rows = kernels.update();
        this.pool = pool;
        this.window = window;
        this.input = input;
        this.output = output;
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
            walk(example, false);
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
            walk(example, true);
        }
    }

    private void walk(int example, boolean isBack) {
        int outputAt = output.end(example);
        for (int y = 0; y < window.output().height(); y++) {
            for (int x = 0; x < window.output().width(); x++) {
                walkWindow(input.end(example), y, x, outputAt, isBack);
                outputAt += output.rowElements;
            }
        }
    }

    private void walkWindow(int imageAt, int y, int x, int outputAt, boolean isBack) {
        int elements = window.input().channels() * output.lanes;
        for (int i = 0; i < window.size(); i++) {
            int at = imageAt + (window.row(y, i) * window.input().width() + window.column(x)) * input.rowElements;
            for (int j = 0; j < window.size(); j++) {
                boolean isFirst = i == 0 && j == 0;
                if (isBack) {
                    back(at + j * input.rowElements, outputAt, elements);
                } else if (isFirst) {
                    System.arraycopy(input.values, at, output.values, outputAt, elements);
                } else {
                    forth(at + j * input.rowElements, outputAt, elements);
                }
            }
        }
    }

    private void forth(int inputAt, int outputAt, int elements) {
        switch (pool) {
            case MAX -> kernels.max(input.values, inputAt, output.values, outputAt, elements);
            case AVERAGE -> kernels.add(input.values, inputAt, output.values, outputAt, elements);
        }
    }

    private void back(int inputAt, int outputAt, int elements) {
        switch (pool) {
            case MAX ->
                kernels.route(input.values, input.deltas, inputAt, output.values, output.deltas, outputAt, elements);
            case AVERAGE -> kernels.add(output.deltas, outputAt, input.deltas, inputAt, elements);
        }
    }
}
