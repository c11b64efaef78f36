package tandem.training.kernels;

/** {@link MatrixKernels} as plain loops: the definition. */
record ScalarMatrixKernels(int lanes) implements MatrixKernels {

    @Override
    public void multiply(Matrix a, int aShift, Matrix b, Matrix start, Matrix c, int rows, int columns, int depth) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int from = start.at + i * start.rowStride + j * start.columnStride;
                int to = c.at + i * c.rowStride + j * c.columnStride;
                System.arraycopy(start.values, from, c.values, to, lanes);
                addProducts(a, a.at + aShift + i * a.rowStride, b, b.at + j * b.rowStride, c.values, to, depth);
            }
        }
    }

    private void addProducts(Matrix a, int aAt, Matrix b, int bAt, double[] c, int to, int depth) {
        double[] av = a.values;
        double[] bv = b.values;
        for (int lane = 0; lane < lanes; lane++) {
            double sum = c[to + lane];
            for (int k = 0; k < depth; k++) {
                sum = Math.fma(av[aAt + k * a.columnStride + lane], bv[bAt + k * b.columnStride + lane], sum);
            }
            c[to + lane] = sum;
        }
    }
}
