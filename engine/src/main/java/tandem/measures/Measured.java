package tandem.measures;

import static com.google.common.base.Preconditions.checkArgument;

/** The outcome of a measure: a finite number, or the reason why there is none. Never 0 for "none", never NaN. */
public sealed interface Measured {

    /** A finite value. */
    record Defined(double value) implements Measured {
        public Defined {
            checkArgument(Double.isFinite(value), "a defined measure must be finite: %s", value);
        }
    }

    /** No value. */
    record Undefined(Reason reason) implements Measured {}

    /** The number, or {@link Reason#OVERFLOW} where arithmetic on finite numbers left the range of double. */
    static Measured ofComputed(double value) {
        return Double.isFinite(value) ? new Defined(value) : new Undefined(Reason.OVERFLOW);
    }
}
