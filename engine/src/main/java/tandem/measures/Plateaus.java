package tandem.measures;

/** Where the number of correct examples stands still. */
final class Plateaus {

    private Plateaus() {}

    /** {@code #(c_t = c_(t-1), t = 2..T) / (T - 1)}. */
    static double share(Curve curve) {
        int unchanged = 0;
        for (int t = 2; t <= curve.epochCount(); t++) {
            if (curve.correct(t) == curve.correct(t - 1)) {
                unchanged++;
            }
        }
        return (double) unchanged / (curve.epochCount() - 1);
    }

    /** Most epochs in a row with the same count. */
    static int longest(Curve curve) {
        int longest = 1;
        int length = 1;
        for (int t = 2; t <= curve.epochCount(); t++) {
            length = curve.correct(t) == curve.correct(t - 1) ? length + 1 : 1;
            longest = Math.max(longest, length);
        }
        return longest;
    }
}
