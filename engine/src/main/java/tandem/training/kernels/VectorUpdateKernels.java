package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link UpdateKernels} on vectors. */
final class VectorUpdateKernels implements UpdateKernels {

    private static int row(int index) {
        return FIRST + index * LANES;
    }

    @Override
    public void addPenalty(double[] w, double[] g, int from, int to, double[] twiceL2, double[] l1) {
        DoubleVector squared = DoubleVector.fromArray(SPECIES, twiceL2, FIRST);
        DoubleVector up = DoubleVector.fromArray(SPECIES, l1, FIRST);
        DoubleVector down = up.neg();
        DoubleVector zero = DoubleVector.zero(SPECIES);
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, w, i);
            VectorMask<Double> positive = x.compare(VectorOperators.GT, 0);
            VectorMask<Double> negative = x.compare(VectorOperators.LT, 0);
            DoubleVector sign = zero.blend(up, positive).blend(down, negative);
            DoubleVector.fromArray(SPECIES, g, i).add(squared.fma(x, sign)).intoArray(g, i);
        }
    }

    @Override
    public void squares(double[] a, int from, int to, double[] out) {
        DoubleVector s0 = DoubleVector.zero(SPECIES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int i = from;
        for (; i + 3 * LANES < to; i += 4 * LANES) {
            DoubleVector x0 = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector x1 = DoubleVector.fromArray(SPECIES, a, i + LANES);
            DoubleVector x2 = DoubleVector.fromArray(SPECIES, a, i + 2 * LANES);
            DoubleVector x3 = DoubleVector.fromArray(SPECIES, a, i + 3 * LANES);
            s0 = x0.fma(x0, s0);
            s1 = x1.fma(x1, s1);
            s2 = x2.fma(x2, s2);
            s3 = x3.fma(x3, s3);
        }
        if (i < to) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            s0 = x.fma(x, s0);
        }
        if (i + LANES < to) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i + LANES);
            s1 = x.fma(x, s1);
        }
        if (i + 2 * LANES < to) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i + 2 * LANES);
            s2 = x.fma(x, s2);
        }
        s0.add(s1).add(s2.add(s3)).intoArray(out, FIRST);
    }

    @Override
    public void magnitudes(double[] a, int from, int to, double[] out) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        for (int i = from; i < to; i += LANES) {
            sum = sum.add(DoubleVector.fromArray(SPECIES, a, i).abs());
        }
        sum.intoArray(out, FIRST);
    }

    @Override
    public void finiteness(double[] a, int from, int to, double[] out) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector sum = zero;
        for (int i = from; i < to; i += LANES) {
            sum = DoubleVector.fromArray(SPECIES, a, i).fma(zero, sum);
        }
        sum.intoArray(out, FIRST);
    }

    @Override
    public void addNorm(double[] norm, double[] sum) {
        DoubleVector root = DoubleVector.fromArray(SPECIES, norm, FIRST).sqrt();
        root.intoArray(norm, FIRST);
        DoubleVector.fromArray(SPECIES, sum, FIRST).add(root).intoArray(sum, FIRST);
    }

    @Override
    public void clipByNorm(double[] g, int from, int to, double[] norm, double[] bound) {
        DoubleVector limit = DoubleVector.fromArray(SPECIES, bound, FIRST);
        DoubleVector size = DoubleVector.fromArray(SPECIES, norm, FIRST);
        DoubleVector factor = limit.div(size.blend(limit, size.compare(VectorOperators.LT, limit)));
        for (int i = from; i < to; i += LANES) {
            DoubleVector.fromArray(SPECIES, g, i).mul(factor).intoArray(g, i);
        }
    }

    @Override
    public void clipByValue(double[] g, int from, int to, double[] bound) {
        DoubleVector high = DoubleVector.fromArray(SPECIES, bound, FIRST);
        DoubleVector low = high.neg();
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, g, i);
            x = x.blend(low, x.compare(VectorOperators.LT, low));
            x.blend(high, x.compare(VectorOperators.GT, high)).intoArray(g, i);
        }
    }

    @Override
    public void descend(double[] w, double[] g, int from, int to, double[] rate) {
        DoubleVector step = DoubleVector.fromArray(SPECIES, rate, FIRST).neg();
        for (int i = from; i < to; i += LANES) {
            step.fma(DoubleVector.fromArray(SPECIES, g, i), DoubleVector.fromArray(SPECIES, w, i))
                    .intoArray(w, i);
        }
    }

    @Override
    public void accelerate(double[] b, double[] g, int from, int to, double[] momentum) {
        DoubleVector keep = DoubleVector.fromArray(SPECIES, momentum, FIRST);
        for (int i = from; i < to; i += LANES) {
            keep.fma(DoubleVector.fromArray(SPECIES, b, i), DoubleVector.fromArray(SPECIES, g, i))
                    .intoArray(b, i);
        }
    }

    @Override
    public void descendAhead(double[] w, double[] g, double[] b, int from, int to, double[] rate, double[] momentum) {
        DoubleVector step = DoubleVector.fromArray(SPECIES, rate, FIRST).neg();
        DoubleVector keep = DoubleVector.fromArray(SPECIES, momentum, FIRST);
        for (int i = from; i < to; i += LANES) {
            DoubleVector ahead = keep.fma(DoubleVector.fromArray(SPECIES, b, i), DoubleVector.fromArray(SPECIES, g, i));
            step.fma(ahead, DoubleVector.fromArray(SPECIES, w, i)).intoArray(w, i);
        }
    }

    @Override
    public void rmsProp(double[] w, double[] g, double[] v, int from, int to, double[] f) {
        DoubleVector decay = DoubleVector.fromArray(SPECIES, f, row(DECAY));
        DoubleVector rest = DoubleVector.fromArray(SPECIES, f, row(ONE_MINUS_DECAY));
        DoubleVector rate = DoubleVector.fromArray(SPECIES, f, row(RMS_RATE));
        DoubleVector inside = DoubleVector.fromArray(SPECIES, f, row(INSIDE));
        DoubleVector outside = DoubleVector.fromArray(SPECIES, f, row(OUTSIDE));
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, g, i);
            DoubleVector mean =
                    decay.fma(DoubleVector.fromArray(SPECIES, v, i), rest.mul(x).mul(x));
            mean.intoArray(v, i);
            DoubleVector step = rate.mul(x).div(mean.add(inside).sqrt().add(outside));
            DoubleVector.fromArray(SPECIES, w, i).sub(step).intoArray(w, i);
        }
    }

    @Override
    public void scale(double[] a, int from, int to, double[] factor) {
        DoubleVector scale = DoubleVector.fromArray(SPECIES, factor, FIRST);
        for (int i = from; i < to; i += LANES) {
            DoubleVector.fromArray(SPECIES, a, i).mul(scale).intoArray(a, i);
        }
    }

    @Override
    public void average(double[] a, double[] w, int from, int to, double[] decay, double[] rest) {
        DoubleVector keep = DoubleVector.fromArray(SPECIES, decay, FIRST);
        DoubleVector take = DoubleVector.fromArray(SPECIES, rest, FIRST);
        for (int i = from; i < to; i += LANES) {
            keep.fma(DoubleVector.fromArray(SPECIES, a, i), take.mul(DoubleVector.fromArray(SPECIES, w, i)))
                    .intoArray(a, i);
        }
    }

    @Override
    public void adamFactors(double[] f) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        DoubleVector power1 = DoubleVector.fromArray(SPECIES, f, row(BETA1_POWER))
                .mul(DoubleVector.fromArray(SPECIES, f, row(BETA1)));
        DoubleVector power2 = DoubleVector.fromArray(SPECIES, f, row(BETA2_POWER))
                .mul(DoubleVector.fromArray(SPECIES, f, row(BETA2)));
        power1.intoArray(f, row(BETA1_POWER));
        power2.intoArray(f, row(BETA2_POWER));
        DoubleVector root = one.sub(power2).sqrt();
        DoubleVector rate = DoubleVector.fromArray(SPECIES, f, row(LEARNING_RATE));
        rate.mul(root).div(one.sub(power1)).intoArray(f, row(STEP_SIZE));
        DoubleVector.fromArray(SPECIES, f, row(EPSILON_SCALED))
                .fma(root, DoubleVector.fromArray(SPECIES, f, row(EPSILON_FIXED)))
                .intoArray(f, row(STEP_EPSILON));
    }

    @Override
    public void adam(double[] w, double[] g, double[] m, double[] v, int from, int to, double[] f) {
        DoubleVector beta1 = DoubleVector.fromArray(SPECIES, f, row(BETA1));
        DoubleVector rest1 = DoubleVector.fromArray(SPECIES, f, row(ONE_MINUS_BETA1));
        DoubleVector beta2 = DoubleVector.fromArray(SPECIES, f, row(BETA2));
        DoubleVector rest2 = DoubleVector.fromArray(SPECIES, f, row(ONE_MINUS_BETA2));
        DoubleVector size = DoubleVector.fromArray(SPECIES, f, row(STEP_SIZE));
        DoubleVector epsilon = DoubleVector.fromArray(SPECIES, f, row(STEP_EPSILON));
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, g, i);
            DoubleVector first = beta1.fma(DoubleVector.fromArray(SPECIES, m, i), rest1.mul(x));
            DoubleVector second = beta2.fma(
                    DoubleVector.fromArray(SPECIES, v, i), rest2.mul(x).mul(x));
            first.intoArray(m, i);
            second.intoArray(v, i);
            DoubleVector step = size.mul(first).div(second.sqrt().add(epsilon));
            DoubleVector.fromArray(SPECIES, w, i).sub(step).intoArray(w, i);
        }
    }
}
