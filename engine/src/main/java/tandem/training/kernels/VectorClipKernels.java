package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** {@link ClipKernels} on vectors. */
final class VectorClipKernels implements ClipKernels {

    @Override
    public void rowSquares(Matrix a, int aShift, int width, int count, double[] out) {
        double[] values = a.values;
        for (int i = 0; i < count; i++) {
            int at = a.at + aShift + i * a.rowStride;
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int j = 0; j < width; j++) {
                DoubleVector value = DoubleVector.fromArray(SPECIES, values, at + j * a.columnStride);
                sum = value.fma(value, sum);
            }
            sum.intoArray(out, FIRST + i * LANES);
        }
    }

    @Override
    public void addProducts(double[] a, double[] b, int count, double[] sum) {
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i)
                    .fma(DoubleVector.fromArray(SPECIES, b, i), DoubleVector.fromArray(SPECIES, sum, i))
                    .intoArray(sum, i);
        }
    }

    @Override
    public void clipFactors(double[] squares, double[] bound, double scale, int count) {
        DoubleVector limit = DoubleVector.fromArray(SPECIES, bound, FIRST);
        DoubleVector scaled = DoubleVector.broadcast(SPECIES, scale).mul(limit);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector norm = DoubleVector.fromArray(SPECIES, squares, i).sqrt();
            DoubleVector longest = norm.blend(limit, norm.compare(VectorOperators.LT, limit));
            scaled.div(longest).intoArray(squares, i);
        }
    }
}
