package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;
import static tandem.training.kernels.VectorLanes.LANES;
import static tandem.training.kernels.VectorLanes.SPECIES;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/** {@link TransitionKernels} on vectors. */
final class VectorTransitionKernels implements TransitionKernels {

    @Override
    public void columns(double[] matrix, int classCount, double[] labels, int labelAt, int count, double[] columns) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        for (int i = 0, to = FIRST; i < count * LANES; i += LANES) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i);
            for (int c = 0, at = FIRST; c < classCount; c++, to += LANES) {
                DoubleVector entry = DoubleVector.zero(SPECIES);
                DoubleVector k = DoubleVector.zero(SPECIES);
                for (int y = 0; y < classCount; y++, at += LANES) {
                    DoubleVector value = DoubleVector.fromArray(SPECIES, matrix, at);
                    entry = entry.blend(value, label.compare(VectorOperators.EQ, k));
                    k = k.add(one);
                }
                entry.intoArray(columns, to);
            }
        }
    }

    @Override
    public void reach(double[] z, double[] columns, int classCount, int count, double[] reached, double[] gap) {
        DoubleVector never = DoubleVector.broadcast(SPECIES, Double.NEGATIVE_INFINITY);
        int width = classCount * LANES;
        for (int i = 0, at = FIRST; i < count * LANES; i += LANES, at += width) {
            DoubleVector top = never;
            for (int c = at; c < at + width; c += LANES) {
                VectorMask<Double> isReached =
                        DoubleVector.fromArray(SPECIES, columns, c).compare(VectorOperators.GT, 0);
                DoubleVector value = never.blend(DoubleVector.fromArray(SPECIES, z, c), isReached);
                value.intoArray(reached, c);
                top = top.blend(value, value.compare(VectorOperators.GT, top));
            }
            for (int c = at; c < at + width; c += LANES) {
                DoubleVector.fromArray(SPECIES, reached, c).sub(top).intoArray(reached, c);
            }
            top.neg().intoArray(gap, FIRST + i);
        }
    }

    @Override
    public void excesses(
            double[] z, double[] columns, int classCount, int count, double[] reached, double[] gap, double[] excess) {
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        int width = classCount * LANES;
        for (int i = 0, at = FIRST; i < count * LANES; i += LANES, at += width) {
            DoubleVector all = DoubleVector.zero(SPECIES);
            DoubleVector part = DoubleVector.zero(SPECIES);
            DoubleVector lost = DoubleVector.zero(SPECIES);
            for (int c = at; c < at + width; c += LANES) {
                DoubleVector e = DoubleVector.fromArray(SPECIES, z, c);
                DoubleVector column = DoubleVector.fromArray(SPECIES, columns, c);
                all = all.add(e);
                lost = e.fma(one.sub(column), lost);
                DoubleVector share = DoubleVector.fromArray(SPECIES, reached, c).mul(column);
                share.intoArray(reached, c);
                part = part.add(share);
            }
            VectorMask<Double> isTop =
                    DoubleVector.fromArray(SPECIES, gap, FIRST + i).compare(VectorOperators.EQ, 0);
            all.sub(part).blend(lost, isTop).div(part).intoArray(excess, FIRST + i);
        }
    }

    @Override
    public void gradient(
            double[] z, double[] reached, int classCount, double[] labels, int labelAt, int count, double scale) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        int width = classCount * LANES;
        for (int i = 0, at = FIRST; i < count * LANES; i += LANES, at += width) {
            DoubleVector label = DoubleVector.fromArray(SPECIES, labels, labelAt + i);
            DoubleVector all = zero;
            DoubleVector part = zero;
            for (int c = at; c < at + width; c += LANES) {
                all = all.add(DoubleVector.fromArray(SPECIES, z, c));
                part = part.add(DoubleVector.fromArray(SPECIES, reached, c));
            }
            DoubleVector others = zero;
            DoubleVector k = zero;
            for (int c = at; c < at + width; c += LANES) {
                DoubleVector d = DoubleVector.fromArray(SPECIES, z, c)
                        .div(all)
                        .sub(DoubleVector.fromArray(SPECIES, reached, c).div(part))
                        .mul(scale);
                d.intoArray(z, c);
                others = others.add(d.blend(zero, label.compare(VectorOperators.EQ, k)));
                k = k.add(one);
            }
            DoubleVector own = others.neg();
            k = zero;
            for (int c = at; c < at + width; c += LANES) {
                DoubleVector d = DoubleVector.fromArray(SPECIES, z, c);
                d.blend(own, label.compare(VectorOperators.EQ, k)).intoArray(z, c);
                k = k.add(one);
            }
        }
    }
}
