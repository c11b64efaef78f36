package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.OrderKernels.GAMMA;
import static tandem.training.kernels.OrderKernels.MIX1;
import static tandem.training.kernels.OrderKernels.MIX2;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link LayerKernels} on vectors. */
final class VectorLayerKernels implements LayerKernels {
    private static final VectorSpecies<Long> LONGS = VectorSpecies.of(long.class, SPECIES.vectorShape());

    @Override
    public void add(double[] from, int fromAt, double[] to, int toAt, int elements) {
        for (int i = 0; i < elements; i += LANES) {
            DoubleVector.fromArray(SPECIES, to, toAt + i)
                    .add(DoubleVector.fromArray(SPECIES, from, fromAt + i))
                    .intoArray(to, toAt + i);
        }
    }

    @Override
    public void max(double[] from, int fromAt, int[] places, double[] to, int toAt, int elements) {
        for (int i = 0; i < elements; i += LANES) {
            DoubleVector max = DoubleVector.fromArray(SPECIES, from, fromAt + places[0] + i);
            for (int k = 1; k < places.length; k++) {
                max = max.max(DoubleVector.fromArray(SPECIES, from, fromAt + places[k] + i));
            }
            max.intoArray(to, toAt + i);
        }
    }

    @Override
    public void route(
            double[] inputs,
            double[] inputDeltas,
            int inputAt,
            double[] peaks,
            double[] peakDeltas,
            int peakAt,
            int elements) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int i = 0; i < elements; i += LANES) {
            DoubleVector input = DoubleVector.fromArray(SPECIES, inputs, inputAt + i);
            DoubleVector peak = DoubleVector.fromArray(SPECIES, peaks, peakAt + i);
            DoubleVector delta = DoubleVector.fromArray(SPECIES, peakDeltas, peakAt + i);
            VectorMask<Double> isPeak = input.compare(VectorOperators.EQ, peak);
            DoubleVector.fromArray(SPECIES, inputDeltas, inputAt + i)
                    .add(zero.blend(delta, isPeak))
                    .intoArray(inputDeltas, inputAt + i);
            delta.blend(zero, isPeak).intoArray(peakDeltas, peakAt + i);
        }
    }

    @Override
    public void multiply(double[] a, double[] b, double[] out, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i)
                    .mul(DoubleVector.fromArray(SPECIES, b, i))
                    .intoArray(out, i);
        }
    }

    @Override
    public void masks(long[] states, long first, int count, double rate, double[] mask, int at) {
        long bound = ScalarLayerKernels.bound(rate);
        DoubleVector kept = DoubleVector.broadcast(SPECIES, 1 / (1 - rate));
        LongVector state = LongVector.fromArray(LONGS, states, 0).add(first * GAMMA);
        for (int i = 0; i < count; i++) {
            state = state.add(GAMMA);
            LongVector z = state;
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 30))
                    .mul(MIX1);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 27))
                    .mul(MIX2);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 31));
            VectorMask<Double> dropped = z.lanewise(VectorOperators.LSHR, 11)
                    .compare(VectorOperators.LT, bound)
                    .cast(SPECIES);
            kept.blend(0, dropped).intoArray(mask, at + i * LANES);
        }
    }

    @Override
    public void sums(double[] x, Rows rows, double[] sums) {
        for (int j = FIRST; j < FIRST + rows.elements(); j += LANES) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int r = 0, at = j; r < rows.count(); r++, at += rows.stride()) {
                sum = sum.add(DoubleVector.fromArray(SPECIES, x, at));
            }
            sum.intoArray(sums, j);
        }
    }

    @Override
    public void squaresAbout(double[] x, Rows rows, double[] mean, double[] sums) {
        for (int j = FIRST; j < FIRST + rows.elements(); j += LANES) {
            DoubleVector about = DoubleVector.fromArray(SPECIES, mean, j);
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int r = 0, at = j; r < rows.count(); r++, at += rows.stride()) {
                DoubleVector distance = DoubleVector.fromArray(SPECIES, x, at).sub(about);
                sum = distance.fma(distance, sum);
            }
            sum.intoArray(sums, j);
        }
    }

    @Override
    public void productSums(double[] x, double[] y, Rows rows, double[] sums) {
        for (int j = FIRST; j < FIRST + rows.elements(); j += LANES) {
            DoubleVector sum = DoubleVector.zero(SPECIES);
            for (int r = 0, at = j; r < rows.count(); r++, at += rows.stride()) {
                sum = DoubleVector.fromArray(SPECIES, x, at).fma(DoubleVector.fromArray(SPECIES, y, at), sum);
            }
            sum.intoArray(sums, j);
        }
    }

    @Override
    public void standardize(double[] x, Rows rows, double[] mean, double[] inverse, double[] out) {
        for (int j = FIRST; j < FIRST + rows.elements(); j += LANES) {
            DoubleVector about = DoubleVector.fromArray(SPECIES, mean, j);
            DoubleVector factor = DoubleVector.fromArray(SPECIES, inverse, j);
            for (int r = 0, at = j; r < rows.count(); r++, at += rows.stride()) {
                DoubleVector.fromArray(SPECIES, x, at).sub(about).mul(factor).intoArray(out, at);
            }
        }
    }

    @Override
    public void scaleAndShift(double[] x, Rows rows, double[] scale, double[] shift, double[] out) {
        for (int j = FIRST; j < FIRST + rows.elements(); j += LANES) {
            DoubleVector factor = DoubleVector.fromArray(SPECIES, scale, j);
            DoubleVector term = DoubleVector.fromArray(SPECIES, shift, j);
            for (int r = 0, at = j; r < rows.count(); r++, at += rows.stride()) {
                DoubleVector.fromArray(SPECIES, x, at).fma(factor, term).intoArray(out, at);
            }
        }
    }

    @Override
    public void standardizeGradient(
            double[] d, double[] x, Rows rows, double[] scale, double[] meanDelta, double[] meanProduct, double[] out) {
        for (int j = FIRST; j < FIRST + rows.elements(); j += LANES) {
            DoubleVector factor = DoubleVector.fromArray(SPECIES, scale, j);
            DoubleVector ofDelta = DoubleVector.fromArray(SPECIES, meanDelta, j);
            DoubleVector ofProduct = DoubleVector.fromArray(SPECIES, meanProduct, j);
            for (int r = 0, at = j; r < rows.count(); r++, at += rows.stride()) {
                DoubleVector delta = DoubleVector.fromArray(SPECIES, d, at).sub(ofDelta);
                DoubleVector.fromArray(SPECIES, x, at)
                        .neg()
                        .fma(ofProduct, delta)
                        .mul(factor)
                        .intoArray(out, at);
            }
        }
    }
}
