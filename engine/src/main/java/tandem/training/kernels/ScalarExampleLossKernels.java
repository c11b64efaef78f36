package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;

/** {@link ExampleLossKernels} as plain loops. */
record ScalarExampleLossKernels(int lanes) implements ExampleLossKernels {

    @Override
    public void gaps(double[] z, int classCount, double[] labels, int labelAt, int count, double[] gap) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double label = labels[labelAt + i * lanes + lane];
                double own = 0;
                for (int c = 0; c < classCount; c++) {
                    own = label == c ? z[at + c * lanes] : own;
                }
                gap[FIRST + i * lanes + lane] = -own;
            }
        }
    }

    @Override
    public void leads(double[] z, int classCount, double[] labels, int labelAt, int count, double[] lead) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double label = labels[labelAt + i * lanes + lane];
                double own = 0;
                double sum = 0;
                for (int c = 0; c < classCount; c++) {
                    double value = z[at + c * lanes];
                    own = label == c ? value : own;
                    sum += value;
                }
                lead[FIRST + i * lanes + lane] = own - sum / classCount;
            }
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
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                int row = FIRST + i * lanes + lane;
                double label = labels[labelAt + i * lanes + lane];
                double own = 0;
                double others = 0;
                for (int c = 0; c < classCount; c++) {
                    double e = z[at + c * lanes];
                    own = label == c ? e : own;
                    others += label == c ? 0 : e;
                }
                rest[row] = others / (own + others);
                excess[row] = gap[row] == 0 ? others : others - 1 + own;
            }
        }
    }

    @Override
    public void addLogs(double[] a, double[] excess, int count) {
        for (int i = FIRST; i < FIRST + count * lanes; i++) {
            excess[i] = Elementary.log1p(excess[i]);
            a[i] += excess[i];
        }
    }

    @Override
    public void likelihoods(double[] loss, double[] exponent, double scale, int count, double[] out) {
        for (int i = 0; i < count * lanes; i++) {
            out[FIRST + i] = scale * Elementary.exp(-exponent[FIRST + i % lanes] * loss[FIRST + i]);
        }
    }

    @Override
    public void generalize(double[] loss, double[] q, double scale, int count) {
        for (int i = 0; i < count * lanes; i++) {
            double exponent = q[FIRST + i % lanes];
            double t = Elementary.tanh(exponent * 0.5 * loss[FIRST + i]);
            loss[FIRST + i] = 2 * scale / exponent * t / (1 + t);
        }
    }

    @Override
    public void powers(double[] a, double[] exponent, int count) {
        for (int i = 0; i < count * lanes; i++) {
            double value = a[FIRST + i];
            double power = Elementary.exp(exponent[FIRST + i % lanes] * Elementary.log(value));
            a[FIRST + i] = value == 0 ? 0 : power;
        }
    }

    @Override
    public void focalFactors(
            double[] power, double[] likelihood, double[] loss, double[] rest, double[] gamma, int count) {
        for (int i = 0; i < count * lanes; i++) {
            int at = FIRST + i;
            double slope = likelihood[at] * (loss[at] / rest[at]);
            double factor = power[at] * Math.fma(gamma[FIRST + i % lanes], slope, 1);
            power[at] = rest[at] == 0 ? 0 : factor;
        }
    }

    @Override
    public void multiply(double[] a, double[] b, int count) {
        for (int i = FIRST; i < FIRST + count * lanes; i++) {
            a[i] *= b[i];
        }
    }

    @Override
    public void addScaled(double[] a, double[] b, double[] factor, int count) {
        for (int i = 0; i < count * lanes; i++) {
            a[FIRST + i] = Math.fma(factor[FIRST + i % lanes], b[FIRST + i], a[FIRST + i]);
        }
    }

    @Override
    public void addTo(double[] sum, double[] a, int count) {
        for (int i = 0; i < count * lanes; i++) {
            sum[FIRST + i % lanes] += a[FIRST + i];
        }
    }

    @Override
    public void smooth(
            double[] d, int classCount, double[] labels, int labelAt, int count, double[] share, double scale) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double label = labels[labelAt + i * lanes + lane];
                double other = share[FIRST + lane] * scale;
                double own = other * (1 - classCount);
                for (int c = 0; c < classCount; c++) {
                    d[at + c * lanes] -= label == c ? own : other;
                }
            }
        }
    }
}
