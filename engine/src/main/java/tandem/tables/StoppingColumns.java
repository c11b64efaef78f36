package tandem.tables;

import com.google.common.collect.ImmutableList;

/** Columns of stopping.csv. */
final class StoppingColumns {

    private StoppingColumns() {}

    static ImmutableList<Column> keys() {
        return ImmutableList.of(
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
                        "epochs without improvement after which training stops; empty for rules without"));
    }

    static ImmutableList<Column> choice() {
        return ImmutableList.of(
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
                        "largest accuracy of the test split over the epochs from 1, minus test_accuracy"));
    }
}
