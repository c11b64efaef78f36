package tandem.claims;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * Two levels of a factor whose values are compared replicate by replicate: {@code to} minus {@code from}.
 *
 * @param from as in cells.csv; so is {@code to}
 */
public record Contrast(String factor, String from, String to) {
    public Contrast {
        checkArgument(!from.equals(to), "a contrast needs two levels: %s", from);
    }
}
