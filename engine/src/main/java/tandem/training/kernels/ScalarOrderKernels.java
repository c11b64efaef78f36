package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;

/** {@link OrderKernels} as plain loops. */
record ScalarOrderKernels(int lanes) implements OrderKernels {

    @Override
    public void draw(long[] states, long[] draws) {
        for (int i = 0; i < draws.length; i++) {
            long z = states[i % lanes] += GAMMA;
            z = (z ^ z >>> 30) * MIX1;
            z = (z ^ z >>> 27) * MIX2;
            z = z ^ z >>> 31;
            draws[i] = (z >>> 32) * (i / lanes + 1);
        }
    }

    @Override
    public void gather(double[] source, int[] from, int featureCount, double[] features, int stride, double[] labels) {
        for (int i = 0, to = FIRST; i < from.length; i += lanes, to += stride) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = from[i + lane];
                for (int f = 0; f < featureCount; f++) {
                    features[to + f * lanes + lane] = source[at + f];
                }
                labels[FIRST + i + lane] = source[at + featureCount];
            }
        }
    }

    @Override
    public void gatherColumn(double[] source, int[] from, int column, double[] target) {
        for (int i = 0; i < from.length; i++) {
            target[FIRST + i] = source[from[i] + column];
        }
    }
}
