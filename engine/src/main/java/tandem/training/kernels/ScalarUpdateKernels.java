package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;

/** {@link UpdateKernels} as plain loops. */
record ScalarUpdateKernels(int lanes) implements UpdateKernels {

    private int row(int index, int lane) {
        return FIRST + index * lanes + lane;
    }

    @Override
    public void addPenalty(double[] w, double[] g, int from, int to, double[] twiceL2, double[] l1) {
        for (int i = from; i < to; i++) {
            int lane = FIRST + (i - from) % lanes;
            double sign = w[i] > 0 ? l1[lane] : w[i] < 0 ? -l1[lane] : 0;
            g[i] += Math.fma(twiceL2[lane], w[i], sign);
        }
    }

    @Override
    public void squares(double[] a, int from, int to, double[] out) {
        for (int lane = 0; lane < lanes; lane++) {
            double s0 = 0;
            double s1 = 0;
            double s2 = 0;
            double s3 = 0;
            int i = from + lane;
            for (; i + 3 * lanes < to; i += 4 * lanes) {
                s0 = Math.fma(a[i], a[i], s0);
                s1 = Math.fma(a[i + lanes], a[i + lanes], s1);
                s2 = Math.fma(a[i + 2 * lanes], a[i + 2 * lanes], s2);
                s3 = Math.fma(a[i + 3 * lanes], a[i + 3 * lanes], s3);
            }
            s0 = i < to ? Math.fma(a[i], a[i], s0) : s0;
            s1 = i + lanes < to ? Math.fma(a[i + lanes], a[i + lanes], s1) : s1;
            s2 = i + 2 * lanes < to ? Math.fma(a[i + 2 * lanes], a[i + 2 * lanes], s2) : s2;
            out[FIRST + lane] = (s0 + s1) + (s2 + s3);
        }
    }

    @Override
    public void magnitudes(double[] a, int from, int to, double[] out) {
        for (int lane = 0; lane < lanes; lane++) {
            double sum = 0;
            for (int i = from + lane; i < to; i += lanes) {
                sum += Math.abs(a[i]);
            }
            out[FIRST + lane] = sum;
        }
    }

    @Override
    public void finiteness(double[] a, int from, int to, double[] out) {
        for (int lane = 0; lane < lanes; lane++) {
            double sum = 0;
            for (int i = from + lane; i < to; i += lanes) {
                sum = Math.fma(a[i], 0, sum);
            }
            out[FIRST + lane] = sum;
        }
    }

    @Override
    public void addNorm(double[] norm, double[] sum) {
        for (int i = FIRST; i < FIRST + lanes; i++) {
            norm[i] = Math.sqrt(norm[i]);
            sum[i] += norm[i];
        }
    }

    @Override
    public void clipByNorm(double[] g, int from, int to, double[] norm, double[] bound) {
        for (int i = from; i < to; i++) {
            int lane = FIRST + (i - from) % lanes;
            g[i] *= bound[lane] / (norm[lane] < bound[lane] ? bound[lane] : norm[lane]);
        }
    }

    @Override
    public void clipByValue(double[] g, int from, int to, double[] bound) {
        for (int i = from; i < to; i++) {
            double limit = bound[FIRST + (i - from) % lanes];
            double low = g[i] < -limit ? -limit : g[i];
            g[i] = low > limit ? limit : low;
        }
    }

    @Override
    public void descend(double[] w, double[] g, int from, int to, double[] rate) {
        for (int i = from; i < to; i++) {
            w[i] = Math.fma(-rate[FIRST + (i - from) % lanes], g[i], w[i]);
        }
    }

    @Override
    public void accelerate(double[] b, double[] g, int from, int to, double[] momentum) {
        for (int i = from; i < to; i++) {
            b[i] = Math.fma(momentum[FIRST + (i - from) % lanes], b[i], g[i]);
        }
    }

    @Override
    public void descendAhead(double[] w, double[] g, double[] b, int from, int to, double[] rate, double[] momentum) {
        for (int i = from; i < to; i++) {
            int lane = FIRST + (i - from) % lanes;
            w[i] = Math.fma(-rate[lane], Math.fma(momentum[lane], b[i], g[i]), w[i]);
        }
    }

    @Override
    public void rmsProp(double[] w, double[] g, double[] v, int from, int to, double[] f) {
        for (int i = from; i < to; i++) {
            int lane = (i - from) % lanes;
            v[i] = Math.fma(f[row(DECAY, lane)], v[i], f[row(ONE_MINUS_DECAY, lane)] * g[i] * g[i]);
            double root = Math.sqrt(v[i] + f[row(INSIDE, lane)]) + f[row(OUTSIDE, lane)];
            w[i] -= f[row(RMS_RATE, lane)] * g[i] / root;
        }
    }

    @Override
    public void scale(double[] a, int from, int to, double[] factor) {
        for (int i = from; i < to; i++) {
            a[i] *= factor[FIRST + (i - from) % lanes];
        }
    }

    @Override
    public void average(double[] a, double[] w, int from, int to, double[] decay, double[] rest) {
        for (int i = from; i < to; i++) {
            int lane = FIRST + (i - from) % lanes;
            a[i] = Math.fma(decay[lane], a[i], rest[lane] * w[i]);
        }
    }

    @Override
    public void adamFactors(double[] f) {
        for (int lane = 0; lane < lanes; lane++) {
            f[row(BETA1_POWER, lane)] *= f[row(BETA1, lane)];
            f[row(BETA2_POWER, lane)] *= f[row(BETA2, lane)];
            double root = Math.sqrt(1 - f[row(BETA2_POWER, lane)]);
            f[row(STEP_SIZE, lane)] = f[row(LEARNING_RATE, lane)] * root / (1 - f[row(BETA1_POWER, lane)]);
            f[row(STEP_EPSILON, lane)] = Math.fma(f[row(EPSILON_SCALED, lane)], root, f[row(EPSILON_FIXED, lane)]);
        }
    }

    @Override
    public void adam(double[] w, double[] g, double[] m, double[] v, int from, int to, double[] f) {
        for (int i = from; i < to; i++) {
            int lane = (i - from) % lanes;
            m[i] = Math.fma(f[row(BETA1, lane)], m[i], f[row(ONE_MINUS_BETA1, lane)] * g[i]);
            v[i] = Math.fma(f[row(BETA2, lane)], v[i], f[row(ONE_MINUS_BETA2, lane)] * g[i] * g[i]);
            w[i] -= f[row(STEP_SIZE, lane)] * m[i] / (Math.sqrt(v[i]) + f[row(STEP_EPSILON, lane)]);
        }
    }
}
