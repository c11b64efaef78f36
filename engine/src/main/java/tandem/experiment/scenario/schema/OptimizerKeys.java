package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Flag;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Union;

/** Keys of {@code training.optimizer}. */
final class OptimizerKeys {
    private static final Real POSITIVE = new Real(Range.POSITIVE);
    private static final Real DECAY = new Real(Range.DECAY);

    private static final Key BETA1 = Key.of("beta1", DECAY, "0.9", "Decay of the mean of gradients.");
    private static final Key BETA2 = Key.of("beta2", DECAY, "0.999", "Decay of the mean of squared gradients.");
    private static final Key ADAM_FORM =
            form("Where epsilon is added: before (keras) or after (pytorch) the bias correction.");
    private static final Key EPSILON =
            byForm("epsilon", POSITIVE, "1e-7", "1e-8", "Keeps the division finite; 1e-7 in Keras, 1e-8 in PyTorch.");

    static final Union UNION = new Union(
            "How parameters are updated; newton goes to the minimum of loss + L2 penalty, none evaluates the start"
                    + " values.",
            ImmutableMap.of(
                    "sgd",
                    Fields.of(rate("0.01")),
                    "momentum",
                    Fields.of(
                            rate("0.01"),
                            Key.of(
                                    "momentum",
                                    DECAY,
                                    "0.9",
                                    "Share of the last step that is kept, as PyTorch defines it.")),
                    "nesterov",
                    Fields.of(
                            rate("0.01"),
                            Key.of(
                                    "momentum",
                                    DECAY,
                                    "0.9",
                                    "Share of the last step that is kept and looked ahead along, as PyTorch defines"
                                            + " it.")),
                    "rmsprop",
                    Fields.of(
                            rate("0.001"),
                            form("Where epsilon is added: under (keras) or beside (pytorch) the root."),
                            byForm("decay", DECAY, "0.9", "0.99", "Decay of the mean of squared gradients."),
                            EPSILON),
                    "adam",
                    Fields.of(rate("0.001"), BETA1, BETA2, ADAM_FORM, EPSILON),
                    "adamw",
                    Fields.of(
                            rate("0.001"),
                            BETA1,
                            BETA2,
                            ADAM_FORM,
                            EPSILON,
                            byForm(
                                    "weight_decay",
                                    new Real(Range.NOT_NEGATIVE),
                                    "0.004",
                                    "0.01",
                                    "Share by which weights shrink at each step, times the learning rate."),
                            Key.of(
                                    "decay_bias",
                                    new Flag(),
                                    "false",
                                    "Whether biases shrink too, and with them scales and shifts of batch"
                                            + " normalizations.")),
                    "newton",
                    Fields.of(),
                    "none",
                    Fields.of()));

    private OptimizerKeys() {}

    private static Key rate(String otherwise) {
        return Key.of("learning_rate", POSITIVE, otherwise, "Length of a step along the update.");
    }

    private static Key form(String documentation) {
        return Key.of("form", Choice.of("keras", "pytorch"), "keras", documentation);
    }

    private static Key byForm(String name, Real type, String keras, String pytorch, String documentation) {
        return Key.optional(name, type, documentation)
                .byChoice("form", ImmutableMap.of("keras", keras, "pytorch", pytorch), Optional.empty());
    }
}
