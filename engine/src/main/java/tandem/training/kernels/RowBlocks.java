package tandem.training.kernels;

import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** Blocks of a product one row high, for the rows that the higher blocks leave over. */
final class RowBlocks {

    private RowBlocks() {}

    /** All wide blocks of the last of an odd number of rows. */
    static void blocks1x8(Product p, Matrix a, int aAt, int rows, int depth) {
        double[] av = a.values;
        double[] bv = p.b.values;
        double[] sv = p.start.values;
        double[] cv = p.c.values;
        int aRow = a.rowStride;
        int aDepth = a.columnStride;
        int bDepth = p.b.rowStride;
        int sRow = p.start.rowStride;
        int cRow = p.c.rowStride;
        for (int j = 0; j + 8 <= p.columns; j += 8) {
            int first = rows - rows % 2;
            int a0 = aAt + first * aRow;
            int s0 = p.start.at + first * sRow + j * LANES;
            int c0 = p.c.at + first * cRow + j * LANES;
            for (int i = first; i < rows; i++) {
                DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
                DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
                DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * LANES);
                DoubleVector c03 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * LANES);
                DoubleVector c04 = DoubleVector.fromArray(SPECIES, sv, s0 + 4 * LANES);
                DoubleVector c05 = DoubleVector.fromArray(SPECIES, sv, s0 + 5 * LANES);
                DoubleVector c06 = DoubleVector.fromArray(SPECIES, sv, s0 + 6 * LANES);
                DoubleVector c07 = DoubleVector.fromArray(SPECIES, sv, s0 + 7 * LANES);
                int ka0 = a0;
                int kb = p.b.at + j * LANES;
                for (int k = 0; k < depth; k++) {
                    DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                    c00 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb), c00);
                    c01 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + LANES), c01);
                    c02 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 2 * LANES), c02);
                    c03 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 3 * LANES), c03);
                    c04 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 4 * LANES), c04);
                    c05 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 5 * LANES), c05);
                    c06 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 6 * LANES), c06);
                    c07 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 7 * LANES), c07);
                    ka0 += aDepth;
                    kb += bDepth;
                }
                c00.intoArray(cv, c0);
                c01.intoArray(cv, c0 + LANES);
                c02.intoArray(cv, c0 + 2 * LANES);
                c03.intoArray(cv, c0 + 3 * LANES);
                c04.intoArray(cv, c0 + 4 * LANES);
                c05.intoArray(cv, c0 + 5 * LANES);
                c06.intoArray(cv, c0 + 6 * LANES);
                c07.intoArray(cv, c0 + 7 * LANES);
                a0 += aRow;
                s0 += sRow;
                c0 += cRow;
            }
        }
    }

    /** Four columns of the rows below the last four. */
    static void blocks1x4(Product p, int column, Matrix a, int aAt, int rows, int depth) {
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
        int first = rows - rows % 4;
        int a0 = aAt + first * aRow;
        int s0 = p.start.at + first * sRow + across;
        int c0 = p.c.at + first * cRow + across;
        for (int i = first; i < rows; i++) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
            DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * LANES);
            DoubleVector c03 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * LANES);
            int ka0 = a0;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                c00 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb), c00);
                c01 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + LANES), c01);
                c02 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 2 * LANES), c02);
                c03 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 3 * LANES), c03);
                ka0 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            c01.intoArray(cv, c0 + LANES);
            c02.intoArray(cv, c0 + 2 * LANES);
            c03.intoArray(cv, c0 + 3 * LANES);
            a0 += aRow;
            s0 += sRow;
            c0 += cRow;
        }
    }

    /** Three columns of them. */
    static void blocks1x3(Product p, int column, Matrix a, int aAt, int rows, int depth) {
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
        int first = rows - rows % 4;
        int a0 = aAt + first * aRow;
        int s0 = p.start.at + first * sRow + across;
        int c0 = p.c.at + first * cRow + across;
        for (int i = first; i < rows; i++) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
            DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * LANES);
            int ka0 = a0;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                c00 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb), c00);
                c01 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + LANES), c01);
                c02 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + 2 * LANES), c02);
                ka0 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            c01.intoArray(cv, c0 + LANES);
            c02.intoArray(cv, c0 + 2 * LANES);
            a0 += aRow;
            s0 += sRow;
            c0 += cRow;
        }
    }

    /** Two columns of them. */
    static void blocks1x2(Product p, int column, Matrix a, int aAt, int rows, int depth) {
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
        int first = rows - rows % 4;
        int a0 = aAt + first * aRow;
        int s0 = p.start.at + first * sRow + across;
        int c0 = p.c.at + first * cRow + across;
        for (int i = first; i < rows; i++) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
            int ka0 = a0;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                c00 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb), c00);
                c01 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb + LANES), c01);
                ka0 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            c01.intoArray(cv, c0 + LANES);
            a0 += aRow;
            s0 += sRow;
            c0 += cRow;
        }
    }

    /** One column of them. */
    static void blocks1x1(Product p, int column, Matrix a, int aAt, int rows, int depth) {
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
        int first = rows - rows % 4;
        int a0 = aAt + first * aRow;
        int s0 = p.start.at + first * sRow + across;
        int c0 = p.c.at + first * cRow + across;
        for (int i = first; i < rows; i++) {
            DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
            int ka0 = a0;
            int kb = p.b.at + across;
            for (int k = 0; k < depth; k++) {
                DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                c00 = x0.fma(DoubleVector.fromArray(SPECIES, bv, kb), c00);
                ka0 += aDepth;
                kb += bDepth;
            }
            c00.intoArray(cv, c0);
            a0 += aRow;
            s0 += sRow;
            c0 += cRow;
        }
    }
}
