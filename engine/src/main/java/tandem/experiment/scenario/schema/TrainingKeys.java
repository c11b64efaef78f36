package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Either;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Flag;
import tandem.experiment.scenario.schema.Type.Forms;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Table;
import tandem.experiment.scenario.schema.Type.Union;
import tandem.experiment.scenario.schema.Type.Whole;

/** Keys of {@code training}. */
final class TrainingKeys {
    private static final Real POSITIVE = new Real(Range.POSITIVE);
    private static final Real NOT_NEGATIVE = new Real(Range.NOT_NEGATIVE);

    private static final Union SCHEDULE = new Union(
            "How the learning rate changes from epoch to epoch.",
            ImmutableMap.of(
                    "constant",
                    Fields.of(),
                    "step",
                    Fields.of(
                            Key.required("every", new Whole(1, 100_000_000), "Epochs at one rate."),
                            Key.of("factor", POSITIVE, "0.1", "What the rate is multiplied by after them.")),
                    "cosine",
                    Fields.of(Key.of(
                            "final",
                            new Real(new Range(0, false, 1, false)),
                            "0",
                            "Share of the learning rate that the half cosine ends at, one epoch after the last."))));

    private static final Either AVERAGE = Either.of(
            "none or {decay: share}",
            Choice.of("none"),
            Fields.of(Key.required("decay", new Real(Range.DECAY), "Share of the average that is kept at each step.")));

    private static final Either CLIP = Either.of(
            "none, {norm: bound}, {value: bound} or {per_example: bound}",
            Choice.of("none"),
            new Forms(ImmutableList.of(
                    Fields.of(Key.required("norm", POSITIVE, "Bound on the norm of the gradient over all parameters.")),
                    Fields.of(Key.required("value", POSITIVE, "Bound on the absolute value of each component.")),
                    Fields.of(Key.required(
                            "per_example",
                            POSITIVE,
                            "Bound on the norm of each example's gradient, before the mean.")))));

    private static final Either CLASS_WEIGHTS = Either.of(
            "none, balanced, or a weight for each class such as {a: 1, b: 3}",
            Choice.of("none", "balanced"),
            new Table(NOT_NEGATIVE));

    static final Fields FIELDS = Fields.of(
            Key.of("loss", LossKeys.UNION, "{kind: cross_entropy}", "The loss that training minimises."),
            Key.required("optimizer", OptimizerKeys.UNION, "The optimizer and its settings."),
            Key.of("schedule", SCHEDULE, "{kind: constant}", "The learning rate over the epochs."),
            Key.optional(
                            "batch_size",
                            Either.of(
                                    "a number of examples of at least 1, or the word full",
                                    new Whole(1, Integer.MAX_VALUE - 1),
                                    Choice.of("full")),
                            "Examples a step, or full for the whole train split.")
                    .byChoice("optimizer.kind", ImmutableMap.of("newton", "full", "none", "full"), Optional.of("32")),
            Key.optional(
                            "epochs",
                            new Whole(0, 100_000_000),
                            "Passes over the train split; for newton the largest number of iterations.")
                    .byChoice("optimizer.kind", ImmutableMap.of("newton", "100", "none", "0"), Optional.empty()),
            Key.of(
                    "penalty",
                    Fields.of(
                            Key.of("l2", NOT_NEGATIVE, "0", "Factor of the sum of squared weights."),
                            Key.of("l1", NOT_NEGATIVE, "0", "Factor of the sum of absolute weights."),
                            Key.of(
                                    "bias",
                                    new Flag(),
                                    "false",
                                    "Whether biases are penalised too, and with them scales and shifts of batch"
                                            + " normalizations.")),
                    "{}",
                    "Penalty on the weights, added to what is minimised, never to the reported loss."),
            Key.of(
                    "clip",
                    CLIP,
                    "none",
                    "Bound on the gradient of a batch, {norm: x} or {value: x}, or of each example, {per_example: x}."),
            Key.of("class_weights", CLASS_WEIGHTS, "none", "Weights of the classes in what is minimised."),
            Key.optional(
                    "sample_weights",
                    Choice.of("data", "none"),
                    "Whether the weights of the column that data.weight names count in what is minimised, times those"
                            + " of the classes: data, or none to train without them. Where absent, data; without"
                            + " data.weight, none. Loss and accuracy stay unweighted."),
            Key.of(
                    "average",
                    AVERAGE,
                    "none",
                    "Exponential average of the parameters over steps, which is evaluated in their place."));

    private TrainingKeys() {}
}
