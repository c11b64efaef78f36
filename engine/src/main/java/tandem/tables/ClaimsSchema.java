package tandem.tables;

import com.google.common.collect.ImmutableList;

/** claims.csv: one row per claim of the scenario, in its order. */
public final class ClaimsSchema {
    private static final String UNIT = "the measure's";

    private ClaimsSchema() {}

    public static TableSchema claims() {
        return TableSchema.of(
                ResultFile.CLAIMS,
                ImmutableList.of(
                        Column.text("claim", "", "name of the claim in the scenario"),
                        Column.text(
                                "verdict",
                                "holds, fails, undecided",
                                "holds: every number of the interval satisfies the claim; fails: none does; undecided:"
                                        + " some do, or fewer than two replicates or over 5 % without a value"),
                        Column.number(
                                "estimate",
                                UNIT,
                                "",
                                "the claim's statistic over the replicates that have a value in all cells of the"
                                        + " claim, each cell counting the same; of their differences where levels or"
                                        + " columns are compared, rounding (1e-12) taken as 0, for a trend at the step"
                                        + " that decides; a share for the statistic share; undefined without such a"
                                        + " replicate"),
                        Column.number("ci_low", UNIT, "", end("lower")),
                        Column.number("ci_high", UNIT, "", end("upper")),
                        Column.integer("n", "replicates", "[0, replicates]", "replicates with a value in all cells"),
                        Column.text(
                                "rule",
                                "student_t, order_statistics, clopper_pearson, exact",
                                "how the interval was found: student_t for means, order_statistics for medians and"
                                    + " quantiles (by the binomial distribution), clopper_pearson for shares, and for"
                                    + " means of what is 0 or 1; exact where no random stream has a part in the"
                                    + " values: the interval is the point"),
                        replicatesNeeded()));
    }

    private static Column replicatesNeeded() {
        return Column.integer(
                "replicates_needed",
                "replicates",
                "[2, 100000]",
                "about how many replicates would decide an undecided claim with a chance of 0.9 if the"
                        + " truth is the estimate: n ((1 + z(0.9) / q) h / d)^2 rounded up, with d from"
                        + " the estimate to the nearest bound, h from the estimate to the interval's"
                        + " end on that side, q the quantile of Student's t behind the interval (of the"
                        + " normal distribution for the other rules); for a mean this is ((t + z(0.9))"
                        + " sd / d)^2; empty unless undecided, where undefined values are the reason,"
                        + " where that end is open, and beyond 100000");
    }

    private static String end(String which) {
        return which + " end of the interval at level 1 - (1 - confidence) / m with m statistical claims in the"
                + " scenario, for a trend divided by its number of steps too; empty where the interval is open on this"
                + " side since so few replicates bound nothing there";
    }
}
