package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Either;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Flag;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Union;
import tandem.experiment.scenario.schema.Type.Whole;

/** Keys of layers: of those that {@code model.layers} lists, and of what the short forms put between theirs. */
final class LayerKeys {
    private static final Whole UNITS = new Whole(1, 1_000_000);

    /** Of windows, strides and images. */
    private static final Whole LENGTH = new Whole(1, 4096);

    private static final Choice NONE = Choice.of("none");

    private static final Key HIDDEN =
            Key.required("hidden", new Items(UNITS, 1), "Units of each hidden layer, first to last.");

    private static final Key ACTIVATION = Key.of(
            "activation", Choice.of("relu", "tanh", "sigmoid"), "relu", "Function applied to every hidden unit.");

    private static final Items IMAGE = new Items(LENGTH, 2);

    private static final String IMAGE_TEXT =
            "Height, width and, unless 1, channels of the image that an example is, its features ordered"
                    + " [y][x][channel]";

    private static final Either PADDING = Either.of(
            "valid, same, or a number of rows and columns of zeros", Choice.of("valid", "same"), new Whole(0, 4096));

    private static final String PADDING_TEXT =
            "Zeros around the image: valid for none, same for as many as give ceil(length / stride) places, or how many"
                    + " on every side.";

    private static final Key BIAS = Key.of("bias", new Flag(), "true", "Whether the layer has biases.");

    private static final Key WEIGHT = Key.required(
            "weight",
            new Real(Range.NOT_NEGATIVE),
            "What the auxiliary classifier's loss, the one that is minimised, is multiplied by.");

    private static final Real RATE = new Real(Range.DECAY);

    private static final Fields NORMALIZATION = Fields.of(
            Key.of(
                    "form",
                    Choice.of("keras", "pytorch"),
                    "keras",
                    "Whose running statistics: keras keeps the share momentum of the old ones and takes variances that"
                            + " divide by n, pytorch keeps 1 - momentum and takes variances that divide by n - 1."),
            byForm(
                    "momentum",
                    new Real(Range.UNIT),
                    "0.99",
                    "0.1",
                    "How much of the running statistics is kept (keras)" + " or replaced (pytorch) at each step."),
            byForm("epsilon", new Real(Range.POSITIVE), "1e-3", "1e-5", "Added to the variance under the root."));

    /** One layer of a list. */
    private static final Union LAYER = new Union(
            "One hidden layer.",
            ImmutableMap.<String, Fields>builder()
                    .put("dense", Fields.of(Key.required("units", UNITS, "Outputs."), BIAS))
                    .put(
                            "convolution",
                            Fields.of(
                                    Key.required("filters", UNITS, "Channels of the output."),
                                    Key.required("size", LENGTH, "Height and width of the window."),
                                    Key.of("stride", LENGTH, "1", "How far the window moves."),
                                    Key.of("padding", PADDING, "valid", PADDING_TEXT),
                                    BIAS))
                    .put("max_pooling", pooling())
                    .put("average_pooling", pooling())
                    .put("flatten", Fields.of())
                    .put("batch_normalization", NORMALIZATION)
                    .put(
                            "dropout",
                            Fields.of(Key.required(
                                    "rate",
                                    RATE,
                                    "Share of the values that become 0 in each step; the others are divided by"
                                            + " 1 - rate.")))
                    .put("relu", Fields.of())
                    .put("tanh", Fields.of())
                    .put("sigmoid", Fields.of())
                    .put("auxiliary", Fields.of(WEIGHT, BIAS))
                    .buildOrThrow());

    static final ImmutableList<Key> OF_LAYERS = ImmutableList.of(
            Key.optional("image", IMAGE, IMAGE_TEXT + "; absent where examples are no images."),
            Key.required(
                    "layers",
                    new Items(LAYER, 1),
                    "Hidden layers, first to last; the last of all, dense with one logit a class, follows by itself."));

    /** What may stand between the hidden layers of a short form. */
    private static final ImmutableList<Key> EXTRAS = ImmutableList.of(
            Key.optional(
                    "batch_normalization",
                    Either.of("none or a mapping such as {form: keras}", NONE, NORMALIZATION),
                    "Batch normalization between each hidden layer and its activation; absent means none."),
            Key.optional(
                    "dropout",
                    RATE,
                    "Share of the values that dropout makes 0 behind each activation, and its pooling; absent means"
                            + " 0, no dropout."),
            Key.optional(
                    "auxiliary",
                    Either.of(
                            "none or a mapping such as {weight: 0.3, after: [1]}",
                            NONE,
                            Fields.of(
                                    WEIGHT,
                                    Key.optional(
                                            "after",
                                            new Items(new Whole(1, 100_000), 1),
                                            "Hidden layers, counted from 1, that have one; absent means all but the"
                                                    + " last."))),
                    "Auxiliary classifiers, which see what the next layer sees and whose losses are minimised too;"
                            + " absent means none."));

    static final ImmutableList<Key> OF_MLP =
            ImmutableList.<Key>builder().add(HIDDEN, ACTIVATION).addAll(EXTRAS).build();

    static final ImmutableList<Key> OF_CNN = ImmutableList.<Key>builder()
            .add(
                    Key.required("image", IMAGE, IMAGE_TEXT + "."),
                    Key.required("filters", new Items(UNITS, 1), "Filters of each convolution, first to last."),
                    Key.of("size", LENGTH, "3", "Height and width of the window of every convolution."),
                    Key.of("padding", PADDING, "same", PADDING_TEXT),
                    Key.of(
                            "pooling",
                            Choice.of("max", "average", "none"),
                            "max",
                            "What sums up windows behind the activation of every convolution."),
                    Key.of("pool_size", LENGTH, "2", "Height, width and stride of the pooling's window."),
                    Key.of(
                            "hidden",
                            new Items(UNITS, 0),
                            "[]",
                            "Units of each dense hidden layer behind the convolutions, first to last."),
                    ACTIVATION)
            .addAll(EXTRAS)
            .build();

    private LayerKeys() {}

    private static Fields pooling() {
        return Fields.of(
                Key.of("size", LENGTH, "2", "Height and width of the window."),
                Key.optional("stride", LENGTH, "How far the window moves; absent means as far as it is large."));
    }

    private static Key byForm(String name, Real type, String keras, String pytorch, String documentation) {
        return Key.optional(name, type, documentation)
                .byChoice("form", ImmutableMap.of("keras", keras, "pytorch", pytorch), Optional.empty());
    }
}
