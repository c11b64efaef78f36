package tandem.measures;

/**
 * Between what bounds the loss of a calibrated predictor lies, given its errors.
 *
 * <p>With error share e and K classes: {@code 2 ln 2 e <= loss <= H_b(e) + e ln(K - 1)}, {@code H_b(e) = -e ln e - (1 -
 * e) ln(1 - e)}. The lower bound is Hellman and Raviv's (1970), the upper one Fano's; for K = 2 the upper one needs only
 * the confidences to be calibrated. The bounds are of expectations: on n examples even a calibrated predictor of
 * constant confidence exceeds the upper one always, by a chi-squared variable of one degree of freedom over 2 n, so that
 * only an excess above {@link #margin} says something.
 *
 * @param low nats
 * @param high nats; below {@code low} where no calibrated predictor makes so many errors
 */
record CalibratedBand(double low, double high) {
    /** The 95 % quantile of the chi-squared distribution with one degree of freedom. */
    private static final double QUANTILE = 3.84;

    /** Widths up to this are rounding. */
    private static final double TOLERANCE = 1e-12;

    /** @param correct of n examples */
    static CalibratedBand of(int correct, int n, int classCount) {
        double accuracy = (double) correct / n;
        double error = (double) (n - correct) / n;
        double high = entropyTerm(error) + entropyTerm(accuracy) + error * StrictMath.log(classCount - 1);
        return new CalibratedBand(2 * StrictMath.log(2) * error, high);
    }

    /** The band at the errors of an epoch. */
    static CalibratedBand of(SplitResult result, int epoch) {
        var curve = result.curve();
        return of(curve.correct(epoch), curve.exampleCount(), result.classCount());
    }

    private static double entropyTerm(double share) {
        return share == 0 ? 0 : -share * StrictMath.log(share);
    }

    /**
     * 0.05 is about the chance that a calibrated predictor of constant confidence has a larger excess. Numbers of errors
     * are whole, so that it is 0.03 to 0.08 where 5 or more of the n examples are expected to be wrong, and up to 0.18
     * where 1.9 are.
     */
    static double margin(int n) {
        return QUANTILE / (2.0 * n);
    }

    /** D. */
    double excess(double loss) {
        return loss - high;
    }

    /** b, 0 to 1 inside the band. */
    Measured position(double loss) {
        if (low == 0) {
            return new Measured.Undefined(Reason.NO_ERRORS);
        }
        return high - low <= TOLERANCE
                ? new Measured.Undefined(Reason.NO_BAND)
                : Measured.ofComputed((loss - low) / (high - low));
    }
}
