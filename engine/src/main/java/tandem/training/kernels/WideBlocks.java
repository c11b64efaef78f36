package tandem.training.kernels;

import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/**
 * Blocks of a product two rows high and eight columns wide, kept in registers over the whole depth.
 *
 * <p>Loads from one array at constant distances share their bounds checks, so a term of 16 fma costs 10 loads and 4 checks. Of all shapes tried (1
 * to 8 rows, 1 to 16 columns) this did best.
 */
final class WideBlocks {

    private WideBlocks() {}

    /** Rows two by two, without the last of an odd number. */
    static void blocks2x8(Product p, Matrix a, int aAt, int rows, int depth) {
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
            int a0 = aAt;
            int s0 = p.start.at + j * LANES;
            int c0 = p.c.at + j * LANES;
            for (int i = 0; i + 2 <= rows; i += 2) {
                DoubleVector c00 = DoubleVector.fromArray(SPECIES, sv, s0);
                DoubleVector c01 = DoubleVector.fromArray(SPECIES, sv, s0 + LANES);
                DoubleVector c02 = DoubleVector.fromArray(SPECIES, sv, s0 + 2 * LANES);
                DoubleVector c03 = DoubleVector.fromArray(SPECIES, sv, s0 + 3 * LANES);
                DoubleVector c04 = DoubleVector.fromArray(SPECIES, sv, s0 + 4 * LANES);
                DoubleVector c05 = DoubleVector.fromArray(SPECIES, sv, s0 + 5 * LANES);
                DoubleVector c06 = DoubleVector.fromArray(SPECIES, sv, s0 + 6 * LANES);
                DoubleVector c07 = DoubleVector.fromArray(SPECIES, sv, s0 + 7 * LANES);
                DoubleVector c10 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow);
                DoubleVector c11 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + LANES);
                DoubleVector c12 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 2 * LANES);
                DoubleVector c13 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 3 * LANES);
                DoubleVector c14 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 4 * LANES);
                DoubleVector c15 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 5 * LANES);
                DoubleVector c16 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 6 * LANES);
                DoubleVector c17 = DoubleVector.fromArray(SPECIES, sv, s0 + sRow + 7 * LANES);
                int ka0 = a0;
                int ka1 = a0 + aRow;
                int kb = p.b.at + j * LANES;
                for (int k = 0; k < depth; k++) {
                    DoubleVector x0 = DoubleVector.fromArray(SPECIES, av, ka0);
                    DoubleVector x1 = DoubleVector.fromArray(SPECIES, av, ka1);
                    DoubleVector y0 = DoubleVector.fromArray(SPECIES, bv, kb);
                    c00 = x0.fma(y0, c00);
                    c10 = x1.fma(y0, c10);
                    DoubleVector y1 = DoubleVector.fromArray(SPECIES, bv, kb + LANES);
                    c01 = x0.fma(y1, c01);
                    c11 = x1.fma(y1, c11);
                    DoubleVector y2 = DoubleVector.fromArray(SPECIES, bv, kb + 2 * LANES);
                    c02 = x0.fma(y2, c02);
                    c12 = x1.fma(y2, c12);
                    DoubleVector y3 = DoubleVector.fromArray(SPECIES, bv, kb + 3 * LANES);
                    c03 = x0.fma(y3, c03);
                    c13 = x1.fma(y3, c13);
                    DoubleVector y4 = DoubleVector.fromArray(SPECIES, bv, kb + 4 * LANES);
                    c04 = x0.fma(y4, c04);
                    c14 = x1.fma(y4, c14);
                    DoubleVector y5 = DoubleVector.fromArray(SPECIES, bv, kb + 5 * LANES);
                    c05 = x0.fma(y5, c05);
                    c15 = x1.fma(y5, c15);
                    DoubleVector y6 = DoubleVector.fromArray(SPECIES, bv, kb + 6 * LANES);
                    c06 = x0.fma(y6, c06);
                    c16 = x1.fma(y6, c16);
                    DoubleVector y7 = DoubleVector.fromArray(SPECIES, bv, kb + 7 * LANES);
                    c07 = x0.fma(y7, c07);
                    c17 = x1.fma(y7, c17);
                    ka0 += aDepth;
                    ka1 += aDepth;
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
                c10.intoArray(cv, c0 + cRow);
                c11.intoArray(cv, c0 + cRow + LANES);
                c12.intoArray(cv, c0 + cRow + 2 * LANES);
                c13.intoArray(cv, c0 + cRow + 3 * LANES);
                c14.intoArray(cv, c0 + cRow + 4 * LANES);
                c15.intoArray(cv, c0 + cRow + 5 * LANES);
                c16.intoArray(cv, c0 + cRow + 6 * LANES);
                c17.intoArray(cv, c0 + cRow + 7 * LANES);
                a0 += 2 * aRow;
                s0 += 2 * sRow;
                c0 += 2 * cRow;
            }
        }
    }
}
