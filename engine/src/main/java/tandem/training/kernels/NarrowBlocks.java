package tandem.training.kernels;

import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Blocks of a product for the columns that do not fill a {@link WideBlocks wide block}: four rows high, up to four columns wide from {@code column}
 * on.
 *
 * <p>The methods differ in width only. They are written out because the compiler keeps neither an array of vectors nor a vector that crosses a
 * method in registers; no vector leaves its block.
 */
final class NarrowBlocks {

    private NarrowBlocks() {}

    /** Four columns of the rows, four by four. */
    static void blocks4x4(Product p, int column, Matrix a, int aAt, int rows, int depth) {
        double[] av = a.values;
        double[] bv = p.b.values;
        double[] sv = p.start.values;
        double[] cv = p.c.values;
        int aRow = a.rowStride;
        int aDepth = a.columnStride;
        int bDepth = p.b.rowStride;
        int sRow = p.start.rowStride;
        int cRow = p.c.rowStride;
        int across = column * LANES;
        int a0 = aAt;
        int s0 = p.start.at + across;
        int c0 = p.c.at + across;
        for (int i = 0; i + 4 <= rows; i += 4) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
            DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * LANES);
            DoubleVector c03 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * LANES);
            DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow);
            DoubleVector c11 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + LANES);
            DoubleVector c12 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 2 * LANES);
            DoubleVector c13 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 3 * LANES);
            DoubleVector c20 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow);
            DoubleVector c21 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow + LANES);
            DoubleVector c22 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow + 2 * LANES);
            DoubleVector c23 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow + 3 * LANES);
            DoubleVector c30 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow);
            DoubleVector c31 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow + LANES);
            DoubleVector c32 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow + 2 * LANES);
            DoubleVector c33 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow + 3 * LANES);
            int ka0 = a0;
            int ka1 = a0 + aRow;
            int ka2 = a0 + 2 * aRow;
            int ka3 = a0 + 3 * aRow;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, ka1);
                DoubleVector x2 = DoubleVector.fromArray(SPECIES, av, ka2);
                DoubleVector x3 = DoubleVector.fromArray(SPECIES, av, ka3);
                DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, kb);
                c00 = x0.fma(y0, c00);
                c10 = x1.fma(y0, c10);
                c20 = x2.fma(y0, c20);
                c30 = x3.fma(y0, c30);
                DoubleVector y1 = DoubleVector.fromArray(SPECIES, bv, kb + LANES);
                c01 = x0.fma(y1, c01);
                c11 = x1.fma(y1, c11);
                c21 = x2.fma(y1, c21);
                c31 = x3.fma(y1, c31);
                DoubleVector y2 = DoubleVector.fromArray(SPECIES, bv, kb + 2 * LANES);
                c02 = x0.fma(y2, c02);
                c12 = x1.fma(y2, c12);
                c22 = x2.fma(y2, c22);
                c32 = x3.fma(y2, c32);
                DoubleVector y3 = DoubleVector.fromArray(SPECIES, bv, kb + 3 * LANES);
                c03 = x0.fma(y3, c03);
                c13 = x1.fma(y3, c13);
                c23 = x2.fma(y3, c23);
                c33 = x3.fma(y3, c33);
                ka0 += aDepth;
                ka1 += aDepth;
                ka2 += aDepth;
                ka3 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            c01.intoArray(cv, c0 + LANES);
            c02.intoArray(cv, c0 + 2 * LANES);
            c03.intoArray(cv, c0 + 3 * LANES);
            c10.intoArray(cv, c0 + cRow);
            c11.intoArray(cv, c0 + cRow + LANES);
            c12.intoArray(cv, c0 + cRow + 2 * LANES);
            c13.intoArray(cv, c0 + cRow + 3 * LANES);
            c20.intoArray(cv, c0 + 2 * cRow);
            c21.intoArray(cv, c0 + 2 * cRow + LANES);
            c22.intoArray(cv, c0 + 2 * cRow + 2 * LANES);
            c23.intoArray(cv, c0 + 2 * cRow + 3 * LANES);
            c30.intoArray(cv, c0 + 3 * cRow);
            c31.intoArray(cv, c0 + 3 * cRow + LANES);
            c32.intoArray(cv, c0 + 3 * cRow + 2 * LANES);
            c33.intoArray(cv, c0 + 3 * cRow + 3 * LANES);
            a0 += 4 * aRow;
            s0 += 4 * sRow;
            c0 += 4 * cRow;
        }
    }

    /** Three columns of the rows, four by four. */
    static void blocks4x3(Product p, int column, Matrix a, int aAt, int rows, int depth) {
        double[] av = a.values;
        double[] bv = p.b.values;
        double[] sv = p.start.values;
        double[] cv = p.c.values;
        int aRow = a.rowStride;
        int aDepth = a.columnStride;
        int bDepth = p.b.rowStride;
        int sRow = p.start.rowStride;
        int cRow = p.c.rowStride;
        int across = column * LANES;
        int a0 = aAt;
        int s0 = p.start.at + across;
        int c0 = p.c.at + across;
        for (int i = 0; i + 4 <= rows; i += 4) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
            DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * LANES);
            DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow);
            DoubleVector c11 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + LANES);
            DoubleVector c12 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 2 * LANES);
            DoubleVector c20 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow);
            DoubleVector c21 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow + LANES);
            DoubleVector c22 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow + 2 * LANES);
            DoubleVector c30 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow);
            DoubleVector c31 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow + LANES);
            DoubleVector c32 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow + 2 * LANES);
            int ka0 = a0;
            int ka1 = a0 + aRow;
            int ka2 = a0 + 2 * aRow;
            int ka3 = a0 + 3 * aRow;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, ka1);
                DoubleVector x2 = DoubleVector.fromArray(SPECIES, av, ka2);
                DoubleVector x3 = DoubleVector.fromArray(SPECIES, av, ka3);
                DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, kb);
                c00 = x0.fma(y0, c00);
                c10 = x1.fma(y0, c10);
                c20 = x2.fma(y0, c20);
                c30 = x3.fma(y0, c30);
                DoubleVector y1 = DoubleVector.fromArray(SPECIES, bv, kb + LANES);
                c01 = x0.fma(y1, c01);
                c11 = x1.fma(y1, c11);
                c21 = x2.fma(y1, c21);
                c31 = x3.fma(y1, c31);
                DoubleVector y2 = DoubleVector.fromArray(SPECIES, bv, kb + 2 * LANES);
                c02 = x0.fma(y2, c02);
                c12 = x1.fma(y2, c12);
                c22 = x2.fma(y2, c22);
                c32 = x3.fma(y2, c32);
                ka0 += aDepth;
                ka1 += aDepth;
                ka2 += aDepth;
                ka3 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            c01.intoArray(cv, c0 + LANES);
            c02.intoArray(cv, c0 + 2 * LANES);
            c10.intoArray(cv, c0 + cRow);
            c11.intoArray(cv, c0 + cRow + LANES);
            c12.intoArray(cv, c0 + cRow + 2 * LANES);
            c20.intoArray(cv, c0 + 2 * cRow);
            c21.intoArray(cv, c0 + 2 * cRow + LANES);
            c22.intoArray(cv, c0 + 2 * cRow + 2 * LANES);
            c30.intoArray(cv, c0 + 3 * cRow);
            c31.intoArray(cv, c0 + 3 * cRow + LANES);
            c32.intoArray(cv, c0 + 3 * cRow + 2 * LANES);
            a0 += 4 * aRow;
            s0 += 4 * sRow;
            c0 += 4 * cRow;
        }
    }

    /** Two columns of the rows, four by four. */
    static void blocks4x2(Product p, int column, Matrix a, int aAt, int rows, int depth) {
        double[] av = a.values;
        double[] bv = p.b.values;
        double[] sv = p.start.values;
        double[] cv = p.c.values;
        int aRow = a.rowStride;
        int aDepth = a.columnStride;
        int bDepth = p.b.rowStride;
        int sRow = p.start.rowStride;
        int cRow = p.c.rowStride;
        int across = column * LANES;
        int a0 = aAt;
        int s0 = p.start.at + across;
        int c0 = p.c.at + across;
        for (int i = 0; i + 4 <= rows; i += 4) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
            DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow);
            DoubleVector c11 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + LANES);
            DoubleVector c20 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow);
            DoubleVector c21 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow + LANES);
            DoubleVector c30 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow);
            DoubleVector c31 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow + LANES);
            int ka0 = a0;
            int ka1 = a0 + aRow;
            int ka2 = a0 + 2 * aRow;
            int ka3 = a0 + 3 * aRow;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, ka1);
                DoubleVector x2 = DoubleVector.fromArray(SPECIES, av, ka2);
                DoubleVector x3 = DoubleVector.fromArray(SPECIES, av, ka3);
                DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, kb);
                c00 = x0.fma(y0, c00);
                c10 = x1.fma(y0, c10);
                c20 = x2.fma(y0, c20);
                c30 = x3.fma(y0, c30);
                DoubleVector y1 = DoubleVector.fromArray(SPECIES, bv, kb + LANES);
                c01 = x0.fma(y1, c01);
                c11 = x1.fma(y1, c11);
                c21 = x2.fma(y1, c21);
                c31 = x3.fma(y1, c31);
                ka0 += aDepth;
                ka1 += aDepth;
                ka2 += aDepth;
                ka3 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            c01.intoArray(cv, c0 + LANES);
            c10.intoArray(cv, c0 + cRow);
            c11.intoArray(cv, c0 + cRow + LANES);
            c20.intoArray(cv, c0 + 2 * cRow);
            c21.intoArray(cv, c0 + 2 * cRow + LANES);
            c30.intoArray(cv, c0 + 3 * cRow);
            c31.intoArray(cv, c0 + 3 * cRow + LANES);
            a0 += 4 * aRow;
            s0 += 4 * sRow;
            c0 += 4 * cRow;
        }
    }

    /** One column of the rows, four by four. */
    static void blocks4x1(Product p, int column, Matrix a, int aAt, int rows, int depth) {
        double[] av = a.values;
        double[] bv = p.b.values;
        double[] sv = p.start.values;
        double[] cv = p.c.values;
        int aRow = a.rowStride;
        int aDepth = a.columnStride;
        int bDepth = p.b.rowStride;
        int sRow = p.start.rowStride;
        int cRow = p.c.rowStride;
        int across = column * LANES;
        int a0 = aAt;
        int s0 = p.start.at + across;
        int c0 = p.c.at + across;
        for (int i = 0; i + 4 <= rows; i += 4) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow);
            DoubleVector c20 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * sRow);
            DoubleVector c30 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * sRow);
            int ka0 = a0;
            int ka1 = a0 + aRow;
            int ka2 = a0 + 2 * aRow;
            int ka3 = a0 + 3 * aRow;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, ka1);
                DoubleVector x2 = DoubleVector.fromArray(SPECIES, av, ka2);
                DoubleVector x3 = DoubleVector.fromArray(SPECIES, av, ka3);
                DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, kb);
                c00 = x0.fma(y0, c00);
                c10 = x1.fma(y0, c10);
                c20 = x2.fma(y0, c20);
                c30 = x3.fma(y0, c30);
                ka0 += aDepth;
                ka1 += aDepth;
                ka2 += aDepth;
                ka3 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            c10.intoArray(cv, c0 + cRow);
            c20.intoArray(cv, c0 + 2 * cRow);
            c30.intoArray(cv, c0 + 3 * cRow);
            a0 += 4 * aRow;
            s0 += 4 * sRow;
            c0 += 4 * cRow;
        }
    }
}
