package tandem.measures;

/**
 * How many of the steps t = 2..T move loss and number of correct examples in which direction.
 *
 * @param counts nine, {@code [sign of the loss step + 1][sign of the accuracy step + 1]}
 */
@SuppressWarnings("ArrayRecordComponent") // written once, then only read
record Signs(int[] counts) {
    private static final double TOLERANCE = 1e-12;

    static Signs of(Curve curve) {
        int[] counts = new int[9];
        for (int t = 2; t <= curve.epochCount(); t++) {
            int loss = sign(curve.loss(t - 1), curve.loss(t));
            counts[index(loss, Integer.signum(curve.correct(t) - curve.correct(t - 1)))]++;
        }
        return new Signs(counts);
    }

    /** 0 where the two differ by at most {@code 1e-12 max(1, |before|, |after|)}: what is left is rounding. */
    static int sign(double before, double after) {
        double step = after - before;
        double rounding = TOLERANCE * Math.max(1, Math.max(Math.abs(before), Math.abs(after)));
        return step > rounding ? 1 : step < -rounding ? -1 : 0;
    }

    private static int index(int loss, int accuracy) {
        return 3 * (loss + 1) + accuracy + 1;
    }

    /** Steps with these signs: -1 down, 0 same, 1 up. */
    int count(int loss, int accuracy) {
        return counts[index(loss, accuracy)];
    }

    /** Steps that move both up or both down: one of the two gets better, the other worse. */
    int discordant() {
        return count(1, 1) + count(-1, -1);
    }

    /** Steps that move one up and the other down: both get better, or both worse. */
    int concordant() {
        return count(1, -1) + count(-1, 1);
    }
}
