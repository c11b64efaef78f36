package tandem.tables;

import com.google.common.collect.ImmutableList;

/** Columns of correlations.csv. */
final class CorrelationColumns {

    private CorrelationColumns() {}

    static ImmutableList<Column> keys() {
        return ImmutableList.of(
                Column.text(
                        "level",
                        "within_run, across_replicates, across_cells",
                        "what loss and accuracy are correlated over: the epochs of a run (then averaged over runs), the"
                                + " replicates of a cell at the last epoch, or the cells by their mean final values."
                                + " Three questions, of which each may have a sign of its own"),
                Column.integer(
                        "cell",
                        "",
                        "[0, cells)",
                        "the cell; empty on rows over all cells of the stratum. within_run has rows for cells where"
                                + " there are 2 replicates or more, across_replicates has rows where there are 4"),
                Column.text(
                        "stratum",
                        "all, or a level of data.source",
                        "which cells: all, or where data.source is a factor of several levels also those of each data"
                                + " set; empty on rows of one cell"),
                Schemas.SPLIT,
                Column.text(
                        "method",
                        "pearson, spearman, kendall",
                        "Pearson's r, Spearman's rho with mean ranks for ties, or Kendall's tau-b"),
                Column.text(
                        "series",
                        "levels, differences, end",
                        "within_run: of the values at the epochs 1..T or of their changes from epoch to epoch; end: of"
                                + " the values at the last epoch"));
    }

    static ImmutableList<Column> values() {
        return ImmutableList.of(
                Column.integer(
                        "n",
                        "",
                        "[0, inf)",
                        "values behind the estimate: within_run replicates, across_replicates the replicates of the"
                                + " cell or on rows over cells the cells with a correlation, across_cells the cells"
                                + " with a mean"),
                Column.integer("n_undefined", "", "[0, inf)", "those without a value"),
                Column.number(
                        "estimate",
                        "1",
                        "[-1, 1]",
                        "within_run: plain mean of the runs' correlations, over cells averaged within a replicate"
                                + " first. across_replicates: the correlation of final loss and accuracy, at least 4"
                                + " pairs; over cells the plain mean of the cells' correlations. across_cells: the"
                                + " correlation of the means over replicates with a value, at least 3 cells; of the"
                                + " normalised loss where there is one, as the number of classes would confound."
                                + " Undefined as TOO_FEW, CONSTANT_LOSS or CONSTANT_ACCURACY (max - min at most 1e-12"
                                + " max(1, max |x|))"));
    }

    static ImmutableList<Column> interval() {
        return ImmutableList.of(
                Column.number(
                        "ci_low",
                        "1",
                        "",
                        "lower end of the 95 % confidence interval; empty where the scenario has one replicate;"
                                + " undefined as TOO_FEW (also a bootstrap of fewer than 20 replicates),"
                                + " PERFECT_CORRELATION (|r| = 1, whose Fisher z is infinite) or DEGENERATE_RESAMPLES"
                                + " (more than 5 % of the resamples have no correlation)"),
                Column.number("ci_high", "1", "", "upper end; empty or undefined as ci_low"),
                Column.text(
                        "ci_method",
                        "student_t, fisher_z, bonett_wright, bootstrap",
                        "student_t: mean -+ t(0.975; n - 1) sd / sqrt(n). fisher_z: tanh(atanh(r) -+ 1.96 se) with se^2"
                                + " = 1 / (n - 3). bonett_wright: the same with se^2 = (1 + r^2 / 2) / (n - 3) for"
                                + " Spearman, 0.437 / (n - 4) for Kendall (Bonett and Wright 2000). bootstrap: 2.5 %"
                                + " and 97.5 % quantile over resamples of the replicates, the same for all cells; 2000,"
                                + " beyond 200 cells 400,000 / cells, at least 200; by simulation it covers about"
                                + " 92 % with 20 replicates and 94 % with 40. Empty without interval"),
                Column.integer(
                        "simpson",
                        "",
                        "0, 1",
                        "1 where this and another level of the same stratum, split and method have opposite signs, the"
                                + " intervals of both excluding 0; empty on rows of one cell and of differences"));
    }
}
