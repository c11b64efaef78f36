package tandem.tables;

import com.google.common.collect.ImmutableList;

/** The tables of a result folder, every column defined once. The columns of runs.csv are in {@link RunColumns}. */
public final class Schemas {

    /** The splits in the order in which tables list them. */
    public static final ImmutableList<String> SPLITS = ImmutableList.of("train", "validation", "test");

    static final Column RUN =
            Column.integer("run", "", "[0, runs)", "number of the run: cell * replicates + replicate");
    static final Column CELL =
            Column.integer("cell", "", "[0, cells)", "number of the cell; the last factor varies fastest");
    static final Column REPLICATE = Column.integer(
            "replicate", "", "[0, replicates)", "number of the repetition; equal numbers share random streams");
    static final Column EPOCH =
            Column.integer("epoch", "epoch", "[0, T]", "end of which epoch; 0 is before the first update");
    static final Column SPLIT = Column.text("split", "train, validation, test", "the examples that were evaluated");

    private static final String WHERE_CORRUPTED = "; a column where labels are corrupted in some cell";

    private Schemas() {}

    /** One row per cell; columns after {@code cell} are the factors, named by their paths. */
    public static TableSchema cells(ImmutableList<Column> factors) {
        return TableSchema.of(
                ResultFile.CELLS,
                ImmutableList.<Column>builder().add(CELL).addAll(factors).build());
    }

    /** One row per run, epoch and split. The last four belong to the run and stand on the train row only. */
    public static TableSchema epochs() {
        return TableSchema.of(ResultFile.EPOCHS, epochColumns());
    }

    /** {@link #epochs} of a scenario that corrupts labels, with what the clean labels say behind the rest. */
    public static TableSchema epochsWithCleanLabels() {
        String clean =
                "on the labels before corruption, at the end of the epoch, the same as on the labels where none was"
                        + " changed; a column where labels are corrupted in some cell";
        return TableSchema.of(
                ResultFile.EPOCHS,
                ImmutableList.<Column>builder()
                        .addAll(epochColumns())
                        .add(RunColumns.loss("clean_loss", clean))
                        .add(RunColumns.accuracy("clean_accuracy", clean))
                        .build());
    }

    private static ImmutableList<Column> epochColumns() {
        return ImmutableList.of(
                RUN,
                EPOCH,
                SPLIT,
                RunColumns.loss("loss", "at the end of the epoch"),
                RunColumns.accuracy("accuracy", "at the end of the epoch"),
                Column.integer("correct", "examples", "[0, n]", "number of correctly classified examples"),
                Column.number(
                        "objective",
                        "nats",
                        "[0, inf)",
                        "data term that the optimizer minimises, auxiliary classifiers included, on the train split,"
                                + " with layers as outside training; empty on other rows"),
                Column.number(
                        "penalty",
                        "nats",
                        "[0, inf)",
                        "penalty on the parameters, apart from the objective; empty on other than train rows"),
                Column.number(
                        "weight_norm",
                        "1",
                        "[0, inf)",
                        "Euclidean norm of the weights, biases and scales and shifts of normalizations left out, at"
                                + " the end of the epoch; empty on other than train rows"),
                Column.number(
                        "gradient_norm",
                        "1",
                        "[0, inf)",
                        "mean over the epoch's batches of the gradient's Euclidean norm before clipping (after that of"
                            + " single examples); empty on other than train rows, in epoch 0 and where no gradient is"
                            + " taken"));
    }

    /** One row per cell, epoch and split: what the charts draw. */
    public static TableSchema curves() {
        return TableSchema.of(ResultFile.CURVES, curveColumns());
    }

    /** {@link #curves} of a scenario that corrupts labels, with what the clean labels say behind the rest. */
    public static TableSchema curvesWithCleanLabels() {
        return TableSchema.of(
                ResultFile.CURVES,
                ImmutableList.<Column>builder()
                        .addAll(curveColumns())
                        .addAll(distribution("clean_loss", "nats", "[0, inf)", WHERE_CORRUPTED))
                        .addAll(distribution("clean_accuracy", "share", "[0, 1]", WHERE_CORRUPTED))
                        .build());
    }

    private static ImmutableList<Column> curveColumns() {
        return ImmutableList.<Column>builder()
                .add(CELL, EPOCH, SPLIT)
                .add(Column.integer("n", "runs", "[1, replicates]", "runs that reached the epoch"))
                .addAll(distribution("loss", "nats", "[0, inf)", ""))
                .addAll(distribution("accuracy", "share", "[0, 1]", ""))
                .build();
    }

    private static ImmutableList<Column> distribution(String name, String unit, String range, String where) {
        String over = " of " + name + " over the runs" + where;
        return ImmutableList.of(
                Column.number(name + "_mean", unit, range, "mean" + over),
                Column.number(
                        name + "_sd", unit, "[0, inf)", "standard deviation (n - 1)" + over + "; empty where n = 1"),
                Column.number(name + "_q25", unit, range, "lower quartile (type 7)" + over),
                Column.number(name + "_median", unit, range, "median" + over),
                Column.number(name + "_q75", unit, range, "upper quartile (type 7)" + over));
    }

    /** One row per cell of two runs or more and numeric column of runs.csv. */
    public static TableSchema summary() {
        return TableSchema.of(
                ResultFile.SUMMARY,
                ImmutableList.of(
                        CELL,
                        Column.text("measure", "", "the column of runs.csv that is summarised over the cell's runs"),
                        Column.integer(
                                "n", "runs", "[0, replicates]", "runs with a value; below 2 the statistics are empty"),
                        Column.integer("n_undefined", "runs", "[0, replicates]", "runs without a value"),
                        Column.number("mean", "the measure's", "", "mean over the n runs"),
                        Column.number("sd", "the measure's", "[0, inf)", "standard deviation over the n runs (n - 1)"),
                        Column.number(
                                "mcse",
                                "the measure's",
                                "[0, inf)",
                                "Monte Carlo standard error of the mean: sd / sqrt(n)"),
                        Column.number("median", "the measure's", "", "median"),
                        Column.number("q25", "the measure's", "", "lower quartile (type 7, as in R, NumPy and pandas)"),
                        Column.number("q75", "the measure's", "", "upper quartile (type 7)"),
                        Column.number(
                                "ci_low",
                                "the measure's",
                                "",
                                "lower end of the 95 % confidence interval of the mean; for a measure with bounds, such"
                                        + " as a share or a correlation, it may lie beyond them"),
                        Column.number(
                                "ci_high",
                                "the measure's",
                                "",
                                "upper end of the 95 % confidence interval of the mean; for a measure with bounds it"
                                        + " may lie beyond them"),
                        Column.text(
                                "ci_method",
                                "student_t",
                                "student_t: mean -+ t(0.975; n - 1) * mcse; empty where n < 2")));
    }

    /** One row per undefined value. */
    public static TableSchema undefined() {
        return TableSchema.of(
                ResultFile.UNDEFINED,
                ImmutableList.of(
                        Column.text("table", "", "name of the table, without .csv"),
                        Column.integer("row", "", "[0, rows)", "row of the table, from 0, header not counted"),
                        Column.text("column", "", "column with the empty field"),
                        Column.text("reason", "", "why there is no value")));
    }

    /** One row per failed run. */
    public static TableSchema errors() {
        return TableSchema.of(
                ResultFile.ERRORS,
                ImmutableList.of(
                        RUN,
                        CELL,
                        REPLICATE,
                        Column.text("message", "", "what went wrong, and what to do"),
                        Column.integer(
                                "seed",
                                "",
                                "",
                                "master seed; with the replicate it fixes every random stream of the run"),
                        Column.text(
                                "command",
                                "",
                                "the command that, inside this folder, trains the run again and compares it")));
    }

    /** One row per pack. Differs from one execution to the next. */
    public static TableSchema timings() {
        return TableSchema.of(
                ResultFile.TIMINGS,
                ImmutableList.of(
                        Column.integer("pack", "", "[0, packs)", "number of the pack"),
                        Column.integer("first_run", "", "[0, runs)", "first run of the pack"),
                        Column.integer("runs", "runs", "[1, lanes]", "runs trained in the pack"),
                        Column.integer("lanes", "lanes", "[1, 8]", "lanes of the kernels that trained it"),
                        Column.integer("thread", "", "[0, threads)", "thread that trained it"),
                        Column.number("seconds", "s", "[0, inf)", "wall time of training the pack")));
    }
}
