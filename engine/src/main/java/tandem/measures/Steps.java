package tandem.measures;

/** Measures of the T - 1 steps from one epoch to the next. Accuracies are compared as counts. */
final class Steps {
    private Steps() {}

    /** {@code #(c_t = c_(t-1), t = 2..T) / (T - 1)}. */
    static double plateauShare(Curve curve) {
        int unchanged = 0;
        for (int t = 2; t <= curve.epochCount(); t++) {
            if (curve.correct(t) == curve.correct(t - 1)) {
                unchanged++;
            }
        }
        return (double) unchanged / (curve.epochCount() - 1);
    }
}
