package tandem.training.optimizer;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * {@code l2 * sum of squares + l1 * sum of absolute values} of the weights, and of the biases where {@code bias} says so. Its (sub)gradient
 * {@code 2 l2 w + l1 sign(w)}, with {@code sign(0) = 0}, joins the gradient of the objective before clipping.
 */
public record Penalty(double l2, double l1, boolean bias) {

    public static final Penalty NONE = new Penalty(0, 0, false);

    public Penalty {
        checkArgument(l2 >= 0 && Double.isFinite(l2), "l2 must be finite and not negative: %s", l2);
        checkArgument(l1 >= 0 && Double.isFinite(l1), "l1 must be finite and not negative: %s", l1);
    }
}
