package tandem.measures;

/** Where a trajectory is at its best; the first epoch of ties. */
final class Extremes {
    private Extremes() {}

    static int minLossEpoch(Curve curve) {
        int best = 1;
        for (int t = 2; t <= curve.epochCount(); t++) {
            if (curve.loss(t) < curve.loss(best)) {
                best = t;
            }
        }
        return best;
    }

    static int maxAccuracyEpoch(Curve curve) {
        int best = 1;
        for (int t = 2; t <= curve.epochCount(); t++) {
            if (curve.correct(t) > curve.correct(best)) {
                best = t;
            }
        }
        return best;
    }
}
