package tandem.training.kernels;

/** {@link MatrixKernels} as plain loops: the definition. */
record ScalarMatrixKernels(int lanes) implements MatrixKernels {

    @Override
    public void multiply(Product product, Matrix a, int aShift, int rows, int depth) {
        Matrix start = product.start;
        Matrix c = product.c;
        int width = product.columns * lanes;
        for (int i = 0; i < rows; i++) {
            int to = c.at + i * c.rowStride;
            System.arraycopy(start.values, start.at + i * start.rowStride, c.values, to, width);
            for (int k = 0; k < depth; k++) {
                int from = a.at + aShift + i * a.rowStride + k * a.columnStride;
                addScaledRow(
                        a.values, from, product.b.values, product.b.at + k * product.b.rowStride, c.values, to, width);
            }
        }
    }

    private void addScaledRow(double[] a, int aAt, double[] b, int bAt, double[] c, int cAt, int width) {
        for (int j = 0; j < width; j += lanes) {
            for (int lane = 0; lane < lanes; lane++) {
                c[cAt + j + lane] = Math.fma(a[aAt + lane], b[bAt + j + lane], c[cAt + j + lane]);
            }
        }
    }

    @Override
    public void transpose(Matrix from, Matrix to, int rows, int columns) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int source = from.at + i * from.rowStride + j * from.columnStride;
                System.arraycopy(from.values, source, to.values, to.at + j * to.rowStride + i * to.columnStride, lanes);
            }
        }
    }
}
