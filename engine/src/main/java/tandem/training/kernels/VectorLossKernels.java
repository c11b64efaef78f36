package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link LossKernels} on vectors. */
final class VectorLossKernels implements LossKernels {

    private static final int LOSS_AT = FIRST + LOSS * LANES;
    private static final int CORRECT_AT = FIRST + CORRECT * LANES;
    private static final int EXCESS_AT = FIRST + EXCESS * LANES;

    @Override
    public void softmaxGaps(
            double[] z, int classCount, double[] labels, int labelAt, int count, double[] gap, double[] totals) {
        DoubleVector loss = DoubleVector.fromArray(SPECIES, totals, LOSS_AT);
        DoubleVector correct = DoubleVector.fromArray(SPECIES, totals, CORRECT_AT);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        int others = (classCount - 1) * LANES;
        for (int i = 0, at = FIRST, to = FIRST; i < count; i++, at += others + LANES) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i * LANES);
            DoubleVector top = DoubleVector.fromArray(SPECIES, z, at);
            DoubleVector own = top;
            DoubleVector best = zero;
            DoubleVector k = zero;
            for (int c = 1; c < classCount; c++) {
                k = k.add(one);
                DoubleVector value = DoubleVector.fromArray(SPECIES, z, at + c * LANES);
                VectorMask<Double> higher = value.compare(VectorOperators.GT, top);
                best = best.blend(k, higher);
                top = top.blend(value, higher);
                own = own.blend(value, label.compare(VectorOperators.EQ, k));
            }
            DoubleVector last = DoubleVector.fromArray(SPECIES, z, at + others);
            k = zero;
            for (int c = 0; c < classCount - 1; c++, to += LANES) {
                DoubleVector value = DoubleVector.fromArray(SPECIES, z, at + c * LANES);
                value.blend(last, best.compare(VectorOperators.EQ, k)).sub(top).intoArray(z, to);
                k = k.add(one);
            }
            DoubleVector difference = top.sub(own);
            difference.intoArray(gap, FIRST + i * LANES);
            loss = loss.add(difference);
            correct = correct.add(zero.blend(1, best.compare(VectorOperators.EQ, label)));
        }
        loss.intoArray(totals, LOSS_AT);
        correct.intoArray(totals, CORRECT_AT);
    }

    @Override
    public void softmaxExcess(double[] z, int otherCount, int count, double[] excess, double[] totals) {
        DoubleVector product = DoubleVector.zero(SPECIES);
        for (int i = 0, at = FIRST; i < count; i++, at += otherCount * LANES) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, z, at);
            for (int c = 1; c < otherCount; c++) {
                s = s.add(DoubleVector.fromArray(SPECIES, z, at + c * LANES));
            }
            s.intoArray(excess, FIRST + i * LANES);
            product = product.fma(s, product.add(s));
        }
        product.intoArray(totals, EXCESS_AT);
    }

    @Override
    public void logisticGaps(
            double[] z, double[] labels, int labelAt, int count, double[] gap, double[] e, double[] totals) {
        DoubleVector loss = DoubleVector.fromArray(SPECIES, totals, LOSS_AT);
        for (int i = 0; i < count * LANES; i += LANES) {
            DoubleVector logit = DoubleVector.fromArray(SPECIES, z, FIRST + i);
            VectorMask<Double> one =
                    DoubleVector.fromArray(SPECIES, labels, labelAt + i).compare(VectorOperators.EQ, 1);
            DoubleVector against = logit.blend(logit.neg(), one);
            DoubleVector difference = against.blend(0, against.compare(VectorOperators.LT, 0));
            difference.intoArray(gap, FIRST + i);
            logit.abs().neg().intoArray(e, FIRST + i);
            loss = loss.add(difference);
        }
        loss.intoArray(totals, LOSS_AT);
    }

    @Override
    public void logisticExcess(
            double[] z, double[] e, double[] labels, int labelAt, int count, double[] threshold, double[] totals) {
        DoubleVector correct = DoubleVector.fromArray(SPECIES, totals, CORRECT_AT);
        DoubleVector bound = DoubleVector.fromArray(SPECIES, threshold, FIRST);
        DoubleVector product = DoubleVector.zero(SPECIES);
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < count * LANES; i += LANES) {
            DoubleVector s = DoubleVector.fromArray(SPECIES, e, FIRST + i);
            VectorMask<Double> negative =
                    DoubleVector.fromArray(SPECIES, z, FIRST + i).compare(VectorOperators.LT, 0);
            DoubleVector p = one.blend(s, negative).div(one.add(s));
            DoubleVector predicted = zero.blend(one, p.compare(VectorOperators.GT, bound));
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i);
            correct = correct.add(zero.blend(one, predicted.compare(VectorOperators.EQ, label)));
            product = product.fma(s, product.add(s));
        }
        correct.intoArray(totals, CORRECT_AT);
        product.intoArray(totals, EXCESS_AT);
    }

    @Override
    public void addLogs(double[] totals) {
        VectorElementary.logOfSum(1, totals, EXCESS_AT, EXCESS_AT + LANES);
        DoubleVector logs = DoubleVector.fromArray(SPECIES, totals, EXCESS_AT);
        DoubleVector.fromArray(SPECIES, totals, LOSS_AT).add(logs).intoArray(totals, LOSS_AT);
    }

    @Override
    public void addWeighted(double[] gap, double[] excess, double[] weights, int weightAt, int count, double[] sum) {
        VectorElementary.logOfSum(1, excess, FIRST, FIRST + count * LANES);
        DoubleVector total = DoubleVector.fromArray(SPECIES, sum, FIRST);
        for (int i = 0; i < count * LANES; i += LANES) {
            DoubleVector loss = DoubleVector.fromArray(SPECIES, gap, FIRST + i)
                    .add(DoubleVector.fromArray(SPECIES, excess, FIRST + i));
            total = DoubleVector.fromArray(SPECIES, weights, weightAt + i).fma(loss, total);
        }
        total.intoArray(sum, FIRST);
    }

    @Override
    public void exp(double[] a, int from, int to) {
        VectorElementary.exp(a, from, to);
    }

    @Override
    public void softmaxShift(double[] z, int classCount, int count) {
        for (int i = 0, at = FIRST; i < count; i++, at += classCount * LANES) {
            DoubleVector top = DoubleVector.fromArray(SPECIES, z, at);
            for (int c = 1; c < classCount; c++) {
                DoubleVector value = DoubleVector.fromArray(SPECIES, z, at + c * LANES);
                top = top.blend(value, value.compare(VectorOperators.GT, top));
            }
            for (int c = 0; c < classCount; c++) {
                DoubleVector.fromArray(SPECIES, z, at + c * LANES).sub(top).intoArray(z, at + c * LANES);
            }
        }
    }

    @Override
    public void softmaxGradient(double[] z, int classCount, double[] labels, int labelAt, int count, double scale) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0, at = FIRST; i < count; i++, at += classCount * LANES) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i * LANES);
            DoubleVector own = zero;
            DoubleVector others = zero;
            DoubleVector k = zero;
            for (int c = 0; c < classCount; c++) {
                DoubleVector e = DoubleVector.fromArray(SPECIES, z, at + c * LANES);
                VectorMask<Double> isOwn = label.compare(VectorOperators.EQ, k);
                own = own.blend(e, isOwn);
                others = others.add(e.blend(zero, isOwn));
                k = k.add(one);
            }
            DoubleVector factor = DoubleVector.broadcast(SPECIES, scale).div(own.add(others));
            DoubleVector minusOthers = others.neg();
            k = zero;
            for (int c = 0; c < classCount; c++) {
                DoubleVector e = DoubleVector.fromArray(SPECIES, z, at + c * LANES);
                e.blend(minusOthers, label.compare(VectorOperators.EQ, k))
                        .mul(factor)
                        .intoArray(z, at + c * LANES);
                k = k.add(one);
            }
        }
    }

    @Override
    public void logisticShift(double[] z, int count, double[] e) {
        for (int i = FIRST; i < FIRST + count * LANES; i += LANES) {
            DoubleVector.fromArray(SPECIES, z, i).abs().neg().intoArray(e, i);
        }
    }

    @Override
    public void logisticGradient(double[] z, double[] e, double[] labels, int labelAt, int count, double scale) {
        DoubleVector unit = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0; i < count * LANES; i += LANES) {
            DoubleVector logit = DoubleVector.fromArray(SPECIES, z, FIRST + i);
            VectorMask<Double> one =
                    DoubleVector.fromArray(SPECIES, labels, labelAt + i).compare(VectorOperators.EQ, 1);
            DoubleVector margin = logit.neg().blend(logit, one);
            DoubleVector s = DoubleVector.fromArray(SPECIES, e, FIRST + i);
            DoubleVector wrong = s.blend(unit, margin.compare(VectorOperators.LT, 0))
                    .div(unit.add(s))
                    .mul(scale);
            wrong.blend(wrong.neg(), one).intoArray(z, FIRST + i);
        }
    }

    @Override
    public void weigh(double[] d, int classCount, double[] weights, int weightAt, int count) {
        for (int i = 0, at = FIRST; i < count; i++) {
            DoubleVector weight = DoubleVector.fromArray(SPECIES, weights, weightAt + i * LANES);
            for (int c = 0; c < classCount; c++, at += LANES) {
                DoubleVector.fromArray(SPECIES, d, at).mul(weight).intoArray(d, at);
            }
        }
    }
}
