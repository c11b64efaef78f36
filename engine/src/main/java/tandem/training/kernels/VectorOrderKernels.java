package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link OrderKernels} on vectors: a gather takes two thirds of the time of single loads and stores. */
final class VectorOrderKernels implements OrderKernels {

    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());

    @Override
    public void draw(long[] states, long[] draws) {
        LongVector state = LongVector.fromArray(LONGS, states, 0);
        for (int i = 0, at = 0; at < draws.length; i++, at += LANES) {
            state = state.add(GAMMA);
            LongVector z = state;
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                    .mul(MIX1);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27))
                    .mul(MIX2);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31));
            z.lanewise(VectorOperators.LSHR, 32).mul(i + 1L).intoArray(draws, at);
        }
        state.intoArray(states, 0);
    }

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
