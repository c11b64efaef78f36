package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.OrderKernels.GAMMA;
import static tandem.training.kernels.OrderKernels.MIX1;
import static tandem.training.kernels.OrderKernels.MIX2;

/** {@link LayerKernels} as plain loops: the definition. */
record ScalarLayerKernels(int lanes) implements LayerKernels {

    @Override
    public void add(double[] from, int fromAt, double[] to, int toAt, int elements) {
        for (int i = 0; i < elements; i++) {
            to[toAt + i] += from[fromAt + i];
        }
    }

    @Override
    public void max(double[] from, int fromAt, int[] places, double[] to, int toAt, int elements) {
        for (int i = 0; i < elements; i++) {
            double max = from[fromAt + places[0] + i];
            for (int k = 1; k < places.length; k++) {
                max = Math.max(max, from[fromAt + places[k] + i]);
            }
            to[toAt + i] = max;
        }
    }

    @Override
    public void route(
            double[] inputs,
            double[] inputDeltas,
            int inputAt,
            double[] peaks,
            double[] peakDeltas,
            int peakAt,
            int elements) {
        for (int i = 0; i < elements; i++) {
            boolean isPeak = inputs[inputAt + i] == peaks[peakAt + i];
            inputDeltas[inputAt + i] += isPeak ? peakDeltas[peakAt + i] : 0;
            peakDeltas[peakAt + i] = isPeak ? 0 : peakDeltas[peakAt + i];
        }
    }

    @Override
    public void multiply(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            out[i] = a[i] * b[i];
        }
    }

    @Override
    public void masks(long[] states, long first, int count, double rate, double[] mask, int at) {
        long bound = bound(rate);
        double kept = 1 / (1 - rate);
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                long z = states[lane] + (first + i + 1) * GAMMA;
                z = (z ^ (z >>> 30)) * MIX1;
                z = (z ^ (z >>> 27)) * MIX2;
                z ^= z >>> 31;
                mask[at + i * lanes + lane] = z >>> 11 < bound ? 0 : kept;
            }
        }
    }

    /** Numbers of 53 bits below the rate. */
    static long bound(double rate) {
        return (long) Math.ceil(rate * 0x1p53);
    }

    @Override
    public void sums(double[] x, Rows rows, double[] sums) {
        for (int j = 0; j < rows.elements(); j++) {
            double sum = 0;
            for (int r = 0, at = FIRST + j; r < rows.count(); r++, at += rows.stride()) {
                sum += x[at];
            }
            sums[FIRST + j] = sum;
        }
    }

    @Override
    public void squaresAbout(double[] x, Rows rows, double[] mean, double[] sums) {
        for (int j = 0; j < rows.elements(); j++) {
            double sum = 0;
            for (int r = 0, at = FIRST + j; r < rows.count(); r++, at += rows.stride()) {
                double distance = x[at] - mean[FIRST + j];
                sum = Math.fma(distance, distance, sum);
            }
            sums[FIRST + j] = sum;
        }
    }

    @Override
    public void productSums(double[] x, double[] y, Rows rows, double[] sums) {
        for (int j = 0; j < rows.elements(); j++) {
            double sum = 0;
            for (int r = 0, at = FIRST + j; r < rows.count(); r++, at += rows.stride()) {
                sum = Math.fma(x[at], y[at], sum);
            }
            sums[FIRST + j] = sum;
        }
    }

    @Override
    public void standardize(double[] x, Rows rows, double[] mean, double[] inverse, double[] out) {
        for (int r = 0; r < rows.count(); r++) {
            for (int j = FIRST, at = FIRST + r * rows.stride(); j < FIRST + rows.elements(); j++, at++) {
                out[at] = (x[at] - mean[j]) * inverse[j];
            }
        }
    }

    @Override
    public void scaleAndShift(double[] x, Rows rows, double[] scale, double[] shift, double[] out) {
        for (int r = 0; r < rows.count(); r++) {
            for (int j = FIRST, at = FIRST + r * rows.stride(); j < FIRST + rows.elements(); j++, at++) {
                out[at] = Math.fma(x[at], scale[j], shift[j]);
            }
        }
    }

    @Override
    public void standardizeGradient(
            double[] d, double[] x, Rows rows, double[] scale, double[] meanDelta, double[] meanProduct, double[] out) {
        for (int r = 0; r < rows.count(); r++) {
            for (int j = FIRST, at = FIRST + r * rows.stride(); j < FIRST + rows.elements(); j++, at++) {
                out[at] = Math.fma(-x[at], meanProduct[j], d[at] - meanDelta[j]) * scale[j];
            }
        }
    }
}
