package tandem.training.kernels;

import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * {@link MatrixKernels} on vectors, in blocks of outputs kept in registers, so that each loaded vector serves several fma.
 *
 * <p>The blocks differ in size only. They are written out because the compiler keeps neither an array of vectors nor a vector that crosses a
 * method in registers; no vector leaves its block. Each method walks all blocks of its size: a call a block costs more than a small block.
 */
final class VectorMatrixKernels implements MatrixKernels {

    @Override
    public void multiply(Matrix a, int aShift, Matrix b, Matrix start, Matrix c, int rows, int columns, int depth) {
        int down = rows / 4;
        if (down > 0) {
            upperRows(a, a.at + aShift, b, start, c, down, columns, depth);
        }
        int done = down * 4;
        if (done < rows) {
            int aAt = a.at + aShift + done * a.rowStride;
            int sAt = start.at + done * start.rowStride;
            int cAt = c.at + done * c.rowStride;
            lowerRows(a, aAt, b, start, sAt, c, cAt, rows - done, columns, depth);
        }
    }

    private static void upperRows(Matrix a, int aAt, Matrix b, Matrix s, Matrix c, int down, int columns, int depth) {
        int across = columns / 4;
        if (across > 0) {
            blocks4x4(a, aAt, b, b.at, s, s.at, c, c.at, down, across, depth);
        }
        int j = across * 4;
        if (columns - j >= 2) {
            blocks4x2(a, aAt, b, b.at + j * b.rowStride, s, s.at + j * s.columnStride, c, c.at + j * c.columnStride, down, 1, depth);
            j += 2;
        }
        if (j < columns) {
            blocks4x1(a, aAt, b, b.at + j * b.rowStride, s, s.at + j * s.columnStride, c, c.at + j * c.columnStride, down, 1, depth);
        }
    }

    private static void lowerRows(Matrix a, int aAt, Matrix b, Matrix s, int sAt, Matrix c, int cAt, int down, int columns, int depth) {
        int across = columns / 4;
        if (across > 0) {
            blocks1x4(a, aAt, b, b.at, s, sAt, c, cAt, down, across, depth);
        }
        int j = across * 4;
        if (j < columns) {
            blocks1x1(a, aAt, b, b.at + j * b.rowStride, s, sAt + j * s.columnStride, c, cAt + j * c.columnStride, down, columns - j, depth);
        }
    }

    /** 16 sums from 8 loads a term. */
    private static void blocks4x4(Matrix a, int aAt, Matrix b, int bAt, Matrix s, int sAt, Matrix c, int cAt, int blocksDown, int blocksAcross, int depth) {
        double[] av = a.values;
        double[] bv = b.values;
        double[] sv = s.values;
        double[] cv = c.values;
        for (int down = 0; down < blocksDown; down++) {
            int a0 = aAt + down * 4 * a.rowStride;
            int a1 = a0 + a.rowStride;
            int a2 = a1 + a.rowStride;
            int a3 = a2 + a.rowStride;
            for (int across = 0; across < blocksAcross; across++) {
                int b0 = bAt + across * 4 * b.rowStride;
                int b1 = b0 + b.rowStride;
                int b2 = b1 + b.rowStride;
                int b3 = b2 + b.rowStride;
                int s0 = sAt + down * 4 * s.rowStride + across * 4 * s.columnStride;
                DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
                DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + s.columnStride);
                DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.columnStride);
                DoubleVector c03 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.columnStride);
                DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + s.rowStride);
                DoubleVector c11 = DoubleVector.fromArray(SPECIES, sv, s0 + s.rowStride + s.columnStride);
                DoubleVector c12 = DoubleVector.fromArray(SPECIES, sv, s0 + s.rowStride + 2 * s.columnStride);
                DoubleVector c13 = DoubleVector.fromArray(SPECIES, sv, s0 + s.rowStride + 3 * s.columnStride);
                DoubleVector c20 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.rowStride);
                DoubleVector c21 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.rowStride + s.columnStride);
                DoubleVector c22 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.rowStride + 2 * s.columnStride);
                DoubleVector c23 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.rowStride + 3 * s.columnStride);
                DoubleVector c30 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.rowStride);
                DoubleVector c31 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.rowStride + s.columnStride);
                DoubleVector c32 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.rowStride + 2 * s.columnStride);
                DoubleVector c33 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.rowStride + 3 * s.columnStride);
                for (int k = 0, ka = 0, kb = 0; k < depth; k++, ka += a.columnStride, kb += b.columnStride) {
                    DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, a0 + ka);
                    DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, a1 + ka);
                    DoubleVector x2 = DoubleVector.fromArray(SPECIES, av, a2 + ka);
                    DoubleVector x3 = DoubleVector.fromArray(SPECIES, av, a3 + ka);
                    DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, b0 + kb);
                    c00 = x0.fma(y0, c00);
                    c10 = x1.fma(y0, c10);
                    c20 = x2.fma(y0, c20);
                    c30 = x3.fma(y0, c30);
                    DoubleVector y1 = DoubleVector.fromArray(SPECIES, bv, b1 + kb);
                    c01 = x0.fma(y1, c01);
                    c11 = x1.fma(y1, c11);
                    c21 = x2.fma(y1, c21);
                    c31 = x3.fma(y1, c31);
                    DoubleVector y2 = DoubleVector.fromArray(SPECIES, bv, b2 + kb);
                    c02 = x0.fma(y2, c02);
                    c12 = x1.fma(y2, c12);
                    c22 = x2.fma(y2, c22);
                    c32 = x3.fma(y2, c32);
                    DoubleVector y3 = DoubleVector.fromArray(SPECIES, bv, b3 + kb);
                    c03 = x0.fma(y3, c03);
                    c13 = x1.fma(y3, c13);
                    c23 = x2.fma(y3, c23);
                    c33 = x3.fma(y3, c33);
                }
                int c0 = cAt + down * 4 * c.rowStride + across * 4 * c.columnStride;
                c00.intoArray(cv, c0);
                c01.intoArray(cv, c0 + c.columnStride);
                c02.intoArray(cv, c0 + 2 * c.columnStride);
                c03.intoArray(cv, c0 + 3 * c.columnStride);
                c10.intoArray(cv, c0 + c.rowStride);
                c11.intoArray(cv, c0 + c.rowStride + c.columnStride);
                c12.intoArray(cv, c0 + c.rowStride + 2 * c.columnStride);
                c13.intoArray(cv, c0 + c.rowStride + 3 * c.columnStride);
                c20.intoArray(cv, c0 + 2 * c.rowStride);
                c21.intoArray(cv, c0 + 2 * c.rowStride + c.columnStride);
                c22.intoArray(cv, c0 + 2 * c.rowStride + 2 * c.columnStride);
                c23.intoArray(cv, c0 + 2 * c.rowStride + 3 * c.columnStride);
                c30.intoArray(cv, c0 + 3 * c.rowStride);
                c31.intoArray(cv, c0 + 3 * c.rowStride + c.columnStride);
                c32.intoArray(cv, c0 + 3 * c.rowStride + 2 * c.columnStride);
                c33.intoArray(cv, c0 + 3 * c.rowStride + 3 * c.columnStride);
            }
        }
    }

    /** The last two columns of the upper rows. */
    private static void blocks4x2(Matrix a, int aAt, Matrix b, int bAt, Matrix s, int sAt, Matrix c, int cAt, int blocksDown, int blocksAcross, int depth) {
        double[] av = a.values;
        double[] bv = b.values;
        double[] sv = s.values;
        double[] cv = c.values;
        for (int down = 0; down < blocksDown; down++) {
            int a0 = aAt + down * 4 * a.rowStride;
            int a1 = a0 + a.rowStride;
            int a2 = a1 + a.rowStride;
            int a3 = a2 + a.rowStride;
            for (int across = 0; across < blocksAcross; across++) {
                int b0 = bAt + across * 2 * b.rowStride;
                int b1 = b0 + b.rowStride;
                int s0 = sAt + down * 4 * s.rowStride + across * 2 * s.columnStride;
                DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
                DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + s.columnStride);
                DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + s.rowStride);
                DoubleVector c11 = DoubleVector.fromArray(SPECIES, sv, s0 + s.rowStride + s.columnStride);
                DoubleVector c20 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.rowStride);
                DoubleVector c21 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.rowStride + s.columnStride);
                DoubleVector c30 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.rowStride);
                DoubleVector c31 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.rowStride + s.columnStride);
                for (int k = 0, ka = 0, kb = 0; k < depth; k++, ka += a.columnStride, kb += b.columnStride) {
                    DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, a0 + ka);
                    DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, a1 + ka);
                    DoubleVector x2 = DoubleVector.fromArray(SPECIES, av, a2 + ka);
                    DoubleVector x3 = DoubleVector.fromArray(SPECIES, av, a3 + ka);
                    DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, b0 + kb);
                    c00 = x0.fma(y0, c00);
                    c10 = x1.fma(y0, c10);
                    c20 = x2.fma(y0, c20);
                    c30 = x3.fma(y0, c30);
                    DoubleVector y1 = DoubleVector.fromArray(SPECIES, bv, b1 + kb);
                    c01 = x0.fma(y1, c01);
                    c11 = x1.fma(y1, c11);
                    c21 = x2.fma(y1, c21);
                    c31 = x3.fma(y1, c31);
                }
                int c0 = cAt + down * 4 * c.rowStride + across * 2 * c.columnStride;
                c00.intoArray(cv, c0);
                c01.intoArray(cv, c0 + c.columnStride);
                c10.intoArray(cv, c0 + c.rowStride);
                c11.intoArray(cv, c0 + c.rowStride + c.columnStride);
                c20.intoArray(cv, c0 + 2 * c.rowStride);
                c21.intoArray(cv, c0 + 2 * c.rowStride + c.columnStride);
                c30.intoArray(cv, c0 + 3 * c.rowStride);
                c31.intoArray(cv, c0 + 3 * c.rowStride + c.columnStride);
            }
        }
    }

    /** The last column of the upper rows. */
    private static void blocks4x1(Matrix a, int aAt, Matrix b, int bAt, Matrix s, int sAt, Matrix c, int cAt, int blocksDown, int blocksAcross, int depth) {
        double[] av = a.values;
        double[] bv = b.values;
        double[] sv = s.values;
        double[] cv = c.values;
        for (int down = 0; down < blocksDown; down++) {
            int a0 = aAt + down * 4 * a.rowStride;
            int a1 = a0 + a.rowStride;
            int a2 = a1 + a.rowStride;
            int a3 = a2 + a.rowStride;
            for (int across = 0; across < blocksAcross; across++) {
                int b0 = bAt + across * b.rowStride;
                int s0 = sAt + down * 4 * s.rowStride + across * s.columnStride;
                DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
                DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + s.rowStride);
                DoubleVector c20 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.rowStride);
                DoubleVector c30 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.rowStride);
                for (int k = 0, ka = 0, kb = 0; k < depth; k++, ka += a.columnStride, kb += b.columnStride) {
                    DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, a0 + ka);
                    DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, a1 + ka);
                    DoubleVector x2 = DoubleVector.fromArray(SPECIES, av, a2 + ka);
                    DoubleVector x3 = DoubleVector.fromArray(SPECIES, av, a3 + ka);
                    DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, b0 + kb);
                    c00 = x0.fma(y0, c00);
                    c10 = x1.fma(y0, c10);
                    c20 = x2.fma(y0, c20);
                    c30 = x3.fma(y0, c30);
                }
                int c0 = cAt + down * 4 * c.rowStride + across * c.columnStride;
                c00.intoArray(cv, c0);
                c10.intoArray(cv, c0 + c.rowStride);
                c20.intoArray(cv, c0 + 2 * c.rowStride);
                c30.intoArray(cv, c0 + 3 * c.rowStride);
            }
        }
    }

    /** The rows below the last four. */
    private static void blocks1x4(Matrix a, int aAt, Matrix b, int bAt, Matrix s, int sAt, Matrix c, int cAt, int blocksDown, int blocksAcross, int depth) {
        double[] av = a.values;
        double[] bv = b.values;
        double[] sv = s.values;
        double[] cv = c.values;
        for (int down = 0; down < blocksDown; down++) {
            int a0 = aAt + down * a.rowStride;
            for (int across = 0; across < blocksAcross; across++) {
                int b0 = bAt + across * 4 * b.rowStride;
                int b1 = b0 + b.rowStride;
                int b2 = b1 + b.rowStride;
                int b3 = b2 + b.rowStride;
                int s0 = sAt + down * s.rowStride + across * 4 * s.columnStride;
                DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
                DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + s.columnStride);
                DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * s.columnStride);
                DoubleVector c03 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * s.columnStride);
                for (int k = 0, ka = 0, kb = 0; k < depth; k++, ka += a.columnStride, kb += b.columnStride) {
                    DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, a0 + ka);
                    DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, b0 + kb);
                    c00 = x0.fma(y0, c00);
                    DoubleVector y1 = DoubleVector.fromArray(SPECIES, bv, b1 + kb);
                    c01 = x0.fma(y1, c01);
                    DoubleVector y2 = DoubleVector.fromArray(SPECIES, bv, b2 + kb);
                    c02 = x0.fma(y2, c02);
                    DoubleVector y3 = DoubleVector.fromArray(SPECIES, bv, b3 + kb);
                    c03 = x0.fma(y3, c03);
                }
                int c0 = cAt + down * c.rowStride + across * 4 * c.columnStride;
                c00.intoArray(cv, c0);
                c01.intoArray(cv, c0 + c.columnStride);
                c02.intoArray(cv, c0 + 2 * c.columnStride);
                c03.intoArray(cv, c0 + 3 * c.columnStride);
            }
        }
    }

    /** Their last columns. */
    private static void blocks1x1(Matrix a, int aAt, Matrix b, int bAt, Matrix s, int sAt, Matrix c, int cAt, int blocksDown, int blocksAcross, int depth) {
        double[] av = a.values;
        double[] bv = b.values;
        double[] sv = s.values;
        double[] cv = c.values;
        for (int down = 0; down < blocksDown; down++) {
            int a0 = aAt + down * a.rowStride;
            for (int across = 0; across < blocksAcross; across++) {
                int b0 = bAt + across * b.rowStride;
                int s0 = sAt + down * s.rowStride + across * s.columnStride;
                DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
                for (int k = 0, ka = 0, kb = 0; k < depth; k++, ka += a.columnStride, kb += b.columnStride) {
                    DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, a0 + ka);
                    DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, b0 + kb);
                    c00 = x0.fma(y0, c00);
                }
                int c0 = cAt + down * c.rowStride + across * c.columnStride;
                c00.intoArray(cv, c0);
            }
        }
    }
}
