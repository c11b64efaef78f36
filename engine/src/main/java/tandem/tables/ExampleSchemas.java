package tandem.tables;

import com.google.common.collect.ImmutableList;

/** The tables of single examples, which a scenario asks for with {@code record}. */
public final class ExampleSchemas {
    private static final String GROUPS = "mislabelled, outlier, duplicate, clean";

    private static final Column EXAMPLE = Column.integer(
            "example", "", "[0, examples)", "row of the example in the data file, or its number among those drawn");
    private static final Column GROUP = Column.text(
            "group",
            GROUPS,
            "the first that applies: label noise changed its label; it was made an outlier or got noise on its"
                + " features; it was made a copy, or its features equal those of another example of the split; none of"
                + " these");

    private ExampleSchemas() {}

    /** One row per example, split and run that did not diverge. */
    public static TableSchema examples() {
        return TableSchema.of(ResultFile.EXAMPLES, exampleColumns());
    }

    /** {@link #examples} of a scenario that corrupts labels, with the clean one behind the rest. */
    public static TableSchema examplesWithCleanLabels() {
        return TableSchema.of(
                ResultFile.EXAMPLES,
                ImmutableList.<Column>builder()
                        .addAll(exampleColumns())
                        .add(Column.text(
                                "clean_label",
                                "classes of the data",
                                "class of the example before labels were corrupted, of an outlier the class that"
                                        + " belongs to its features; a column where labels are corrupted in some cell"))
                        .build());
    }

    private static ImmutableList<Column> exampleColumns() {
        return ImmutableList.<Column>builder()
                .add(Schemas.RUN, Schemas.SPLIT, EXAMPLE, GROUP)
                .addAll(lastState())
                .addAll(dynamics())
                .build();
    }

    private static ImmutableList<Column> lastState() {
        return ImmutableList.of(
                Column.text("label", "classes of the data", "class of the example"),
                Column.text("prediction", "classes of the data", "predicted class at the last epoch"),
                Column.integer("correct", "", "0, 1", "1 if the prediction is the label"),
                Column.number("loss", "nats", "[0, inf)", "cross-entropy of the example at the last epoch"),
                Column.number("probability", "1", "[0, 1]", "probability of the label at the last epoch"),
                Column.number("confidence", "1", "[1/K, 1]", "largest probability at the last epoch"),
                Column.number(
                        "margin",
                        "1",
                        "(-inf, inf)",
                        "logit of the label minus the largest other logit, at the last epoch"),
                Column.number(
                        "entropy",
                        "nats",
                        "[0, ln K]",
                        "entropy -sum p ln p of the probabilities at the last epoch, with 0 ln 0 = 0"));
    }

    private static ImmutableList<Column> dynamics() {
        String untrained = "; empty where there is no epoch";
        return ImmutableList.of(
                Column.number(
                        "aum",
                        "1",
                        "(-inf, inf)",
                        "area under the margin: mean of margin over the ends of the epochs 1..T (Pleiss et al. 2020"
                                + " measure before each update)" + untrained),
                Column.number(
                        "gold_confidence",
                        "1",
                        "[0, 1]",
                        "mean of probability over the epochs 1..T (Swayamdipta et al. 2020)" + untrained),
                Column.number(
                        "variability",
                        "1",
                        "[0, 0.5]",
                        "population standard deviation of probability over the epochs 1..T" + untrained),
                Column.number(
                        "correctness",
                        "share",
                        "[0, 1]",
                        "share of the epochs 1..T with a right prediction" + untrained),
                Column.integer(
                        "forgetting_events",
                        "epochs",
                        "[0, T - 1]",
                        "epochs t in 1..T - 1 right at t and wrong at t + 1; empty where the example never was right"
                                + " (Toneva et al. 2019 count these as infinite)"),
                Column.integer(
                        "first_learned_epoch",
                        "epoch",
                        "[1, T]",
                        "first of the epochs 1..T with a right prediction; empty where there is none"));
    }

    /** One row per run, finite epoch, split, chosen example and class. */
    public static TableSchema paths() {
        return TableSchema.of(
                ResultFile.PATHS,
                ImmutableList.of(
                        Schemas.RUN,
                        Schemas.EPOCH,
                        Schemas.SPLIT,
                        EXAMPLE,
                        Column.text("label", "classes of the data", "class of the example"),
                        Column.text("class", "classes of the data", "the class whose probability it is"),
                        Column.number(
                                "probability", "1", "[0, 1]", "probability of the class at the end of the epoch")));
    }

    /**
     * One row per run, split, interval of epochs, transition, group and class with an example. Over an interval the loss
     * changes sum to the change of the split's loss. A run that diverged has its whole intervals.
     */
    public static TableSchema attribution() {
        return TableSchema.of(
                ResultFile.ATTRIBUTION,
                ImmutableList.of(
                        Schemas.RUN,
                        Schemas.SPLIT,
                        Column.integer(
                                "from_epoch", "epoch", "[0, T)", "end of the epoch at which the interval begins"),
                        Column.integer("to_epoch", "epoch", "[1, T]", "end of the epoch at which it ends"),
                        Column.text(
                                "transition",
                                "stays_right, stays_wrong, becomes_right, becomes_wrong",
                                "predictions at the ends of the interval"),
                        GROUP,
                        Column.text("class", "classes of the data", "label of the examples"),
                        Column.integer("examples", "examples", "[1, n]", "how many examples these are"),
                        Column.number(
                                "loss_change",
                                "nats",
                                "(-inf, inf)",
                                "sum over these examples of their loss at the end less that at the beginning, over the"
                                        + " n examples of the split")));
    }
}
