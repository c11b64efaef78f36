package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link ExampleLossKernels} on vectors. */
final class VectorExampleLossKernels implements ExampleLossKernels {

    @Override
    public void gaps(double[] z, int classCount, double[] labels, int labelAt, int count, double[] gap) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0, at = FIRST; i < count * LANES; i += LANES) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i);
            DoubleVector own = DoubleVector.zero(SPECIES);
            DoubleVector k = DoubleVector.zero(SPECIES);
            for (int c = 0; c < classCount; c++, at += LANES) {
                own = own.blend(DoubleVector.fromArray(SPECIES, z, at), label.compare(VectorOperators.EQ, k));
                k = k.add(one);
            }
            own.neg().intoArray(gap, FIRST + i);
        }
    }

    @Override
    public void leads(double[] z, int classCount, double[] labels, int labelAt, int count, double[] lead) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0, at = FIRST; i < count * LANES; i += LANES) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i);
            DoubleVector own = DoubleVector.zero(SPECIES);
            DoubleVector sum = DoubleVector.zero(SPECIES);
            DoubleVector k = DoubleVector.zero(SPECIES);
            for (int c = 0; c < classCount; c++, at += LANES) {
                DoubleVector value = DoubleVector.fromArray(SPECIES, z, at);
                own = own.blend(value, label.compare(VectorOperators.EQ, k));
                sum = sum.add(value);
                k = k.add(one);
            }
            own.sub(sum.div(classCount)).intoArray(lead, FIRST + i);
        }
    }

    @Override
    public void excesses(
            double[] z,
            int classCount,
            double[] labels,
            int labelAt,
            int count,
            double[] gap,
            double[] excess,
            double[] rest) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0, at = FIRST; i < count * LANES; i += LANES) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i);
            DoubleVector own = zero;
            DoubleVector others = zero;
            DoubleVector k = zero;
            for (int c = 0; c < classCount; c++, at += LANES) {
                DoubleVector e = DoubleVector.fromArray(SPECIES, z, at);
                VectorMask<Double> isOwn = label.compare(VectorOperators.EQ, k);
                own = own.blend(e, isOwn);
                others = others.add(e.blend(zero, isOwn));
                k = k.add(one);
            }
            others.div(own.add(others)).intoArray(rest, FIRST + i);
            VectorMask<Double> isTop =
                    DoubleVector.fromArray(SPECIES, gap, FIRST + i).compare(VectorOperators.EQ, 0);
            others.sub(one).add(own).blend(others, isTop).intoArray(excess, FIRST + i);
        }
    }

    @Override
    public void addLogs(double[] a, double[] excess, int count) {
        VectorElementary.logOfSum(1, excess, FIRST, FIRST + count * LANES);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector logs = DoubleVector.fromArray(SPECIES, excess, i);
            DoubleVector.fromArray(SPECIES, a, i).add(logs).intoArray(a, i);
        }
    }

    @Override
    public void likelihoods(double[] loss, double[] exponent, double scale, int count, double[] out) {
        DoubleVector minus = DoubleVector.fromArray(SPECIES, exponent, FIRST).neg();
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            minus.mul(DoubleVector.fromArray(SPECIES, loss, i)).intoArray(out, i);
        }
        VectorElementary.exp(out, FIRST, FIRST + count * LANES);
        DoubleVector factor = DoubleVector.broadcast(SPECIES, scale);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            factor.mul(DoubleVector.fromArray(SPECIES, out, i)).intoArray(out, i);
        }
    }

    @Override
    public void generalize(double[] loss, double[] q, double scale, int count) {
        DoubleVector exponent = DoubleVector.fromArray(SPECIES, q, FIRST);
        DoubleVector half = exponent.mul(0.5);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            half.mul(DoubleVector.fromArray(SPECIES, loss, i)).intoArray(loss, i);
        }
        VectorElementary.tanh(loss, FIRST, FIRST + count * LANES);
        DoubleVector factor = DoubleVector.broadcast(SPECIES, 2 * scale).div(exponent);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector t = DoubleVector.fromArray(SPECIES, loss, i);
            factor.mul(t).div(t.add(1)).intoArray(loss, i);
        }
    }

    @Override
    public void powers(double[] a, double[] exponent, int count) {
        DoubleVector power = DoubleVector.fromArray(SPECIES, exponent, FIRST);
        VectorElementary.logOfSum(0, a, FIRST, FIRST + count * LANES);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector log = DoubleVector.fromArray(SPECIES, a, i);
            VectorMask<Double> isZero = log.compare(VectorOperators.EQ, Double.NEGATIVE_INFINITY);
            power.mul(log).blend(Double.NEGATIVE_INFINITY, isZero).intoArray(a, i);
        }
        VectorElementary.exp(a, FIRST, FIRST + count * LANES);
    }

    @Override
    public void focalFactors(
            double[] power, double[] likelihood, double[] loss, double[] rest, double[] gamma, int count) {
        DoubleVector factor = DoubleVector.fromArray(SPECIES, gamma, FIRST);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector others = DoubleVector.fromArray(SPECIES, rest, i);
            DoubleVector slope = DoubleVector.fromArray(SPECIES, likelihood, i)
                    .mul(DoubleVector.fromArray(SPECIES, loss, i).div(others));
            DoubleVector.fromArray(SPECIES, power, i)
                    .mul(factor.fma(slope, one))
                    .blend(0, others.compare(VectorOperators.EQ, 0))
                    .intoArray(power, i);
        }
    }

    @Override
    public void multiply(double[] a, double[] b, int count) {
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i)
                    .mul(DoubleVector.fromArray(SPECIES, b, i))
                    .intoArray(a, i);
        }
    }

    @Override
    public void addScaled(double[] a, double[] b, double[] factor, int count) {
        DoubleVector scale = DoubleVector.fromArray(SPECIES, factor, FIRST);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            scale.fma(DoubleVector.fromArray(SPECIES, b, i), DoubleVector.fromArray(SPECIES, a, i))
                    .intoArray(a, i);
        }
    }

    @Override
    public void addTo(double[] sum, double[] a, int count) {
        DoubleVector total = DoubleVector.fromArray(SPECIES, sum, FIRST);
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            total = total.add(DoubleVector.fromArray(SPECIES, a, i));
        }
        total.intoArray(sum, FIRST);
    }

    @Override
    public void smooth(
            double[] d, int classCount, double[] labels, int labelAt, int count, double[] share, double scale) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector other = DoubleVector.fromArray(SPECIES, share, FIRST).mul(scale);
        DoubleVector own = other.mul(1 - classCount);
        for (int i = 0, at = FIRST; i < count * LANES; i += LANES) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i);
            DoubleVector k = DoubleVector.zero(SPECIES);
            for (int c = 0; c < classCount; c++, at += LANES) {
                DoubleVector part = other.blend(own, label.compare(VectorOperators.EQ, k));
                DoubleVector.fromArray(SPECIES, d, at).sub(part).intoArray(d, at);
                k = k.add(one);
            }
        }
    }
}
