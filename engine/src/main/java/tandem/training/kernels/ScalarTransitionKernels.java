package tandem.training.kernels;

import static tandem.training.kernels.Layout.FIRST;

/** {@link TransitionKernels} as plain loops. */
record ScalarTransitionKernels(int lanes) implements TransitionKernels {

    @Override
    public void columns(double[] matrix, int classCount, double[] labels, int labelAt, int count, double[] columns) {
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < classCount * lanes; j++) {
                double label = labels[labelAt + i * lanes + j % lanes];
                double entry = 0;
                for (int y = 0; y < classCount; y++) {
                    int row = j / lanes * classCount + y;
                    entry = label == y ? matrix[FIRST + row * lanes + j % lanes] : entry;
                }
                columns[FIRST + i * classCount * lanes + j] = entry;
            }
        }
    }

    @Override
    public void reach(double[] z, double[] columns, int classCount, int count, double[] reached, double[] gap) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double top = Double.NEGATIVE_INFINITY;
                for (int c = at; c < at + classCount * lanes; c += lanes) {
                    reached[c] = columns[c] > 0 ? z[c] : Double.NEGATIVE_INFINITY;
                    top = reached[c] > top ? reached[c] : top;
                }
                for (int c = at; c < at + classCount * lanes; c += lanes) {
                    reached[c] -= top;
                }
                gap[FIRST + i * lanes + lane] = -top;
            }
        }
    }

    @Override
    public void excesses(
            double[] z, double[] columns, int classCount, int count, double[] reached, double[] gap, double[] excess) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                int row = FIRST + i * lanes + lane;
                double all = 0;
                double part = 0;
                double lost = 0;
                for (int c = at; c < at + classCount * lanes; c += lanes) {
                    all += z[c];
                    lost = Math.fma(z[c], 1 - columns[c], lost);
                    reached[c] *= columns[c];
                    part += reached[c];
                }
                excess[row] = (gap[row] == 0 ? lost : all - part) / part;
            }
        }
    }

    @Override
    public void gradient(
            double[] z, double[] reached, int classCount, double[] labels, int labelAt, int count, double scale) {
        for (int i = 0; i < count; i++) {
            for (int lane = 0; lane < lanes; lane++) {
                int at = FIRST + i * classCount * lanes + lane;
                double label = labels[labelAt + i * lanes + lane];
                double all = 0;
                double part = 0;
                for (int c = at; c < at + classCount * lanes; c += lanes) {
                    all += z[c];
                    part += reached[c];
                }
                double others = 0;
                for (int c = 0; c < classCount; c++) {
                    int to = at + c * lanes;
                    z[to] = (z[to] / all - reached[to] / part) * scale;
                    others += label == c ? 0 : z[to];
                }
                for (int c = 0; c < classCount; c++) {
                    z[at + c * lanes] = label == c ? -others : z[at + c * lanes];
                }
            }
        }
    }
}
