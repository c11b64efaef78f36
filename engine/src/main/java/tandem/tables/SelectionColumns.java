package tandem.tables;

import com.google.common.collect.ImmutableList;

/** Columns of selection.csv. */
final class SelectionColumns {

    private SelectionColumns() {}

    static ImmutableList<Column> agreement() {
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
                            + " undefined as TOO_FEW (fewer than two cells or 20 replicates) or DEGENERATE_RESAMPLES"
                            + " (more than 5 % of the resamples have no value)"),
                Column.number("ci_high", "1", "[-1, 1]", "upper end; empty or undefined as ci_low"),
                Column.text("ci_method", "bootstrap", "as in correlations.csv; empty without interval"));
    }

    static ImmutableList<Column> choice() {
        return ImmutableList.of(
                Column.integer(
                        "best_by_loss",
                        "",
                        "[0, cells)",
                        "cell with the lowest mean loss; of equal ones the one with the higher accuracy, then the"
                                + " lowest number; undefined (TOO_FEW) where there are fewer than two cells"),
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

    static ImmutableList<Column> byReplicate() {
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
}
