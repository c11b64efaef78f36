package tandem.training.data;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share of examples as a number of them. */
public final class ExactCount {
    private ExactCount() {}

    /** {@code round(share * total)}, half up, in decimal as the user wrote the share: in binary 0.145 * 100 is below 14.5. */
    public static int of(double share, int total) {
        return BigDecimal.valueOf(share)
                .multiply(BigDecimal.valueOf(total))
                .setScale(0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
