package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Flag;
import tandem.experiment.scenario.schema.Type.Forms;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Union;

/** Keys of {@code model}. */
final class ModelKeys {
    private static final Real ANY = new Real(Range.ANY);

    private static final Fields GIVEN = Fields.of(
            Key.required(
                    "weights",
                    new Items(new Items(new Items(ANY, 1), 1), 1),
                    "One list a layer, in it one list an output, in it one weight an input."),
            Key.of(
                    "biases",
                    new Items(new Items(ANY, 1), 0),
                    "[]",
                    "One list a layer, in it one bias an output; [] means all zero."));

    private static final Fields LINE = Fields.of(
            Key.required("slope", ANY, "Weight of the only feature."),
            Key.required("intercept", ANY, "Bias of the only logit."));

    private static final Key BIAS = Key.of("bias", new Flag(), "true", "Whether every layer has a bias.");

    private static final Choice INITIALIZERS =
            Choice.of("zeros", "glorot_uniform", "glorot_normal", "he_uniform", "he_normal");

    private static final String DRAWN_TEXT = "How start weights are drawn; biases start at 0.";

    private static final Key INITIALIZER =
            Key.of("initializer", INITIALIZERS, "glorot_uniform", DRAWN_TEXT).unless("start", "glorot_uniform");

    private static final Key DRAWN = Key.of("initializer", INITIALIZERS, "glorot_uniform", DRAWN_TEXT);

    static final Union UNION = new Union(
            "The family of classifiers; mlp and cnn are short forms of layers, which lists every hidden layer.",
            ImmutableMap.of(
                    "logistic",
                    Fields.of(
                            BIAS,
                            start(
                                    new Forms(ImmutableList.of(LINE, GIVEN)),
                                    "slope and intercept of a one-feature model, or weights and biases"),
                            INITIALIZER,
                            Key.of(
                                    "threshold",
                                    new Real(new Range(0, true, 1, true)),
                                    "0.5",
                                    "Class 1 is predicted where its probability is above.")),
                    "softmax",
                    Fields.of(BIAS, start(new Forms(ImmutableList.of(GIVEN)), "weights and biases"), INITIALIZER),
                    "mlp",
                    fields(
                            LayerKeys.OF_MLP,
                            ImmutableList.of(
                                    BIAS,
                                    start(new Forms(ImmutableList.of(GIVEN)), "weights and biases"),
                                    INITIALIZER)),
                    "cnn",
                    fields(LayerKeys.OF_CNN, ImmutableList.of(BIAS, DRAWN)),
                    "layers",
                    fields(
                            LayerKeys.OF_LAYERS,
                            ImmutableList.of(
                                    Key.of("bias", new Flag(), "true", "Whether the last layer has biases."), DRAWN))));

    private ModelKeys() {}

    private static Fields fields(ImmutableList<Key> own, ImmutableList<Key> shared) {
        return new Fields(
                ImmutableList.<Key>builder().addAll(own).addAll(shared).build());
    }

    private static Key start(Forms forms, String what) {
        return Key.optional("start", forms, "Start values instead of drawn ones: " + what + ".");
    }
}
