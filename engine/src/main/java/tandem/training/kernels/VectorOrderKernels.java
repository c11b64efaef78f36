package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;

/** {@link OrderKernels} on vectors: a gather takes two thirds of the time of single loads and stores. */
final class VectorOrderKernels implements OrderKernels {

    @Override
    public void gather(double[] source, int[] from, int featureCount, double[] features, int stride, double[] labels) {
        for (int i = 0, to = FIRST; i < from.length; i += LANES, to += stride) {
            for (int f = 0; f < featureCount; f++) {
                DoubleVector.fromArray(SPECIES, source, f, from, i).intoArray(features, to + f * LANES);
            }
            DoubleVector.fromArray(SPECIES, source, featureCount, from, i).intoArray(labels, FIRST + i);
        }
    }

    @Override
    public void gatherColumn(double[] source, int[] from, int column, double[] target) {
        for (int i = 0; i < from.length; i += LANES) {
            DoubleVector.fromArray(SPECIES, source, column, from, i).intoArray(target, FIRST + i);
        }
    }
}
