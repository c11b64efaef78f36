package tandem.analysis.claims;

import java.util.OptionalDouble;
import tandem.analysis.Rounded;
import tandem.tables.TableReader;

/**
 * A row of claims.csv, for people.
 *
 * @param claim its name
 * @param estimate down to the second digit of the interval's length; {@code -} where there is none
 * @param interval {@code exact} where chance has no part
 * @param n replicates
 * @param needed replicates that would decide an undecided claim; empty where nobody can say
 */
record VerdictRow(String claim, Verdict verdict, String estimate, String interval, String n, String needed) {
    static final String EXACT = "exact";
    /** Nobody will train more to decide a claim. */
    private static final long MOST_TOLD = 10_000;

    static VerdictRow of(TableReader.Fields fields) {
        var estimate = fields.number("estimate");
        var low = fields.number("ci_low");
        var high = fields.number("ci_high");
        boolean exact = fields.text("rule").equals(Rule.EXACT.text());
        return new VerdictRow(
                fields.text("claim"),
                fields.choice("verdict", Verdict.class),
                estimate.isPresent() ? rounded(estimate.getAsDouble(), low, high) : "-",
                exact ? EXACT : interval(low, high),
                fields.text("n"),
                fields.text("replicates_needed"));
    }

    /** What would decide it, as the end of a sentence; empty where nobody can say. */
    String remedy() {
        if (needed.isEmpty()) {
            return "";
        }
        return Long.parseLong(needed) > MOST_TOLD
                ? "the estimate lies next to the bound"
                : "about " + needed + " replicates would decide it";
    }

    private static String interval(OptionalDouble low, OptionalDouble high) {
        return (low.isPresent() ? "[" + rounded(low.getAsDouble(), low, high) : "(-inf")
                + ", "
                + (high.isPresent() ? rounded(high.getAsDouble(), low, high) + "]" : "inf)");
    }

    private static String rounded(double value, OptionalDouble low, OptionalDouble high) {
        double length = high.orElse(Double.NaN) - low.orElse(Double.NaN);
        return length > 0 && Double.isFinite(length) ? Rounded.toErrorOf(value, length) : Rounded.toFourDigits(value);
    }
}
