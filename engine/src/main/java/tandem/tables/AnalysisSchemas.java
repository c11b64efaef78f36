package tandem.tables;

import com.google.common.collect.ImmutableList;

/** The tables that compare runs, cells and factors. Intervals are 95 % each, not corrected for their number. */
public final class AnalysisSchemas {
    private static final String TOO_FEW = "undefined (TOO_FEW) where there are fewer values than that";

    private AnalysisSchemas() {}

    /** One row per run and stopping rule (and patience). */
    public static TableSchema stopping() {
        return TableSchema.of(
                ResultFile.STOPPING,
                ImmutableList.of(
                        Column.integer(
                                "run",
                                "",
                                "[0, runs)",
                                "number of the run, as in runs.csv; runs without a validation or test split or without"
                                        + " an epoch have no rows"),
                        Column.text(
                                "rule",
                                "last, min_loss, max_accuracy_first, max_accuracy_last, patience, patience_best",
                                "which epoch's state is kept, read from the validation split: the last epoch; the first"
                                        + " with the smallest loss; the first or last with the largest accuracy; the"
                                        + " first whose loss, and those of the patience - 1 epochs before it, are not"
                                        + " below the smallest before (training stops there; T where that never"
                                        + " happens); or the best epoch up to there. Any smaller loss is an"
                                        + " improvement, as with EarlyStopping of Keras (min_delta 0) without and with"
                                        + " restore_best_weights"),
                        Column.integer(
                                "patience",
                                "epochs",
                                "[1, inf)",
                                "epochs without improvement after which training stops; empty for rules without"),
                        Column.integer(
                                "epoch",
                                "epoch",
                                "[1, T]",
                                "the chosen epoch, never 0; undefined (DIVERGED) where the run diverged before the rule"
                                        + " could choose: always for last, for patience where it had not run out. The"
                                        + " other rules choose among the epochs before. FAILED where the run failed"),
                        RunColumns.loss("test_loss", "of the test split at the chosen epoch"),
                        RunColumns.accuracy("test_accuracy", "of the test split at the chosen epoch"),
                        Column.number(
                                "loss_regret",
                                "nats",
                                "[0, inf)",
                                "test_loss minus the smallest loss of the test split over the epochs from 1"),
                        Column.number(
                                "accuracy_regret",
                                "share",
                                "[0, 1]",
                                "largest accuracy of the test split over the epochs from 1, minus test_accuracy")));
    }

    /** One row per level, cell or stratum, split, method and series. */
    public static TableSchema correlations() {
        return TableSchema.of(
                ResultFile.CORRELATIONS,
                ImmutableList.<Column>builder()
                        .addAll(correlationKeys())
                        .addAll(correlationValues())
                        .build());
    }

    private static ImmutableList<Column> correlationKeys() {
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

    private static ImmutableList<Column> correlationValues() {
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
                                + " max(1, max |x|))"),
                Column.number(
                        "ci_low",
                        "1",
                        "",
                        "lower end of the 95 % confidence interval; empty where the scenario has one replicate;"
                                + " undefined as TOO_FEW, PERFECT_CORRELATION (|r| = 1, whose Fisher z is infinite) or"
                                + " DEGENERATE_RESAMPLES (more than 5 % of the resamples have no correlation)"),
                Column.number("ci_high", "1", "", "upper end; empty or undefined as ci_low"),
                Column.text(
                        "ci_method",
                        "student_t, fisher_z, bonett_wright, bootstrap",
                        "student_t: mean -+ t(0.975; n - 1) sd / sqrt(n). fisher_z: tanh(atanh(r) -+ 1.96 se) with se^2"
                                + " = 1 / (n - 3). bonett_wright: the same with se^2 = (1 + r^2 / 2) / (n - 3) for"
                                + " Spearman, 0.437 / (n - 4) for Kendall (Bonett and Wright 2000). bootstrap: 2.5 %"
                                + " and 97.5 % quantile over resamples of the replicates, the same for all cells; 2000,"
                                + " beyond 200 cells 400,000 / cells, at least 200. Too narrow where there are few"
                                + " replicates. Empty without interval"),
                Column.integer(
                        "simpson",
                        "",
                        "0, 1",
                        "1 where this and another level of the same stratum, split and method have opposite signs, the"
                                + " intervals of both excluding 0; empty on rows of one cell and of differences"));
    }

    /** One row per split, and where there are several data sets per data set. */
    public static TableSchema selection() {
        return TableSchema.of(
                ResultFile.SELECTION,
                ImmutableList.<Column>builder()
                        .addAll(selectionByMeans())
                        .addAll(selectionByReplicate())
                        .build());
    }

    private static ImmutableList<Column> selectionByMeans() {
        return ImmutableList.of(
                Column.text(
                        "split", "train, validation, test", "the split that the choice is made on, at the last epoch"),
                Column.text(
                        "stratum",
                        "all, or a level of data.source",
                        "which cells can be chosen: all, or where data.source is a factor of several levels those of"
                                + " one data set, since cells of different data sets do not compete; 2 or more"),
                Column.integer(
                        "cells", "cells", "[0, cells]", "cells with a mean loss and accuracy over their replicates"),
                Column.integer("n_undefined", "cells", "[0, cells]", "cells without"),
                Column.number(
                        "kendall",
                        "1",
                        "[-1, 1]",
                        "Kendall's tau-b between the order of the cells by mean loss, best first, and by mean accuracy,"
                                + " best first: 1 where they are the same order; undefined as TOO_FEW, CONSTANT_LOSS,"
                                + " CONSTANT_ACCURACY"),
                Column.number(
                        "ci_low",
                        "1",
                        "[-1, 1]",
                        "lower end of its 95 % confidence interval; empty where the scenario has one replicate;"
                                + " undefined as TOO_FEW or DEGENERATE_RESAMPLES (more than 5 % of the resamples have"
                                + " no value)"),
                Column.number("ci_high", "1", "[-1, 1]", "upper end; empty or undefined as ci_low"),
                Column.text("ci_method", "bootstrap", "as in correlations.csv; empty without interval"),
                Column.integer(
                        "best_by_loss",
                        "",
                        "[0, cells)",
                        "cell with the lowest mean loss; of equal ones the one with the higher accuracy, then the"
                                + " lowest number; " + TOO_FEW + " as two cells"),
                Column.integer(
                        "best_by_accuracy",
                        "",
                        "[0, cells)",
                        "cell with the highest mean accuracy (to 12 decimals); of equal ones the one with the lower"
                                + " loss, then the lowest number"),
                Column.integer(
                        "top1_agreement",
                        "",
                        "0, 1",
                        "1 where both are the same cell, that is where some cell has the lowest loss and the highest"
                                + " accuracy"));
    }

    private static ImmutableList<Column> selectionByReplicate() {
        return ImmutableList.of(
                Column.integer(
                        "n",
                        "replicates",
                        "[0, replicates]",
                        "replicates of which two cells or more have their values"),
                Column.number(
                        "agreement_share",
                        "share",
                        "[0, 1]",
                        "share of the n replicates in which some cell has the lowest loss and the highest accuracy of"
                                + " the replicate; undefined (TOO_FEW) where n = 0"),
                Column.number(
                        "agreement_ci_low",
                        "share",
                        "[0, 1]",
                        "lower end of the 95 % confidence interval of Clopper and Pearson; empty where the scenario has"
                                + " one replicate"),
                Column.number("agreement_ci_high", "share", "[0, 1]", "upper end; empty as agreement_ci_low"),
                Column.text(
                        "regret_split",
                        "train, validation, test",
                        "the split that scores the choice: test where there is one, otherwise the split itself"),
                Column.number(
                        "accuracy_regret",
                        "share",
                        "[0, 1]",
                        "accuracy lost by choosing by loss: highest mean accuracy of a cell on the regret split minus"
                                + " that of best_by_loss; undefined as TOO_FEW, or NOT_SCORED where that cell has no"
                                + " value there"),
                Column.number(
                        "loss_regret",
                        "nats",
                        "[0, inf)",
                        "loss added by choosing by accuracy: mean loss of best_by_accuracy on the regret split minus"
                                + " the lowest of a cell; undefined as accuracy_regret"));
    }

    /** One row per measure and source of variation, and per level of a factor, split and final loss or accuracy. */
    public static TableSchema effects() {
        return TableSchema.of(
                ResultFile.EFFECTS,
                ImmutableList.<Column>builder()
                        .addAll(effectKeys())
                        .addAll(effectValues())
                        .build());
    }

    private static ImmutableList<Column> effectKeys() {
        return ImmutableList.of(
                Column.text(
                        "factor",
                        "factors of two levels or more; replicate",
                        "what varies; named variants are one factor; replicate is the block of runs that share random"
                                + " streams"),
                Column.text(
                        "statistic",
                        "eta_squared, difference",
                        "eta_squared: share of the measure's sum of squares over all runs. difference: a level of the"
                                + " factor minus its first level, averaged over the levels of the other factors"),
                Column.text("measure", "", "the column of runs.csv; those without any value are left out"),
                Column.text("other", "factors", "second factor of an interaction; empty otherwise"),
                Column.text("from", "levels", "first level of the factor; empty for eta_squared"),
                Column.text("to", "levels", "the level it is compared with; empty for eta_squared"));
    }

    private static ImmutableList<Column> effectValues() {
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
