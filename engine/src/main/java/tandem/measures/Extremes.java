package tandem.measures;

/**
 * Where a trajectory of one or more epochs is at its best. The peaks are the epochs of the largest number of correct
 * examples; ties are the rule there.
 *
 * @param minLossEpoch t_L, the first epoch of the smallest loss
 * @param firstPeak the first peak
 * @param lastPeak the last peak
 * @param peakCount how many there are
 * @param nearestPeak the peak nearest to t_L; of two as near, the earlier
 * @param lowestPeak the first of the peaks with the smallest loss
 * @param highestPeak the first of the peaks with the largest loss
 */
record Extremes(
        int minLossEpoch,
        int firstPeak,
        int lastPeak,
        int peakCount,
        int nearestPeak,
        int lowestPeak,
        int highestPeak) {

    static Extremes of(Curve curve) {
        int minLossEpoch = 1;
        int firstPeak = 1;
        for (int t = 2; t <= curve.epochCount(); t++) {
            if (curve.loss(t) < curve.loss(minLossEpoch)) {
                minLossEpoch = t;
            }
            if (curve.correct(t) > curve.correct(firstPeak)) {
                firstPeak = t;
            }
        }
        int last = firstPeak;
        int count = 0;
        int nearest = firstPeak;
        int lowest = firstPeak;
        int highest = firstPeak;
        for (int t = firstPeak; t <= curve.epochCount(); t++) {
            if (curve.correct(t) == curve.correct(firstPeak)) {
                last = t;
                count++;
                nearest = Math.abs(t - minLossEpoch) < Math.abs(nearest - minLossEpoch) ? t : nearest;
                lowest = curve.loss(t) < curve.loss(lowest) ? t : lowest;
                highest = curve.loss(t) > curve.loss(highest) ? t : highest;
            }
        }
        return new Extremes(minLossEpoch, firstPeak, last, count, nearest, lowest, highest);
    }
}
