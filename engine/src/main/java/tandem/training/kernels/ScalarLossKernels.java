package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;

/** {@link LossKernels} as plain loops. */
record ScalarLossKernels(int lanes) implements LossKernels {

    @Override
    public void softmaxGaps(
            double[] z, int classCount, double[] labels, int labelAt, int count, double[] gap, double[] totals) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double label = labels[labelAt + i * lanes + lane];
                double top = z[at];
                double best = 0;
                double own = z[at];
                for (int c = 1; c < classCount; c++) {
                    double value = z[at + c * lanes];
                    best = value > top ? c : best;
                    top = value > top ? value : top;
                    own = label == c ? value : own;
                }
                int to = at - i * lanes;
                double last = z[at + (classCount - 1) * lanes];
                for (int c = 0; c < classCount - 1; c++) {
                    z[to + c * lanes] = (best == c ? last : z[at + c * lanes]) - top;
                }
                int row = FIRST + i * lanes + lane;
                gap[row] = top - own;
                totals[FIRST + LOSS * lanes + lane] += gap[row];
                totals[FIRST + CORRECT * lanes + lane] += best == label ? 1 : 0;
            }
        }
    }

    @Override
    public void softmaxExcess(double[] z, int otherCount, int count, double[] excess, double[] totals) {
        for (int lane = 0; lane < lanes; lane++) {
            double product = 0;
            for (int i = 0; i < count; i++) {
                int at = FIRST + i * otherCount * lanes + lane;
                double s = z[at];
                for (int c = 1; c < otherCount; c++) {
                    s += z[at + c * lanes];
                }
                excess[FIRST + i * lanes + lane] = s;
                product = Math.fma(product, s, product + s);
            }
            totals[FIRST + EXCESS * lanes + lane] = product;
        }
    }

    @Override
    public void logisticGaps(
            double[] z, double[] labels, int labelAt, int count, double[] gap, double[] e, double[] totals) {
        for (int i = 0; i < count * lanes; i++) {
            double margin = labels[labelAt + i] == 1 ? z[FIRST + i] : -z[FIRST + i];
            gap[FIRST + i] = margin > 0 ? 0 : -margin;
            e[FIRST + i] = -Math.abs(z[FIRST + i]);
            totals[FIRST + LOSS * lanes + i % lanes] += gap[FIRST + i];
        }
    }

    @Override
    public void logisticExcess(
            double[] z, double[] e, double[] labels, int labelAt, int count, double[] threshold, double[] totals) {
        for (int lane = 0; lane < lanes; lane++) {
            double product = 0;
            double correct = totals[FIRST + CORRECT * lanes + lane];
            for (int i = 0; i < count; i++) {
                int at = i * lanes + lane;
                double s = e[FIRST + at];
                double p = (z[FIRST + at] < 0 ? s : 1) / (1 + s);
                correct += (p > threshold[FIRST + lane] ? 1 : 0) == labels[labelAt + at] ? 1 : 0;
                product = Math.fma(product, s, product + s);
            }
            totals[FIRST + CORRECT * lanes + lane] = correct;
            totals[FIRST + EXCESS * lanes + lane] = product;
        }
    }

    @Override
    public void addLogs(double[] totals) {
        for (int lane = 0; lane < lanes; lane++) {
            int at = FIRST + EXCESS * lanes + lane;
            totals[at] = Elementary.log1p(totals[at]);
            totals[FIRST + LOSS * lanes + lane] += totals[at];
        }
    }

    @Override
    public void addWeighted(double[] gap, double[] excess, double[] weights, int weightAt, int count, double[] sum) {
        for (int i = 0; i < count * lanes; i++) {
            excess[FIRST + i] = Elementary.log1p(excess[FIRST + i]);
            double loss = gap[FIRST + i] + excess[FIRST + i];
            int lane = FIRST + i % lanes;
            sum[lane] = Math.fma(weights[weightAt + i], loss, sum[lane]);
        }
    }

    @Override
    public void exp(double[] a, int from, int to) {
        for (int i = from; i < to; i++) {
            a[i] = Elementary.exp(a[i]);
        }
    }

    @Override
    public void softmaxShift(double[] z, int classCount, int count) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double top = z[at];
                for (int c = 1; c < classCount; c++) {
                    top = z[at + c * lanes] > top ? z[at + c * lanes] : top;
                }
                for (int c = 0; c < classCount; c++) {
                    z[at + c * lanes] -= top;
                }
            }
        }
    }

    @Override
    public void softmaxGradient(double[] z, int classCount, double[] labels, int labelAt, int count, double scale) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double label = labels[labelAt + i * lanes + lane];
                double own = 0;
                double others = 0;
                for (int c = 0; c < classCount; c++) {
                    double e = z[at + c * lanes];
                    own = label == c ? e : own;
                    others += label == c ? 0 : e;
                }
                double factor = scale / (own + others);
                for (int c = 0; c < classCount; c++) {
                    z[at + c * lanes] = (label == c ? -others : z[at + c * lanes]) * factor;
                }
            }
        }
    }

    @Override
    public void logisticShift(double[] z, int count, double[] e) {
        for (int i = FIRST; i < FIRST + count * lanes; i++) {
            e[i] = -Math.abs(z[i]);
        }
    }

    @Override
    public void logisticGradient(double[] z, double[] e, double[] labels, int labelAt, int count, double scale) {
        for (int i = 0; i < count * lanes; i++) {
            boolean one = labels[labelAt + i] == 1;
            double margin = one ? z[FIRST + i] : -z[FIRST + i];
            double s = e[FIRST + i];
            double wrong = (margin < 0 ? 1 : s) / (1 + s) * scale;
            z[FIRST + i] = one ? -wrong : wrong;
        }
    }

    @Override
    public void weigh(double[] d, int classCount, double[] weights, int weightAt, int count) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < classCount * lanes; j++) {
                d[FIRST + i * classCount * lanes + j] *= weights[weightAt + i * lanes + j % lanes];
            }
        }
    }
}
