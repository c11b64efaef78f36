package tandem.training.kernels;

import static tandem.training.kernels.Elementary.*;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * {@link Elementary} on vectors, operation by operation.
 *
 * <p>Each function is a loop over an array and not a function of a vector: a vector that crosses a method which is not inlined is boxed.
 */
final class VectorElementary {

    private VectorElementary() {}

    /** {@code a[i] = exp(a[i])} for i in [from, to). */
    static void exp(double[] a, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector rounder = DoubleVector.broadcast(SPECIES, ROUNDER);
            DoubleVector n =
                    x.fma(DoubleVector.broadcast(SPECIES, LOG2_E), rounder).sub(rounder);
            DoubleVector r = n.fma(
                    DoubleVector.broadcast(SPECIES, -LN2_LOW), n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), x));
            DoubleVector q = DoubleVector.broadcast(SPECIES, E11).fma(r, DoubleVector.broadcast(SPECIES, E10));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E9));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E8));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E7));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E6));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E5));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E4));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E3));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E2));
            DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
            DoubleVector p = q.fma(r, one).fma(r, one);
            DoubleVector scale = n.add(EXPONENT_ROUNDER)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles();
            DoubleVector value = p.mul(scale).blend(0, x.compare(VectorOperators.LT, EXP_LOWEST));
            value.blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, EXP_HIGHEST))
                    .intoArray(a, i);
        }
    }

    /** {@code a[i] = ln(addend + a[i])} for i in [from, to): log1p with addend 1, log with addend 0. */
    static void logOfSum(double addend, double[] a, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector u = x.add(addend);
            DoubleVector b = u.sub(addend);
            DoubleVector lost =
                    DoubleVector.broadcast(SPECIES, addend).sub(u.sub(b)).add(x.sub(b));
            DoubleVector correction = lost.div(u);
            correction = correction.blend(0, correction.test(VectorOperators.IS_NAN));
            VectorMask<Double> tiny = u.compare(VectorOperators.LT, Double.MIN_NORMAL);
            LongVector bits = u.blend(u.mul(0x1p54), tiny).reinterpretAsLongs().add(HALF_OCTAVE);
            DoubleVector k = bits.lanewise(VectorOperators.LSHR, 52)
                    .or(EXPONENT_CARRIER)
                    .reinterpretAsDoubles()
                    .sub(EXPONENT_OFFSET);
            k = k.blend(k.sub(54), tiny);
            DoubleVector f = bits.and(MANTISSA)
                    .add(ONE - HALF_OCTAVE)
                    .reinterpretAsDoubles()
                    .sub(1);
            DoubleVector s = f.div(f.add(2));
            DoubleVector z = s.mul(s);
            DoubleVector p = DoubleVector.broadcast(SPECIES, L7).fma(z, DoubleVector.broadcast(SPECIES, L6));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, L5));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, L4));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, L3));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, L2));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, L1));
            DoubleVector h = f.mul(0.5).mul(f);
            DoubleVector low = s.fma(p.fma(z, h), k.fma(DoubleVector.broadcast(SPECIES, LN2_LOW), correction));
            DoubleVector value = k.fma(DoubleVector.broadcast(SPECIES, LN2_HIGH), f.sub(h.sub(low)));
            value = value.blend(u, u.compare(VectorOperators.EQ, Double.POSITIVE_INFINITY));
            value = value.blend(Double.NEGATIVE_INFINITY, u.compare(VectorOperators.EQ, 0));
            value.blend(Double.NaN, u.compare(VectorOperators.GE, 0).not()).intoArray(a, i);
        }
    }

    /** {@code a[i] = tanh(a[i])} for i in [from, to). */
    static void tanh(double[] a, int from, int to) {
        for (int i = from; i < to; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, i);
            DoubleVector magnitude = x.abs();
            DoubleVector z = magnitude.mul(magnitude);
            DoubleVector p = DoubleVector.broadcast(SPECIES, T11).fma(z, DoubleVector.broadcast(SPECIES, T10));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T9));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T8));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T7));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T6));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T5));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T4));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T3));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T2));
            p = p.fma(z, DoubleVector.broadcast(SPECIES, T1));
            DoubleVector small = p.mul(z).fma(magnitude, magnitude);
            DoubleVector y = magnitude.blend(TANH_SATURATED, magnitude.compare(VectorOperators.GT, TANH_SATURATED));
            y = y.mul(2);
            DoubleVector rounder = DoubleVector.broadcast(SPECIES, ROUNDER);
            DoubleVector n =
                    y.fma(DoubleVector.broadcast(SPECIES, LOG2_E), rounder).sub(rounder);
            DoubleVector r = n.fma(
                    DoubleVector.broadcast(SPECIES, -LN2_LOW), n.fma(DoubleVector.broadcast(SPECIES, -LN2_HIGH), y));
            DoubleVector q = DoubleVector.broadcast(SPECIES, E11).fma(r, DoubleVector.broadcast(SPECIES, E10));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E9));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E8));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E7));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E6));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E5));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E4));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E3));
            q = q.fma(r, DoubleVector.broadcast(SPECIES, E2));
            DoubleVector excess = q.mul(r).fma(r, r);
            DoubleVector scale = n.add(EXPONENT_ROUNDER)
                    .reinterpretAsLongs()
                    .lanewise(VectorOperators.LSHL, 52)
                    .reinterpretAsDoubles();
            DoubleVector t = scale.fma(excess, scale.sub(1));
            DoubleVector value = t.div(t.add(2)).blend(small, magnitude.compare(VectorOperators.LT, TANH_SMALL));
            LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
            value.reinterpretAsLongs().or(sign).reinterpretAsDoubles().intoArray(a, i);
        }
    }
}
