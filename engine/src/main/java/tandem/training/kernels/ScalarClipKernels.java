package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;

/** {@link ClipKernels} as plain loops. */
record ScalarClipKernels(int lanes) implements ClipKernels {

    @Override
    public void rowSquares(Matrix a, int aShift, int width, int count, double[] out) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = a.at + aShift + i * a.rowStride + lane;
                double sum = 0;
                for (int j = 0; j < width; j++) {
                    double value = a.values[at + j * a.columnStride];
                    sum = Math.fma(value, value, sum);
                }
                out[FIRST + i * lanes + lane] = sum;
            }
        }
    }

    @Override
    public void addProducts(double[] a, double[] b, int count, double[] sum) {
        for (int i = FIRST; i < FIRST + count * lanes; i++) {
            sum[i] = Math.fma(a[i], b[i], sum[i]);
        }
    }

    @Override
    public void clipFactors(double[] squares, double[] bound, double scale, int count) {
        for (int i = 0; i < count * lanes; i++) {
            double limit = bound[FIRST + i % lanes];
            double norm = Math.sqrt(squares[FIRST + i]);
            squares[FIRST + i] = scale * limit / (norm < limit ? limit : norm);
        }
    }
}
