package tandem.experiment.scenario.factor;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import tandem.experiment.scenario.schema.Checker;
import tandem.experiment.scenario.schema.KeyPath;
import tandem.experiment.scenario.schema.Numbers;
import tandem.experiment.scenario.schema.Problems;
import tandem.experiment.scenario.schema.RangeKeys;
import tandem.experiment.scenario.yaml.Node;

/**
 * Levels written as a range. Linear levels are the doubles nearest to their decimal values, {@code from + i * step}; logarithmic ones are
 * {@code exp(ln from + i (ln to - ln from) / (count - 1))} by StrictMath with exact ends.
 */
final class RangeReader {
    private static final int LARGEST_SCALE = 400;
    private static final int INTEGER_DIGITS = 15;

    private final Problems problems;

    RangeReader(Problems problems) {
        this.problems = problems;
    }

    /** Empty when the range is wrong (and reported). */
    ImmutableList<Node> levels(Node.Entries range, KeyPath path) {
        var quiet = new Problems();
        Node checked = new Checker(quiet).check(RangeKeys.FIELDS, range, path);
        problems.addAll(quiet.inFileOrder());
        if (!quiet.isEmpty() || !(checked instanceof Node.Entries resolved)) {
            return ImmutableList.of();
        }
        BigDecimal from = decimal(range, "from", path);
        BigDecimal to = decimal(range, "to", path);
        if (from == null || to == null) {
            return ImmutableList.of();
        }
        boolean log = resolved.find("scale") instanceof Node.Scalar scale
                && scale.text().equals("log");
        boolean stepped = range.find("step") != null;
        if (stepped == (range.find("count") != null) || (stepped && log)) {
            return reject(
                    range,
                    path,
                    log ? "a log range needs from, to and count" : "a range needs from, to and either step or count");
        }
        if (from.compareTo(to) == 0) {
            return reject(range, path, "from and to are equal; write a list with one level");
        }
        return stepped ? stepped(range, from, to, path) : counted(range, from, to, log, path);
    }

    private ImmutableList<Node> stepped(Node.Entries range, BigDecimal from, BigDecimal to, KeyPath path) {
        BigDecimal step = decimal(range, "step", path);
        if (step == null) {
            return ImmutableList.of();
        }
        BigDecimal distance = to.subtract(from);
        if (step.signum() != distance.signum()) {
            return reject(
                    range,
                    path,
                    "the step " + step + " does not lead from " + from + " to " + to + "; change its sign or size");
        }
        BigDecimal steps = distance.divide(step, MathContext.DECIMAL128);
        if (steps.compareTo(BigDecimal.valueOf(RangeKeys.MOST_LEVELS - 1)) > 0) {
            return reject(range, path, "more than " + RangeKeys.MOST_LEVELS + " levels; take a larger step");
        }
        int count = steps.setScale(0, RoundingMode.DOWN).intValueExact();
        BigDecimal last = from.add(step.multiply(BigDecimal.valueOf(count)));
        if (last.compareTo(to) != 0) {
            return reject(
                    range,
                    path,
                    "steps of " + step + " from " + from + " pass by " + to + "; write 'to: " + last.toPlainString()
                            + "'");
        }
        boolean whole = isWhole(range, "from") && isWhole(range, "step");
        return list(range, count + 1, i -> text(from.add(step.multiply(BigDecimal.valueOf(i))), whole));
    }

    private ImmutableList<Node> counted(Node.Entries range, BigDecimal from, BigDecimal to, boolean log, KeyPath path) {
        int last = Math.toIntExact(Numbers.whole((Node.Scalar) requireNonNull(range.find("count")))
                        .orElseThrow())
                - 1;
        boolean whole = isWhole(range, "from") && isWhole(range, "to");
        if (!log) {
            BigDecimal distance = to.subtract(from);
            return list(
                    range,
                    last + 1,
                    i -> text(
                            from.add(distance.multiply(BigDecimal.valueOf(i))
                                    .divide(BigDecimal.valueOf(last), MathContext.DECIMAL128)),
                            whole));
        }
        double low = from.doubleValue();
        double high = to.doubleValue();
        if (!(low > 0 && high > 0)) {
            return reject(range, path, "a log range needs from and to above 0");
        }
        double start = StrictMath.log(low);
        double width = StrictMath.log(high) - start;
        return list(
                range,
                last + 1,
                i -> i == 0 || i == last
                        ? text(i == 0 ? from : to, whole)
                        : Double.toString(StrictMath.exp(start + i * width / last)));
    }

    private static ImmutableList<Node> list(Node.Entries range, int count, IntFunction<String> text) {
        var levels = ImmutableList.<Node>builderWithExpectedSize(count);
        for (int i = 0; i < count; i++) {
            levels.add(new Node.Scalar(text.apply(i), true, range.place()));
        }
        return levels.build();
    }

    /** Whole numbers stay whole where the range is written in whole numbers, so that counts are counts and 1.0 stays a share. */
    private static String text(BigDecimal value, boolean whole) {
        BigDecimal shortest = value.stripTrailingZeros();
        boolean integer = shortest.scale() <= 0 && shortest.precision() - shortest.scale() <= INTEGER_DIGITS;
        return whole && integer ? shortest.toPlainString() : Double.toString(value.doubleValue());
    }

    private static boolean isWhole(Node.Entries range, String key) {
        return range.find(key) instanceof Node.Scalar scalar && Numbers.isWhole(scalar);
    }

    private @Nullable BigDecimal decimal(Node.Entries range, String key, KeyPath path) {
        if (!(range.find(key) instanceof Node.Scalar scalar)) {
            return null;
        }
        var value = new BigDecimal(scalar.text());
        // Sums of decimals as far apart as 1e9 and 1e-999999999 would fill the memory with digits.
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            problems.add(scalar.place(), path.child(key), "is too small to count in: " + scalar.text());
            return null;
        }
        return value;
    }

    private ImmutableList<Node> reject(Node.Entries range, KeyPath path, String message) {
        problems.add(range.place(), path, message);
        return ImmutableList.of();
    }
}
