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
    private static final Real DECAY = new Real(Range.DECAY);
    private static final String RATE = "Length of a step along the update.";

    private static final Union OPTIMIZER = new Union(
            "How parameters are updated; newton goes to the minimum of loss + L2 penalty, none evaluates the start"
                    + " values.",
            ImmutableMap.of(
                    "sgd", Fields.of(Key.of("learning_rate", POSITIVE, "0.01", RATE)),
                    "momentum",
                            Fields.of(
                                    Key.of("learning_rate", POSITIVE, "0.01", RATE),
                                    Key.of(
                                            "momentum",
                                            DECAY,
                                            "0.9",
                                            "Share of the last step that is kept, as PyTorch defines it.")),
                    "adam",
                            Fields.of(
                                    Key.of("learning_rate", POSITIVE, "0.001", RATE),
                                    Key.of("beta1", DECAY, "0.9", "Decay of the mean of gradients."),
                                    Key.of("beta2", DECAY, "0.999", "Decay of the mean of squared gradients."),
                                    Key.of(
                                            "form",
                                            Choice.of("keras", "pytorch"),
                                            "keras",
                                            "Where epsilon is added: before (keras) or after (pytorch) the bias"
                                                    + " correction."),
                                    Key.optional(
                                                    "epsilon",
                                                    POSITIVE,
                                                    "Keeps the division finite; 1e-7 in Keras, 1e-8 in PyTorch.")
                                            .byChoice(
                                                    "form",
                                                    ImmutableMap.of("keras", "1e-7", "pytorch", "1e-8"),
                                                    Optional.empty())),
                    "newton", Fields.of(),
                    "none", Fields.of()));

    private static final Either CLIP = Either.of(
            "none, {norm: bound} or {value: bound}",
            Choice.of("none"),
            new Forms(ImmutableList.of(
                    Fields.of(Key.required("norm", POSITIVE, "Bound on the norm of the gradient over all parameters.")),
                    Fields.of(Key.required("value", POSITIVE, "Bound on the absolute value of each component.")))));

    private static final Either CLASS_WEIGHTS = Either.of(
            "none, balanced, or a weight for each class such as {a: 1, b: 3}",
            Choice.of("none", "balanced"),
            new Table(NOT_NEGATIVE));

    static final Fields FIELDS = Fields.of(
            Key.of(
                    "loss",
                    new Union("What is minimised.", ImmutableMap.of("cross_entropy", Fields.of())),
                    "{kind: cross_entropy}",
                    "The loss that training minimises."),
            Key.required("optimizer", OPTIMIZER, "The optimizer and its settings."),
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
                            Key.of("bias", new Flag(), "false", "Whether biases are penalised too.")),
                    "{}",
                    "Penalty on the weights, added to what is minimised, never to the reported loss."),
            Key.of("clip", CLIP, "none", "Bound on the gradient of a batch: {norm: x} or {value: x}."),
            Key.of("class_weights", CLASS_WEIGHTS, "none", "Weights of the classes in what is minimised."));

    private TrainingKeys() {}
}
