package tandem.experiment.scenario.schema;

import com.google.common.collect.ImmutableMap;
import tandem.experiment.scenario.schema.Type.Choice;
import tandem.experiment.scenario.schema.Type.Fields;
import tandem.experiment.scenario.schema.Type.Items;
import tandem.experiment.scenario.schema.Type.Range;
import tandem.experiment.scenario.schema.Type.Real;
import tandem.experiment.scenario.schema.Type.Table;
import tandem.experiment.scenario.schema.Type.Union;
import tandem.experiment.scenario.schema.Type.Whole;

/** Keys of {@code corruption}. */
final class CorruptionKeys {
    private static final Real SHARE = new Real(Range.UNIT);

    private static final Real NOT_NEGATIVE = new Real(Range.NOT_NEGATIVE);

    private static final Key LABEL_SPLITS = splits("[train, validation]");

    private static final Union LABEL_NOISE = new Union(
            "How labels become wrong: symmetric to any other class, pair to a fixed other class, matrix by class,"
                    + " instance near the boundary between classes.",
            ImmutableMap.of(
                    "symmetric",
                            Fields.of(
                                    Key.required("rate", SHARE, "Share of the examples whose label is changed."),
                                    LABEL_SPLITS),
                    "pair",
                            Fields.of(
                                    Key.required(
                                            "rate",
                                            SHARE,
                                            "Share of the examples of the mapped classes whose label is changed."),
                                    Key.optional(
                                            "map",
                                            new Table(DataKeys.ANY_TEXT),
                                            "The label that each class is mistaken for, such as {cat: dog}; where"
                                                    + " absent, the next class, and for the last the first."),
                                    LABEL_SPLITS),
                    "matrix",
                            Fields.of(
                                    Key.required(
                                            "matrix",
                                            new Items(new Items(SHARE, 2), 2),
                                            "One row a class, in it the share of its examples that get each label;"
                                                    + " rows sum to 1."),
                                    LABEL_SPLITS),
                    "instance",
                            Fields.of(
                                    Key.required(
                                            "rate",
                                            SHARE,
                                            "Share of the examples whose label is changed, those near the boundary"
                                                    + " first."),
                                    LABEL_SPLITS)));

    private static final Fields DUPLICATES = Fields.of(
            Key.required("copies", new Whole(2, Integer.MAX_VALUE), "Examples in a group of equal inputs."),
            Key.of("share", SHARE, "1", "Share of the groups in which labels disagree."),
            Key.of("minority_share", SHARE, "0.5", "Share of the copies in such a group that get another class."),
            Key.of("jitter", NOT_NEGATIVE, "0", "Standard deviation of noise on each feature of each copy."),
            splits("[train, validation, test]"));

    private static final Key EVALUATED = splits("[validation, test]");

    private static final Union SHIFT = new Union(
            "How the distribution of splits differs: mean moved, scale stretched about the mean, rotation in planes of"
                    + " two features, prior with one class more frequent.",
            ImmutableMap.of(
                    "mean",
                            Fields.of(
                                    Key.required(
                                            "intensity",
                                            new Real(Range.ANY),
                                            "Distance that every example moves along (1, ..., 1)."),
                                    EVALUATED),
                    "scale",
                            Fields.of(
                                    Key.required(
                                            "intensity",
                                            new Real(new Range(-1, true, Double.POSITIVE_INFINITY, true)),
                                            "Distances from the mean are multiplied by 1 + intensity."),
                                    EVALUATED),
                    "rotation",
                            Fields.of(Key.required("intensity", new Real(Range.ANY), "Angle in degrees."), EVALUATED),
                    "prior",
                            Fields.of(
                                    Key.required(
                                            "intensity",
                                            SHARE,
                                            "Share of the examples of other classes replaced by copies of the class."),
                                    Key.optional(
                                            "class",
                                            DataKeys.ANY_TEXT,
                                            "Label of the class that becomes more frequent; the first where absent."),
                                    EVALUATED)));

    private static final Key TRAIN = splits("[train]");

    private static final Fields FEATURE_NOISE = Fields.of(
            Key.required("share", SHARE, "Share of the examples that get noise."),
            Key.required("sd", NOT_NEGATIVE, "Standard deviation of the normal noise on each feature."),
            TRAIN);

    private static final Union OUTLIERS = new Union(
            "Examples that do not belong: label for identical inputs with a minority label, leverage for far inputs"
                    + " with a wrong label.",
            ImmutableMap.of(
                    "label",
                            Fields.of(
                                    Key.required("share", SHARE, "Share of the examples that become outliers."),
                                    Key.of(
                                            "copies",
                                            new Whole(2, Integer.MAX_VALUE),
                                            "10",
                                            "Examples in a group of equal inputs, the outlier included: 10 for 9:1."),
                                    TRAIN),
                    "leverage",
                            Fields.of(
                                    Key.required("share", SHARE, "Share of the examples that become outliers."),
                                    Key.required(
                                            "distance",
                                            NOT_NEGATIVE,
                                            "How far from the mean of all, on the side of another class."),
                                    TRAIN)));

    static final Fields FIELDS = Fields.of(
            Key.optional("duplicates", DUPLICATES, "Groups of equal inputs whose labels disagree; absent means none."),
            Key.optional("shift", SHIFT, "A shift between splits; absent means none."),
            Key.optional("feature_noise", FEATURE_NOISE, "Noise on features; absent means none."),
            Key.optional("outliers", OUTLIERS, "Examples that do not belong; absent means none."),
            Key.optional("label_noise", LABEL_NOISE, "Wrong labels; absent means none."));

    private CorruptionKeys() {}

    private static Key splits(String otherwise) {
        return Key.of(
                "splits",
                new Items(Choice.of("train", "validation", "test"), 1),
                otherwise,
                "The splits it is done to; " + otherwise + " where absent.");
    }
}
