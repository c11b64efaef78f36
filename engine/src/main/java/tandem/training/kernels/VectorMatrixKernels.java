package tandem.training.kernels;

import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** {@link MatrixKernels} on vectors, in blocks of outputs kept in registers, so that each loaded vector serves several fma. */
final class VectorMatrixKernels implements MatrixKernels {

    @Override
    public void multiply(Product product, Matrix a, int aShift, int rows, int depth) {
        int aAt = a.at + aShift;
        int wide = product.columns / 8 * 8;
        if (wide > 0) {
            if (rows >= 2) {
                WideBlocks.blocks2x8(product, a, aAt, rows, depth);
            }
            if (rows % 2 == 1) {
                RowBlocks.blocks1x8(product, a, aAt, rows, depth);
            }
        }
        if (wide < product.columns) {
            if (rows >= 4) {
                multiplyFours(product, wide, a, aAt, rows, depth);
            }
            if (rows % 4 != 0) {
                multiplyRest(product, wide, a, aAt, rows, depth);
            }
        }
    }

    private static void multiplyFours(Product product, int column, Matrix a, int aAt, int rows, int depth) {
        int rest = product.columns - column;
        if (rest >= 4) {
            NarrowBlocks.blocks4x4(product, column, a, aAt, rows, depth);
        }
        int last = column + rest / 4 * 4;
        switch (rest % 4) {
            case 3 -> NarrowBlocks.blocks4x3(product, last, a, aAt, rows, depth);
            case 2 -> NarrowBlocks.blocks4x2(product, last, a, aAt, rows, depth);
            case 1 -> NarrowBlocks.blocks4x1(product, last, a, aAt, rows, depth);
            default -> {}
        }
    }

    private static void multiplyRest(Product product, int column, Matrix a, int aAt, int rows, int depth) {
        int rest = product.columns - column;
        if (rest >= 4) {
            RowBlocks.blocks1x4(product, column, a, aAt, rows, depth);
        }
        int last = column + rest / 4 * 4;
        switch (rest % 4) {
            case 3 -> RowBlocks.blocks1x3(product, last, a, aAt, rows, depth);
            case 2 -> RowBlocks.blocks1x2(product, last, a, aAt, rows, depth);
            case 1 -> RowBlocks.blocks1x1(product, last, a, aAt, rows, depth);
            default -> {}
        }
    }

    @Override
    public void transpose(Matrix from, Matrix to, int rows, int columns) {
        for (int j = 0; j < columns; j++) {
            int source = from.at + j * from.columnStride;
            int target = to.at + j * to.rowStride;
            for (int i = 0; i < rows; i++) {
                DoubleVector.fromArray(SPECIES, from.values, source).intoArray(to.values, target);
                source += from.rowStride;
                target += to.columnStride;
            }
        }
    }
}
