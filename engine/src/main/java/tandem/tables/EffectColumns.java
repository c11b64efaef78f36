package tandem.tables;

import com.google.common.collect.ImmutableList;

/** Columns of effects.csv. */
final class EffectColumns {

    private EffectColumns() {}

    static ImmutableList<Column> keys() {
        return ImmutableList.of(
                Column.text(
                        "factor",
                        "factors of two levels or more; replicate",
                        "what varies; named variants are one factor; replicate is the block of runs that share random"
                                + " streams"),
                Column.text("other", "factors", "second factor of an interaction; empty otherwise"),
                Column.text(
                        "statistic",
                        "eta_squared, difference",
                        "eta_squared: share of the measure's sum of squares over all runs. difference: a level of the"
                                + " factor minus its first level, averaged over the levels of the other factors"),
                Column.text("measure", "", "the column of runs.csv; those without any value are left out"),
                Column.text("from", "levels", "first level of the factor; empty for eta_squared"),
                Column.text("to", "levels", "the level it is compared with; empty for eta_squared"));
    }

    static ImmutableList<Column> values() {
        return ImmutableList.of(
                Column.integer(
                        "n",
                        "",
                        "[0, runs]",
                        "eta_squared: runs with a value; difference: replicates in which all cells compared have one"),
                Column.number(
                        "estimate",
                        "1, or the measure's",
                        "",
                        "eta_squared: SS / SS_total of the balanced analysis of variance, in [0, 1]; undefined as"
                                + " INCOMPLETE_GRID unless every combination of levels is there and every run has a"
                                + " value, CONSTANT where the runs do not differ. difference: mean over the n"
                                + " replicates, pairs of cells agreeing in all other factors, rounding (1e-12) taken as"
                                + " 0; undefined as INCOMPLETE_GRID without such a pair, TOO_FEW where n = 0"),
                Column.number(
                        "ci_low",
                        "the measure's",
                        "",
                        "lower end of the 95 % confidence interval; empty for eta_squared and where the scenario has"
                                + " one replicate; undefined (TOO_FEW) where n < 2"),
                Column.number("ci_high", "the measure's", "", "upper end; empty or undefined as ci_low"),
                Column.text(
                        "ci_method",
                        "student_t",
                        "student_t: mean -+ t(0.975; n - 1) sd / sqrt(n) of the paired differences; empty without"
                                + " interval"),
                Column.text(
                        "quadrant",
                        "both_better, loss_better_accuracy_worse, loss_worse_accuracy_better, both_worse, undecided",
                        "what the level does to loss and accuracy of the split together, on the rows of both; undecided"
                                + " where an interval contains 0 or there is none; empty for eta_squared"));
    }
}
