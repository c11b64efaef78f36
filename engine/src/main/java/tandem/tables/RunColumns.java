package tandem.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * What decides the columns of runs.csv.
 *
 * @param factors one column per factor, named by its path
 * @param splits the splits that exist in some cell, in the order of {@link Schemas#SPLITS}
 * @param lineParameters whether the models are logistic with one feature, so that slope, intercept and cut are recorded
 * @param measures one column per split and measure, named {@code <split>_<measure>}; only those that some cell can have
 */
public record RunColumns(
        ImmutableList<Column> factors,
        ImmutableList<String> splits,
        boolean lineParameters,
        ImmutableList<Column> measures) {

    /** Columns that say which run a row is about or how it went: all but these and the factors hold results. */
    public static final ImmutableSet<String> KEYS =
            ImmutableSet.of("run", "cell", "replicate", "status", "diverged_epoch");

    /** Values of the column {@code status}. */
    public enum Status {
        OK,
        DIVERGED,
        FAILED;

        /** As in the table. */
        public String text() {
            return switch (this) {
                case OK -> "ok";
                case DIVERGED -> "diverged";
                case FAILED -> "failed";
            };
        }
    }

    public TableSchema schema() {
        var columns = ImmutableList.<Column>builder()
                .add(Schemas.RUN, Schemas.CELL, Schemas.REPLICATE)
                .addAll(factors)
                .add(Column.text("status", "ok, diverged, failed", "how the run ended"))
                .add(Column.integer(
                        "diverged_epoch",
                        "epoch",
                        "[0, T]",
                        "first epoch whose end saw a parameter, loss, objective, penalty or gradient norm that is not"
                                + " finite; empty unless diverged"));
        for (String split : splits) {
            columns.add(loss(split + "_loss", "of the " + split + " split at the last epoch"));
            columns.add(accuracy(split + "_accuracy", "of the " + split + " split at the last epoch"));
        }
        columns.add(Column.number("penalty", "nats", "[0, inf)", "penalty on the parameters at the last epoch"));
        if (lineParameters) {
            columns.add(Column.number(
                    "final_slope", "1", "", "slope a of p = 1 / (1 + exp(-(a x + b))) at the last epoch"));
            columns.add(Column.number("final_intercept", "1", "", "intercept b at the last epoch"));
            columns.add(Column.number("cut", "the feature's", "", "-b / a: where p = 0.5"));
            columns.add(loss(
                    "population_loss",
                    "expected on fresh examples, by integration; empty unless the generator logit drew the examples and"
                            + " they are not standardized"));
            columns.add(accuracy(
                    "population_accuracy",
                    "expected on fresh examples, by integration; empty where population_loss is"));
        }
        return TableSchema.of(ResultFile.RUNS, columns.addAll(measures).build());
    }

    static Column loss(String name, String what) {
        return Column.number(name, "nats", "[0, inf)", "mean cross-entropy " + what)
                .betterIfLower();
    }

    static Column accuracy(String name, String what) {
        return Column.number(name, "share", "[0, 1]", "share of correctly classified examples " + what)
                .betterIfHigher();
    }
}
