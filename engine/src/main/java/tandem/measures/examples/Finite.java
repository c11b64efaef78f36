package tandem.measures.examples;

import tandem.measures.Measured;
import tandem.measures.Reason;

/** A computed number as a measure: logits near the largest double can have a margin that is none. */
final class Finite {
    private static final Measured OVERFLOW = new Measured.Undefined(Reason.OVERFLOW);

    private Finite() {}

    static Measured of(double value) {
        return Double.isFinite(value) ? new Measured.Defined(value) : OVERFLOW;
    }
}
