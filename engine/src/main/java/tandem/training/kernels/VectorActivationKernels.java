package tandem.training.kernels;

import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;

/** {@link ActivationKernels} on vectors. */
final class VectorActivationKernels implements ActivationKernels {

    @Override
    public void relu(double[] a, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            x.blend(0, x.compare(VectorOperators.LT, 0)).intoArray(a, i);
        }
    }

    @Override
    public void tanh(double[] a, int from, int to) {
        VectorElementary.tanh(a, from, to);
    }

    @Override
    public void sigmoid(double[] a, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i).neg().intoArray(a, i);
        }
        VectorElementary.exp(a, from, to);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = from; i < to; i += LANES) {
            DoubleVector e = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector sum = one.add(e);
            DoubleVector b = sum.sub(one);
            DoubleVector lost = one.sub(sum.sub(b)).add(e.sub(b));
            lost = lost.blend(0, lost.test(VectorOperators.IS_NAN));
            DoubleVector value = one.div(sum);
            lost.neg().mul(value).fma(value, value).intoArray(a, i);
        }
    }

    @Override
    public void reluGradient(double[] h, double[] d, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, h, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, d, i);
            DoubleVector.zero(SPECIES)
                    .blend(y, x.compare(VectorOperators.GT, 0))
                    .intoArray(d, i);
        }
    }

    @Override
    public void tanhGradient(double[] h, double[] d, int from, int to) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, h, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, d, i);
            y.mul(x.neg().fma(x, one)).intoArray(d, i);
        }
    }

    @Override
    public void sigmoidGradient(double[] h, double[] d, int from, int to) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, h, i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, d, i);
            y.mul(x).mul(one.sub(x)).intoArray(d, i);
        }
    }
}
